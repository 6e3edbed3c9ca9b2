package pagelife.models.page;

/**
 * A page of device memory, by its number in the pagemap.
 *
 * @param number from 0
 */
public record PageId(int number) implements Counted {
    @Override
    public boolean isSubject() {
        return true;
    }

    @Override
    public String toString() {
        return "P" + number;
    }
}
