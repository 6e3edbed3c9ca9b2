package pagelife.specs.layouts;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Transition;
import pagelife.checker.model.View;
import pagelife.checker.property.Counterexample;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.Property;
import pagelife.checker.property.Sometimes;
import pagelife.checker.property.StepProperty;
import pagelife.models.layouts.Layouts;
import pagelife.models.page.Books;
import pagelife.models.page.Mapping;
import pagelife.models.page.PageId;
import pagelife.models.page.Sleeps;
import pagelife.models.page.TaskId;
import pagelife.specs.claims.Clause;
import pagelife.specs.claims.CountClaims;
import pagelife.specs.claims.Sentences;
import pagelife.specs.claims.WaitClaims;
import pagelife.specs.claims.Witnesses;

/** Claims about truncate. */
final class LayoutsClaims {
    static final String BLOCK_PIN = "INV-4 BlockPin";
    static final String BLOCK_MAPPED = "INV-4m BlockMapped";
    static final String FREE_OF_NO_FILE = "INV-19 FreeOfNoFile";
    static final String CHANGED_UNDER_LOCK = "ACT-8 ChangedUnderLock";
    static final String STUCK_WAITER = WaitClaims.STUCK_WAITER;
    static final String NOT_STUCK = "nobody is stuck";
    static final String CAN_SLEEP = "truncate can sleep";

    private final Layouts protocol;
    private final Books books;
    private final Seq<Actor> truncates;

    private LayoutsClaims(Layouts protocol) {
        this.protocol = protocol;
        this.books = protocol.books();
        this.truncates = protocol.truncates();
    }

    /** Every claim that makes sense for {@code protocol}. */
    static Seq<Property> all(Layouts protocol) {
        return new LayoutsClaims(protocol).all();
    }

    private Seq<Property> all() {
        Vector<Property> claims = Vector.of(CountClaims.countSane(get -> true), CountClaims.countIsOwners(books));
        claims = truncates.isEmpty() ? claims : claims.append(blockPin()).append(blockMapped());
        claims = claims.append(changedUnderLock());
        claims = protocol.rules().freesFirst() ? claims : claims.append(freeOfNoFile());
        claims = claims.append(WaitClaims.endedIsQueuedNowhere(
                protocol.model().actors(), protocol.pages().map(protocol::waiters)));
        claims = claims.append(new NoDeadlock(NOT_STUCK, "whatever anybody waits for can still come", view -> false)
                        .told(Sentences.stuck()))
                .appendAll(truncates.map(Witnesses::canEnd));
        boolean sleeps = !truncates.isEmpty() && protocol.rules().sleeps();
        return sleeps ? claims.append(stuckWaiter()).append(canSleep()) : claims;
    }

    private boolean isFree(View view, PageId page) {
        return view.read(protocol.block(page)).isFree();
    }

    private int mappings(View view, PageId page) {
        return protocol.ptes().map(view::read).count(pte -> pte.pointsTo(page));
    }

    private Invariant blockPin() {
        return Invariant.whenever(
                        BLOCK_PIN,
                        "a page whose block is free, or another file's, is not pinned",
                        view -> protocol.pages().exists(page -> isFree(view, page)),
                        view -> protocol.pages().forAll(page -> !isFree(view, page) || !books.isPinned(view, page)))
                .told(Sentences.pinned(books, protocol.pages(), this::isFree, this::freed));
    }

    private Invariant blockMapped() {
        return Invariant.whenever(
                        BLOCK_MAPPED,
                        "a page whose block is free is not mapped",
                        view -> protocol.pages().exists(page -> isFree(view, page)),
                        view -> protocol.pages().forAll(page -> !isFree(view, page) || mappings(view, page) == 0))
                .told(run -> Sentences.mapped(
                                protocol.ptes(),
                                pte -> pte.page().exists(page -> isFree(run.end(), page)),
                                (same, page) -> freed(same, (PageId) page))
                        .of(run));
    }

    private Invariant freeOfNoFile() {
        return Invariant.whenever(
                        FREE_OF_NO_FILE,
                        "a page whose block is free is in no file",
                        view -> protocol.pages().exists(page -> isFree(view, page)),
                        view -> protocol.pages().forAll(page -> !isFree(view, page) || !isInFile(view, page)))
                .told(run -> {
                    PageId page = protocol.pages()
                            .find(one -> isFree(run.end(), one) && isInFile(run.end(), one))
                            .get();
                    return Clause.of(
                                    run,
                                    run.length(),
                                    page + " is in the file",
                                    who -> who + " leaves " + page + " in the file",
                                    view -> isInFile(view, page))
                            .meets(freed(run, page));
                });
    }

    private boolean isInFile(View view, PageId page) {
        return !view.read(protocol.page(page)).mapping().equals(Mapping.NONE)
                || protocol.entries().exists(entry -> view.read(entry).page().contains(page));
    }

    /** In the step alone: whoever has the lock may have taken it long before. */
    private StepProperty changedUnderLock() {
        return new StepProperty(
                        CHANGED_UNDER_LOCK,
                        "entries are deleted and blocks freed under the invalidate lock only",
                        step -> !takesAway(step)
                                || step.before(protocol.invalidateLock()).writer())
                .told(run -> run.who(run.length()) + " takes a page from the file without the invalidate lock (step "
                        + run.length() + ")");
    }

    private boolean takesAway(Transition step) {
        return protocol.entries()
                        .exists(entry -> step.before(entry).page().isDefined()
                                && step.after(entry).page().isEmpty())
                || protocol.pages()
                        .exists(page -> !step.before(protocol.block(page)).isFree()
                                && step.after(protocol.block(page)).isFree());
    }

    private boolean sleepsFor(View view, PageId page) {
        return truncates.exists(truncate -> sleepsFor(view, truncate, page));
    }

    private boolean sleepsFor(View view, Actor truncate, PageId page) {
        return view.at(
                        truncate,
                        at -> truncate.facts(at, Sleeps.class)
                                .exists(asleep -> asleep.awaits().contains(page)))
                && view.read(protocol.waiters(page)).holds(new TaskId(truncate.name()));
    }

    private Invariant stuckWaiter() {
        return Invariant.whenever(
                        STUCK_WAITER,
                        WaitClaims.LEFT_ASLEEP,
                        view -> protocol.pages().exists(page -> sleepsFor(view, page)),
                        view -> protocol.pages()
                                .forAll(page -> !sleepsFor(view, page)
                                        || books.heldByTasks(view, page) > 0
                                        || mappings(view, page) > 0))
                .told(run -> {
                    PageId page = protocol.pages()
                            .find(one -> sleepsFor(run.end(), one) && isUnheld(run.end(), one))
                            .get();
                    Actor truncate = truncates
                            .find(one -> sleepsFor(run.end(), one, page))
                            .get();
                    return Clause.sleeps(run, run.length(), truncate, page, view -> sleepsFor(view, truncate, page))
                            .meets(Clause.unheld(run, run.length(), page, view -> isUnheld(view, page)));
                });
    }

    private boolean isUnheld(View view, PageId page) {
        return books.heldByTasks(view, page) == 0 && mappings(view, page) == 0;
    }

    private Clause freed(Counterexample run, PageId page) {
        return Clause.of(
                run, run.length(), "its block is free", who -> who + " frees its block", view -> isFree(view, page));
    }

    private Sometimes canSleep() {
        return new Sometimes(
                CAN_SLEEP,
                "truncate sleeps for a page",
                view -> protocol.pages().exists(page -> sleepsFor(view, page)));
    }
}
