package pagelife.models.teardown;

import pagelife.models.Choices;
import pagelife.models.Chosen;
import pagelife.models.Rule;

/** What a variant of tearing a pagemap down does. */
final class Rules extends Chosen {
    static final Rule<Waits> WAITS =
            Rule.of("waits", "when removal waits for the pagemap's references", Waits.BEFORE_REMOVAL);
    static final Rule<Exits> EXITS =
            Rule.of("exits", "when the memory of the pagemap's reference is freed", Exits.AFTER_ERASE);
    static final Rule<Boolean> FAILED_GRAB_PUTS =
            Rule.flag("failedGrabPuts", "fast GUP lets go of the pagemap when its grab fails", true);
    static final Rule<Boolean> KVM_PUTS = Rule.flag("kvmPuts", "KVM puts device pages", true);
    static final Rule<Boolean> FAILED_INSERT_PUTS =
            Rule.flag("failedInsertPuts", "P2PDMA lets go of the pagemap when a page cannot be mapped", true);
    static final Rule<Order> TEARDOWN =
            Rule.of("teardown", "without struct pages: what goes first, I/O or mapping", Order.DRAIN_FIRST);

    /** When removal waits for references. */
    enum Waits {
        BEFORE_REMOVAL,
        AFTER_REMOVAL
    }

    /** When the memory of the pagemap's reference is freed: after the last lookup, or as soon as nobody holds it. */
    enum Exits {
        AFTER_ERASE,
        BEFORE_ERASE
    }

    /** What goes first without struct pages. */
    enum Order {
        DRAIN_FIRST,
        UNMAP_FIRST
    }

    Rules(Choices chosen) {
        super(chosen);
    }

    /** Whether removal waits for references before the memmap goes. */
    boolean waitsFirst() {
        return get(WAITS) == Waits.BEFORE_REMOVAL;
    }

    /** Whether the memory of the pagemap's reference is freed after the last lookup. */
    boolean exitsLast() {
        return get(EXITS) == Exits.AFTER_ERASE;
    }

    /** Whether I/O is drained before the mapping it uses goes. */
    boolean drainsFirst() {
        return get(TEARDOWN) == Order.DRAIN_FIRST;
    }
}
