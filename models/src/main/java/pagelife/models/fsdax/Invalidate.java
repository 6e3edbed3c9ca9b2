package pagelife.models.fsdax;

import pagelife.checker.model.Control;
import pagelife.models.page.PteAt;

/** Where the invalidation of a clean DAX entry is. */
public sealed interface Invalidate extends Control {
    /** i1, i2: before the entry is deleted. */
    record Delete() implements Invalidate {}

    /** i3: before those who wait for the entry are woken. */
    record WakeAll() implements Invalidate {}

    /** i4: before the PTE is cleared. */
    record Unmap(PteAt next) implements Invalidate {}
}
