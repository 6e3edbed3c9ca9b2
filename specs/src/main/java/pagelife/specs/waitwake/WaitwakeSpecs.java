package pagelife.specs.waitwake;

import static pagelife.specs.TabledSpecs.row;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.Actor;
import pagelife.checker.model.At;
import pagelife.checker.model.Control;
import pagelife.checker.model.Transition;
import pagelife.checker.model.View;
import pagelife.checker.property.Counterexample;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.Property;
import pagelife.checker.property.Sometimes;
import pagelife.checker.property.StepProperty;
import pagelife.models.page.Books;
import pagelife.models.page.PageId;
import pagelife.models.page.TaskId;
import pagelife.models.waitwake.Dropper;
import pagelife.models.waitwake.Waiter;
import pagelife.models.waitwake.Waitwake;
import pagelife.specs.TabledSpecs;
import pagelife.specs.claims.Clause;
import pagelife.specs.claims.CountClaims;
import pagelife.specs.claims.Sentences;
import pagelife.specs.claims.WaitClaims;
import pagelife.specs.claims.Witnesses;

/** What we expect of waiting and waking. */
public final class WaitwakeSpecs {
    private static final String STUCK = WaitClaims.STUCK_WAITER;
    private static final String DEADLOCK = NoDeadlock.strict().name();
    private static final String IDLE = "a waiter finds the pages idle";
    private static final String PRIMITIVE = "include/linux/wait_bit.h, kernel/sched/wait_bit.c, 6.1";

    private WaitwakeSpecs() {}

    /** The table. */
    public static TabledSpecs<Waitwake> table() {
        return mutants(right(TabledSpecs.of(Waitwake.family(), WaitwakeSpecs::claims)));
    }

    private static TabledSpecs<Waitwake> right(TabledSpecs<Waitwake> table) {
        return table.and(row("right").cites(PRIMITIVE).why("one waiter, one pin"))
                .and(row("right")
                        .label("more-of-all")
                        .bounds("pages=2 pins=2 newPins=1 waiters=2 signals=1")
                        .cites(PRIMITIVE)
                        .why("two waiters, two pages, pins that come and go, signals"));
    }

    private static TabledSpecs<Waitwake> mutants(TabledSpecs<Waitwake> table) {
        return table.and(row("m1")
                        .violated(STUCK, 5)
                        .violated(DEADLOCK, 5)
                        .cites(PRIMITIVE)
                        .why("G-m1: the wake comes between test and enqueue"))
                .and(row("m2")
                        .violated(STUCK, 5)
                        .violated(DEADLOCK, 5)
                        .cites(PRIMITIVE)
                        .why("G-m2: the waker sees an empty queue, then the waiter still sees the pin"))
                .and(row("m3")
                        .violated(STUCK, 6)
                        .violated(DEADLOCK, 6)
                        .cites("166329930818.2786261, patch 1 of the 2022 series")
                        .why("G-m3: the wake reaches nobody"))
                .and(row("m4")
                        .violated(STUCK, 4)
                        .violated(DEADLOCK, 4)
                        .cites("f4f451a16dd1 (5.19)")
                        .why("G-m4, seed 004: 2 to 1 is not 0"))
                .and(row("m5")
                        .violated(STUCK, 11)
                        .violated(DEADLOCK, 11)
                        .cites(PRIMITIVE)
                        .why("G-m5: woken, but pinned again meanwhile; the second wake finds no one"))
                .and(row("m6")
                        .violated(STUCK, 6)
                        .violated(DEADLOCK, 6)
                        .violated(IDLE, 2)
                        .cites("mm/memremap.c memunmap_pages, 5.10")
                        .why("G-m6, A5: the count passes 1 before the waiter looks; A4: it is 1 while a pin is left"))
                .and(row("m7")
                        .violated(IDLE, 2)
                        .cites("mm/memremap.c memunmap_pages, 5.10")
                        .why("G-m7: at most 1 repairs the sleep, not the early end"))
                .and(row("m8")
                        .violated(IDLE, 4)
                        .cites("b1f382178d15 (4.19)")
                        .why("G-m8, I-10: the page became idle before the sleep, the other page was never looked at"))
                .and(row("right")
                        .label("put-twice")
                        .rules("puts=twice")
                        .bounds("pins=2")
                        .violated(CountClaims.COUNT_IS_OWNERS, 1)
                        .violated(CountClaims.COUNT_SANE, 2)
                        .violated(IDLE, 2)
                        .violated(STUCK, 6)
                        .violated(DEADLOCK, 6)
                        .cites(PRIMITIVE)
                        .why("a mutant: every pin is dropped twice, so that the second one takes more than there is"))
                .and(row("m9")
                        .violated(STUCK, 8)
                        .violated(DEADLOCK, 10)
                        .cites("237388320def (5.13)")
                        .why("G-m9: the one that is woken does not pass it on"));
    }

    private static Seq<Property> claims(Waitwake protocol) {
        Books books = protocol.books();
        return Vector.of(
                CountClaims.countSane(get -> false),
                CountClaims.countIsOwners(books),
                notStuck(protocol, books),
                new StepProperty(
                                IDLE,
                                "a waiter that ends without a signal leaves no page pinned",
                                step -> !ends(step)
                                        || protocol.pages().forAll(page -> !books.isPinned(step.before(), page)))
                        .told(run -> endsTooEarly(run, protocol, books)),
                WaitClaims.endedIsQueuedNowhere(
                        protocol.model().actors(), protocol.pages().map(protocol::waiters)),
                new Sometimes(
                        "a waiter can sleep",
                        "a waiter sleeps in a queue",
                        view -> sleepers(protocol, view).nonEmpty()),
                NoDeadlock.strict().told(Sentences.stuck()),
                Witnesses.allCanEnd(protocol.model()));
    }

    private static Invariant notStuck(Waitwake protocol, Books books) {
        return Invariant.whenever(
                        STUCK,
                        WaitClaims.LEFT_ASLEEP,
                        view -> sleepers(protocol, view).nonEmpty(),
                        view -> sleepers(protocol, view).forAll(waiter -> {
                            PageId page = asleep(view, waiter).get().page();
                            return books.isPinned(view, page) || isWakeComing(protocol, view, page);
                        }))
                .told(run -> {
                    Actor waiter = sleepers(protocol, run.end())
                            .find(one -> isLost(
                                    protocol,
                                    books,
                                    run.end(),
                                    asleep(run.end(), one).get().page()))
                            .get();
                    PageId page = asleep(run.end(), waiter).get().page();
                    return Clause.sleeps(
                                    run,
                                    run.length(),
                                    waiter,
                                    page,
                                    view -> sleepers(protocol, view).contains(waiter))
                            .meets(Clause.of(
                                    run,
                                    run.length(),
                                    "nobody pins " + page + " or is about to wake for it",
                                    who -> who + " leaves " + page + " without a pin and without a wake-up to come",
                                    view -> isLost(protocol, books, view, page)));
                });
    }

    private static boolean isLost(Waitwake protocol, Books books, View view, PageId page) {
        return !books.isPinned(view, page) && !isWakeComing(protocol, view, page);
    }

    private static String endsTooEarly(Counterexample run, Waitwake protocol, Books books) {
        int before = run.length() - 1;
        PageId page = protocol.pages()
                .find(one -> books.isPinned(run.state(before), one))
                .get();
        return Clause.pins(run, before, books, page).stated() + " when " + run.who(run.length())
                + " stops waiting (step " + run.length() + ")";
    }

    private static Option<Waiter.Asleep> asleep(View view, Actor actor) {
        return view.at(actor) instanceof At at ? at.at(Waiter.ASLEEP) : Option.none();
    }

    /** The waiters that sleep and were not woken. */
    private static Seq<Actor> sleepers(Waitwake protocol, View view) {
        return protocol.model()
                .actors()
                .filter(actor -> asleep(view, actor)
                        .exists(asleep -> !asleep.queued()
                                || view.read(protocol.waiters(asleep.page())).holds(new TaskId(actor.name()))));
    }

    private static boolean isWakeComing(Waitwake protocol, View view, PageId page) {
        return protocol.model()
                .actors()
                .exists(actor -> view.at(
                        actor,
                        at -> Waitwake.drops(actor, at, Dropper.WAKES, page)
                                || protocol.rules().changesFirst() && Waitwake.drops(actor, at, Dropper.LOOK, page)));
    }

    private static boolean ends(Transition step) {
        return step.step().id().startsWith("w")
                && !step.step().id().equals("w3")
                && step.after(step.actor().control()) == Control.finished();
    }
}
