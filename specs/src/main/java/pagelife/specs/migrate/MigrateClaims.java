package pagelife.specs.migrate;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Transition;
import pagelife.checker.model.View;
import pagelife.checker.property.Counterexample;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.Property;
import pagelife.checker.property.Sometimes;
import pagelife.checker.property.StepProperty;
import pagelife.models.Workload;
import pagelife.models.migrate.Aborted;
import pagelife.models.migrate.Migration;
import pagelife.models.migrate.UsesPage;
import pagelife.models.page.Books;
import pagelife.models.page.Page;
import pagelife.models.page.PageEvent;
import pagelife.models.page.PageId;
import pagelife.models.page.Pte;
import pagelife.models.parts.Calls;
import pagelife.specs.claims.Clause;
import pagelife.specs.claims.CountClaims;
import pagelife.specs.claims.Sentences;
import pagelife.specs.claims.WaitClaims;

/** Claims about memory that migrates to a device. */
final class MigrateClaims {
    static final String PTE_REF = "INV-1s PteRefStrong";
    static final String PTE_PAGEMAP = "INV-2 PtePgmap";
    static final String PIN_PAGEMAP = "INV-3 PinPgmap";
    static final String NO_USE_AFTER_FREE = "INV-5r NoUseAfterRemoval";
    static final String NO_LEAK = "LTL-4' NoLeak";
    static final String NOTHING_HELD = WaitClaims.NOTHING_HELD;
    static final String MAP_COUNT = CountClaims.MAP_COUNT;
    static final String STAYS_UNMAPPED = "unmapped memory stays unmapped";
    static final String NO_ABORT = "no fault undoes another";

    private final Migration protocol;
    private final Books books;
    private final PageId device;

    private MigrateClaims(Migration protocol) {
        this.protocol = protocol;
        this.books = protocol.books();
        this.device = protocol.devicePage();
    }

    /** Every claim that makes sense for {@code protocol}. */
    static Seq<Property> all(Migration protocol) {
        return new MigrateClaims(protocol).all();
    }

    private Seq<Property> all() {
        Vector<Property> claims =
                Vector.of(countSane(), pteRef(), countIsOwners(), mappingsCounted(), staysUnmapped(), inDevice());
        Workload asked = protocol.workload();
        claims = asked.calls(Calls.MUNMAP) ? claims.append(noLeak()) : claims;
        claims = asked.calls(Calls.PIN_SLOW) && protocol.rules().canPin() ? claims.append(pinned()) : claims;
        claims = asked.calls(Calls.TOUCH)
                ? claims.append(noUseAfterFree()).append(noAbort()).append(nothingHeld())
                : claims;
        return asked.calls(Calls.REMOVE)
                ? claims.append(CountClaims.removalNotStuck())
                        .append(ptePagemap())
                        .append(pinPagemap())
                        .append(removed())
                : claims;
    }

    /** A driver's allocation, and a fresh host page, are counted up from 0. */
    private StepProperty countSane() {
        return CountClaims.countSane(
                protocol.pagemap(),
                get -> get.page().equals(protocol.hostPage())
                        || get instanceof PageEvent.Get taken && taken.how() == PageEvent.How.LICENSED,
                page -> page.page().equals(device));
    }

    private int toDevice(View view) {
        return protocol.entries().map(view::read).count(entry -> entry.pointsTo(device));
    }

    private Invariant pteRef() {
        return Invariant.whenever(
                        PTE_REF,
                        "the count of a page covers every PTE that points to it and every pin",
                        view -> toDevice(view) > 0,
                        view -> view.read(protocol.page(device)).refs() >= toDevice(view) + books.pins(view, device))
                .told(run -> Sentences.uncovered(run, books, device, protocol.entries(), 0));
    }

    private Invariant countIsOwners() {
        return Invariant.balanced(
                        CountClaims.COUNT_IS_OWNERS,
                        CountClaims.COUNTS_ARE_HELD,
                        books.balance(Vector.of(device, protocol.hostPage())))
                .told(Sentences.unbalanced(books, Vector.of(device, protocol.hostPage())));
    }

    private Invariant mappingsCounted() {
        return CountClaims.mappingsCounted(
                Vector.of(device, protocol.hostPage()).map(protocol::page),
                protocol.entries(),
                (view, page) -> Option.some(protocol.page(page)));
    }

    /** What stands for memory under way is put back only where nobody has unmapped it (remove_migration_pte). */
    private StepProperty staysUnmapped() {
        return new StepProperty(
                        STAYS_UNMAPPED,
                        "only a fork sets an entry that is clear",
                        step -> step.step().id().equals(Migration.FORKS)
                                || protocol.entries().forAll(entry -> !isMappedAgain(step, entry)))
                .told(Sentences.last(run -> "sets "
                        + protocol.entries()
                                .find(entry -> isNone(run.state(run.length() - 1), entry) && !isNone(run.end(), entry))
                                .get()
                                .name()
                        + ", which is clear"));
    }

    private static boolean isMappedAgain(Transition step, Cell<Pte> entry) {
        return isNone(step.before(), entry) && !isNone(step.after(), entry);
    }

    private static boolean isNone(View view, Cell<Pte> entry) {
        return view.read(entry).equals(Pte.NONE);
    }

    private Invariant noLeak() {
        return Invariant.whenever(
                        NO_LEAK,
                        "when all its users have finished and nothing is mapped, the page is unused and where it"
                                + " belongs",
                        view -> toDevice(view) == 0 && programsEnded(view),
                        view -> view.read(protocol.page(device)).equals(Page.counting(0))
                                && view.read(protocol.pagemap()).refs()
                                        == (view.read(protocol.pagemap()).isLive() ? 1 : 0))
                .told(Sentences.leaked(books, device, 0, protocol.pagemap()));
    }

    private boolean programsEnded(View view) {
        return protocol.programs().forAll(actor -> view.at(actor) == Control.finished());
    }

    private Invariant ptePagemap() {
        return Invariant.whenever(
                        PTE_PAGEMAP,
                        "no PTE points to a page whose pagemap is gone",
                        view -> view.read(protocol.pagemap()).isGone(),
                        view -> toDevice(view) == 0)
                .told(Sentences.mapped(
                        protocol.entries(),
                        entry -> entry.page().exists(device::equals),
                        (run, page) -> Clause.gone(run, run.length(), protocol.pagemap())));
    }

    private Invariant pinPagemap() {
        return Invariant.whenever(
                        PIN_PAGEMAP,
                        "no page whose pagemap is gone is pinned",
                        view -> view.read(protocol.pagemap()).isGone(),
                        view -> !books.isPinned(view, device))
                .told(Sentences.pinnedWithoutMemory(books, protocol.pagemap(), Vector.of(device)));
    }

    private StepProperty noUseAfterFree() {
        return new StepProperty(
                        NO_USE_AFTER_FREE,
                        "no fault calls a driver through a page whose pagemap is gone",
                        step -> step.events().forAll(event -> !(event instanceof UsesPage))
                                || !step.before(protocol.pagemap()).isGone())
                .told(Sentences.last(run -> "uses " + device + ", whose memory map is gone ("
                        + run.sinceWhen(
                                run.length() - 1,
                                view -> view.read(protocol.pagemap()).isGone()) + ")"));
    }

    private StepProperty noAbort() {
        return new StepProperty(
                        NO_ABORT,
                        "no migration gives up because of another fault's reference",
                        step -> !step.events().exists(Aborted.class::isInstance))
                .told(MigrateClaims::aborted);
    }

    /** Whoever goes back to its program lets go: nobody else ever gets the lock (unlock_page, do_swap_page). */
    private Invariant nothingHeld() {
        return Invariant.whenever(
                        NOTHING_HELD, WaitClaims.NO_LOCK_IS_HELD, this::programsEnded, view -> !protocol.isLocked(view))
                .told(run -> Clause.of(
                                run,
                                run.length(),
                                device + " is locked",
                                who -> who + " locks " + device,
                                protocol::isLocked)
                        .meets(Clause.of(
                                run,
                                run.length(),
                                "all programs have ended",
                                who -> who + " ends as the last",
                                this::programsEnded)));
    }

    private static String aborted(Counterexample run) {
        Aborted aborted = (Aborted)
                run.events(run.length()).find(Aborted.class::isInstance).get();
        return Sentences.step(run, run.length()) + " gives the migration up: it meets " + aborted.refs()
                + " references where it expects " + aborted.expected();
    }

    private Sometimes inDevice() {
        return new Sometimes(
                "memory can be in the device", "an entry refers to the device page", view -> toDevice(view) > 0);
    }

    private Sometimes pinned() {
        return new Sometimes(
                "a device page can be pinned", "somebody holds a pin", view -> books.isPinned(view, device));
    }

    private Sometimes removed() {
        return new Sometimes(
                "the driver can be unloaded",
                "the pagemap is gone",
                view -> view.read(protocol.pagemap()).isGone());
    }
}
