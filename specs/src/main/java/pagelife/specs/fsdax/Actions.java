package pagelife.specs.fsdax;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.At;
import pagelife.checker.model.Control;
import pagelife.checker.model.Place;
import pagelife.checker.model.State;
import pagelife.checker.model.Transition;
import pagelife.checker.property.Counterexample;
import pagelife.checker.property.Property;
import pagelife.checker.property.StepProperty;
import pagelife.models.fsdax.Cells;
import pagelife.models.fsdax.Fault;
import pagelife.models.fsdax.FsdaxProtocol;
import pagelife.models.fsdax.Rules;
import pagelife.models.page.Custody;
import pagelife.models.page.FileId;
import pagelife.models.page.PageEvent;
import pagelife.models.page.PageEvent.How;
import pagelife.models.page.PageId;
import pagelife.models.parts.Calls;
import pagelife.models.parts.FastPin;
import pagelife.models.parts.Memunmap;
import pagelife.models.parts.Truncate;
import pagelife.specs.claims.Clause;
import pagelife.specs.claims.CountClaims;
import pagelife.specs.claims.Sentences;

/** What must hold of every step. */
final class Actions {
    private final FsdaxProtocol protocol;
    private final Seq<PageId> pages;
    private final Cells cells;
    private final Rules rules;
    private final Ghosts ghosts;

    Actions(FsdaxProtocol protocol, Ghosts ghosts) {
        this.protocol = protocol;
        this.pages = protocol.world().pages();
        this.cells = protocol.cells();
        this.rules = protocol.rules();
        this.ghosts = ghosts;
    }

    /**
     * Counts are handled sanely: no put at 0, no unlicensed get at 0, no get and no put (not even a get that is
     * refused) on a page whose pagemap is gone. Other accesses to such a page are the matter of {@link #noTouch}.
     */
    Property countSane() {
        return CountClaims.countSane(cells.pagemap(), this::isLicensed);
    }

    private boolean isLicensed(Transition step, PageEvent.Get get) {
        return get.how() == How.LICENSED && get.before() == 0 && mayResurrect(step, get.page());
    }

    /** The strong form: a step that reads or writes a struct page in any way finds its memory still there. */
    Property noTouch() {
        return new StepProperty(
                        "INV-5s NoTouch",
                        "no access of any kind to a struct page after its pagemap is gone",
                        step -> pages.forAll(page -> !touches(step, page))
                                || !step.before(cells.pagemap()).isGone())
                .told(Sentences.last(run -> "touches "
                        + pages.find(page -> touches(run.taken(run.length()), page))
                                .get() + ", whose memory map is gone ("
                        + run.sinceWhen(
                                run.length() - 1,
                                view -> view.read(cells.pagemap()).isGone()) + ")"));
    }

    /** {@code gup still pins P0 (since step 9) when removal takes the memory map away (step 14)}. */
    private String used(Counterexample run) {
        int before = run.length() - 1;
        State state = run.state(before);
        PageId page = pages.find(one -> !ghosts.mappings(state, one).isEmpty() || ghosts.isPinned(state, one))
                .get();
        Clause user = ghosts.isPinned(state, page)
                ? Clause.pins(run, before, protocol.books(), page)
                : Clause.maps(
                        run, before, cells.pte(ghosts.mappings(state, page).head()), page);
        String goes = run.end().read(cells.pagemap()).isGone() ? " takes" : " was to take";
        return user.stated() + " when " + run.who(run.length()) + goes + " its memory map away (step " + run.length()
                + ")";
    }

    private String idled(Counterexample run) {
        Transition last = run.taken(run.length());
        PageId page =
                pages.find(one -> becomesIdle(last, one) && !wakes(last, one)).get();
        return "makes " + page + " idle (" + last.before(cells.page(page)).refs() + " to "
                + last.after(cells.page(page)).refs() + ") and wakes nobody";
    }

    private String resurrected(Counterexample run) {
        Transition last = run.taken(run.length());
        PageId page = pages.find(one -> resurrects(last, one) && !mayResurrect(last, one))
                .get();
        return "raises the count of " + page + " from 0 to "
                + last.after(cells.page(page)).refs() + " without the locks of a fault";
    }

    private boolean touches(Transition step, PageId page) {
        return step.hasRead(cells.page(page)) || step.wrote(cells.page(page));
    }

    /** What one would want of removal; eras promise less. */
    Property removedUnused() {
        return new StepProperty(
                        "ACT-1 RemovedUnused",
                        "the memory map is removed only when no page of it is mapped or pinned",
                        step -> !At.isAt(step.before().at(step.actor()), Memunmap.REMOVE)
                                || pages.forAll(page ->
                                        ghosts.mappings(step.before(), page).isEmpty()
                                                && !ghosts.isPinned(step.before(), page)))
                .told(this::used);
    }

    /** Whoever makes true what waiters wait for says so, within the same step. */
    Property idleWakes() {
        return new StepProperty(
                        "ACT-2 IdleWakes",
                        "a step that makes a page idle, as its waiters test it, wakes them",
                        step -> pages.forAll(page -> !becomesIdle(step, page) || wakes(step, page)))
                .told(Sentences.last(this::idled));
    }

    private boolean becomesIdle(Transition step, PageId page) {
        return step.wrote(cells.page(page))
                && !rules.looksIdle(step.before(cells.page(page)).refs())
                && rules.looksIdle(step.after(cells.page(page)).refs());
    }

    private static boolean wakes(Transition step, PageId page) {
        return step.events()
                .exists(event ->
                        event instanceof PageEvent.Wake wake && wake.about().equals(page));
    }

    /** Only a fault that holds the entry lock and the invalidate lock brings a page back from 0. */
    Property noResurrect() {
        return new StepProperty(
                        "ACT-3 NoResurrect",
                        "only a fault that holds the entry lock and the invalidate lock raises a count from 0",
                        step -> pages.forAll(page -> !resurrects(step, page) || mayResurrect(step, page)))
                .told(Sentences.last(this::resurrected));
    }

    private boolean resurrects(Transition step, PageId page) {
        return step.wrote(cells.page(page))
                && step.before(cells.page(page)).refs() == 0
                && step.after(cells.page(page)).refs() > 0;
    }

    private boolean mayResurrect(Transition step, PageId page) {
        Control at = step.before().at(step.actor());
        return place(at, Fault.HOLD).exists(target -> target.page().equals(page))
                && protocol.place(step.actor(), at)
                        .map(protocol.world()::entry)
                        .exists(entry -> step.before(cells.entry(entry)).locked()
                                && step.before(cells.invalidateLock(entry.file()))
                                                .readers()
                                        > 0);
    }

    private static <L> Option<L> place(Control control, Place<L> place) {
        return control instanceof At at ? at.at(place) : Option.none();
    }

    /** Scan and free belong into one hold of the lock. */
    Property freedAfterScan() {
        return new StepProperty(
                        "ACT-4 FreedAfterScan",
                        "a block is freed only when every page was found idle since the invalidate lock was taken"
                                + " exclusively, or since an eviction began, which needs none",
                        step -> pages.forAll(page -> !frees(step, page) || mayFree(step, page)))
                .told(Sentences.last(run -> freed(run.taken(run.length()))));
    }

    private String freed(Transition step) {
        return "frees the block of "
                + pages.find(page -> frees(step, page) && !mayFree(step, page)).get()
                + " without having found every page idle "
                + (evicts(step) ? "since it began" : "in this hold of the invalidate lock");
    }

    private boolean frees(Transition step, PageId page) {
        return step.wrote(cells.block(page))
                && !step.before(cells.block(page)).isFree()
                && step.after(cells.block(page)).isFree();
    }

    private boolean mayFree(Transition step, PageId page) {
        FileId owner = ((Custody.Block) step.before(cells.block(page))).file();
        return place(step.before().at(step.actor()), Truncate.FREE_BLOCKS)
                        .exists(walk -> walk.scanned() == Truncate.Scanned.ALL)
                && (step.before(cells.invalidateLock(owner)).writer() || evicts(step));
    }

    /** An eviction needs no lock: nobody else can reach the file. */
    private static boolean evicts(Transition step) {
        return step.actor()
                .call(step.before().at(step.actor()))
                .exists(call -> Calls.EVICTING.contains(call.operation().name()));
    }

    /** What was grabbed is what the entry still points to. */
    Property grabbedAsSeen() {
        return new StepProperty(
                        "ACT-5 GrabbedAsSeen",
                        "GUP-fast succeeds only if the PTE is still the one it read before its grab",
                        this::grabsAsSeen)
                .told(Sentences.last(run -> "takes its grab for good, though the PTE is not the one it read before"));
    }

    private boolean grabsAsSeen(Transition step) {
        Control at = step.before().at(step.actor());
        return place(at, FastPin.RECHECK)
                .forAll(grabbed -> !succeeds(step)
                        || protocol.place(step.actor(), at)
                                .exists(pte -> step.before(cells.pte(pte)).equals(grabbed.seen())));
    }

    private static boolean succeeds(Transition step) {
        return step.events().exists(PageEvent.Passed.class::isInstance);
    }

    /** Else it sleeps on, and its waker thinks that it does not. */
    Property wokenLeaves() {
        return new StepProperty(
                        "ACT-6 WokenLeaves",
                        "a wake-up for a page leaves nobody asleep in its queue",
                        step -> pages.forAll(page -> !wakes(step, page) || isEmptyAfter(step, page)))
                .told(Sentences.last(run -> "wakes those who wait for "
                        + pages.find(page -> wakes(run.taken(run.length()), page)
                                        && !isEmptyAfter(run.taken(run.length()), page))
                                .get()
                        + ", and leaves some of them in the queue"));
    }

    private boolean isEmptyAfter(Transition step, PageId page) {
        return step.after(cells.pageWaiters(page)).waiters().isEmpty();
    }

    /** The claims that some step within {@code scope} can put to the test. */
    Seq<Property> all(Scope scope) {
        Vector<Property> claims = Vector.of(countSane());
        claims = scope.removed() ? claims.append(noTouch()).append(removedUnused()) : claims;
        claims = claims.append(idleWakes()).append(noResurrect());
        claims = scope.waited() ? claims.append(wokenLeaves()) : claims;
        claims = scope.truncated() ? claims.append(freedAfterScan()) : claims;
        return scope.pinnedFast() ? claims.append(grabbedAsSeen()) : claims;
    }
}
