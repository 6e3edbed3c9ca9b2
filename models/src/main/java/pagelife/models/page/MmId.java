package pagelife.models.page;

/**
 * An address space.
 *
 * @param number from 0
 */
public record MmId(int number) {
    @Override
    public String toString() {
        return "mm" + number;
    }
}
