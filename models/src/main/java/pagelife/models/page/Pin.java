package pagelife.models.page;

/**
 * A pin that a task holds.
 *
 * @param through the page-table entry through which it was taken
 * @param page the page
 * @param refs how many references it holds, as counted
 */
public record Pin(PteAt through, PageId page, int refs) {
    @Override
    public String toString() {
        return page + " through " + through;
    }
}
