package pagelife.models.devdax;

import pagelife.checker.model.Control;
import pagelife.models.page.Index;
import pagelife.models.page.PageId;

/** Where a page fault is. {@code address} is the place that the program touched. */
public sealed interface Fault extends Control {
    /** v1: the program is about to touch its mapping. */
    record Touch() implements Fault {}

    /** v2: before the device is asked whether it lives. */
    record Check(Index address) implements Fault {}

    /** v3: before the page is looked up. */
    record Translate(Index address) implements Fault {}

    /** v5: before {@code page} gets its mapping and index; its huge page begins with {@code first}. */
    record Associate(Index address, PageId first, PageId page) implements Fault {}

    /** v6: before the entry is set. */
    record Insert(Index address, PageId first) implements Fault {}

    /** v7: before the srcu section ends. */
    record Leave() implements Fault {}
}
