package pagelife.models.devdax;

import io.vavr.control.Option;
import pagelife.checker.model.Control;
import pagelife.models.page.EntryAt;
import pagelife.models.page.PageId;
import pagelife.models.page.PagemapHolder;

/** Where the handling of a memory failure is. */
public sealed interface MemoryFailure extends Control {
    /** m1: the machine check has come. */
    record Begin() implements MemoryFailure {}

    /** m2: before the mapping of the page is read. */
    record Lookup(PageId page) implements MemoryFailure, PagemapHolder {}

    /** m3: before the page is poisoned. */
    record Poison(PageId head, Option<EntryAt> found) implements MemoryFailure, PagemapHolder {}

    /** m4: before the processes are signalled and what was found is unmapped. */
    record Unmap(EntryAt found) implements MemoryFailure, PagemapHolder {}

    /** m6: before the pagemap is let go. */
    record Finish() implements MemoryFailure, PagemapHolder {}
}
