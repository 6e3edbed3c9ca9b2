package pagelife.models.page;

/**
 * An inode with its mapping. The first file is called {@code f}, the second {@code g}, as in the literature.
 *
 * @param number from 0
 */
public record FileId(int number) {
    @Override
    public String toString() {
        return Character.toString('f' + number);
    }
}
