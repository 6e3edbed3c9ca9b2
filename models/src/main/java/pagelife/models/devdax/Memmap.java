package pagelife.models.devdax;

import pagelife.checker.model.Control;
import pagelife.models.page.PageId;

/** Where the initialisation of the memory map is. */
public sealed interface Memmap extends Control {
    /** d1: before the pagemap is stored. */
    record Reserve() implements Memmap {}

    /** d2: before this page is made a page. */
    record InitHead(PageId page) implements Memmap {}

    /** d3: before this page is made a tail. */
    record InitTail(PageId head, PageId tail) implements Memmap {}

    /** d4: before this page is made a head. */
    record MakeHead(PageId head) implements Memmap {}

    /** d5: before the pagemap is told how much it manages. */
    record CountRange() implements Memmap {}
}
