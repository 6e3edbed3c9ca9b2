package pagelife.models.teardown;

import pagelife.checker.model.Control;

/** Where the removal of the pagemap is. */
public sealed interface Removal extends Control {
    /** r3: before the pagemap is killed. */
    record Kill() implements Removal {}

    /** r4: before the base reference of the page is put. */
    record PutBase() implements Removal {}

    /** r5: before the last reference of the pagemap is gone. */
    record Await() implements Removal {}

    /** r6: before the memmap is removed. */
    record RemoveMemmap() implements Removal {}

    /** r6e: before the range is erased from the lookup. */
    record Erase() implements Removal {}

    /** r6s: before all readers of the lookup have left. */
    record Synchronize() implements Removal {}

    /** r7: before the data of the reference is freed. */
    record Exit() implements Removal {}
}
