package pagelife.models.page;

import io.vavr.control.Option;

/** The value of a cell that refers to a page as a page-table entry does. */
public interface PageRef {
    /** The page; empty when it refers to none. */
    Option<PageId> page();

    /** Whether it holds a reference on its page. */
    boolean isCounted();
}
