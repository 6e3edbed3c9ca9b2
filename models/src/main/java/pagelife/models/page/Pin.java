package pagelife.models.page;

import io.vavr.control.Option;

/**
 * A pin that a task holds.
 *
 * @param page the page
 * @param refs how many references it holds, as counted
 * @param through the page-table entry through which it was taken; empty where a protocol has none
 */
public record Pin(PageId page, int refs, Option<PteAt> through) {
    /** A pin that was taken through a page-table entry. */
    public static Pin through(PteAt at, PageId page, int refs) {
        return new Pin(page, refs, Option.some(at));
    }

    /** A pin in a protocol without page-table entries. */
    public static Pin of(PageId page, int refs) {
        return new Pin(page, refs, Option.none());
    }

    @Override
    public String toString() {
        return page + through.map(at -> " through " + at).getOrElse("");
    }
}
