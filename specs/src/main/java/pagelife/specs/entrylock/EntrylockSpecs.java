package pagelife.specs.entrylock;

import static pagelife.checker.ltl.Formulas.holds;
import static pagelife.specs.TabledSpecs.row;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.ltl.Formula;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Control;
import pagelife.checker.model.View;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.Property;
import pagelife.checker.property.StepProperty;
import pagelife.models.entrylock.EntryLock;
import pagelife.models.page.DaxEntry;
import pagelife.models.page.Sleeps;
import pagelife.models.page.TaskId;
import pagelife.specs.TabledSpecs;
import pagelife.specs.claims.Clause;
import pagelife.specs.claims.RunClaims;
import pagelife.specs.claims.Sentences;
import pagelife.specs.claims.Witnesses;

/** What we expect of the lock of a DAX entry. */
public final class EntrylockSpecs {
    private static final String PROGRESS = "LTL-5' EntryLockProgress";
    private static final String ENDS = RunClaims.ENTRY_LOCK_PROGRESS;
    private static final String DELETED = "ACT-9 Invalidated";
    private static final String NOT_STUCK = "nobody sleeps forever";

    private EntrylockSpecs() {}

    /** The table. */
    public static TabledSpecs<EntryLock> table() {
        String inverted = "23c84eb78375, 61c30c98ef17 (5.3)";
        String deletion = "698ab77aebff, 4c3d043d271d, 237388320def (5.13)";
        return TabledSpecs.of(EntryLock.family(), EntrylockSpecs::claims)
                .withRuns(EntrylockSpecs::runs)
                .and(row("4.19")
                        .never(Witnesses.ends(EntryLock.WALK))
                        .cites("d7782145e1ad (4.19)")
                        .why("I-6: one page into a large entry the lookup finds that entry again"))
                .and(row("4.20")
                        .cites("d7782145e1ad (4.19)")
                        .why("behind the entry there is another one, then the end"))
                .and(row("5.2")
                        .violated(PROGRESS, 5)
                        .violated(ENDS, 5)
                        .violated(NOT_STUCK, 5)
                        .cites(inverted)
                        .why("I-5: fault locks; scan and invalidation wait; unlock wakes the scan, which wakes nobody"))
                .and(row("5.12")
                        .label("scan")
                        .bounds("invalidations=1 scans=1")
                        .holds(ENDS)
                        .cites(inverted)
                        .why("the scan wakes the next one"))
                .and(row("5.12")
                        .violated(PROGRESS, 7)
                        .violated(ENDS, 7)
                        .violated(NOT_STUCK, 7)
                        .cites(deletion)
                        .why("I-4: three invalidations wait; the first deletes and wakes the second, which"
                                + " finds nothing"))
                .and(row("5.13").holds(ENDS).cites(deletion).why("the deletion wakes all"))
                .and(row("5.13")
                        .label("everybody")
                        .bounds("faults=2 invalidations=2 scans=1 writebacks=1 memoryFailures=1")
                        .cites(deletion)
                        .why("faults, invalidations, a scan, writeback and a memory failure"));
    }

    private static Seq<Property> claims(EntryLock protocol) {
        NoDeadlock notStuck = new NoDeadlock(NOT_STUCK, "no state is stuck with somebody asleep", view -> false)
                .told(Sentences.stuck());
        if (protocol.users().isEmpty()) {
            return protocol.walkers().<Property>map(Witnesses::canEnd).prepend(notStuck);
        }
        return Vector.of(progress(protocol), notStuck, deleted(protocol), Witnesses.allCanEnd(protocol.model()));
    }

    /** Whether it found one or not: else a truncated page would come back with the entry. */
    private static StepProperty deleted(EntryLock protocol) {
        return new StepProperty(
                        DELETED,
                        "an invalidation ends where there is no entry",
                        step -> !step.step().actor().runs(EntryLock.INVALIDATE)
                                || !step.after(step.step().actor().control()).equals(Control.finished())
                                || step.after(protocol.entry()).equals(DaxEntry.ABSENT))
                .told(run -> run.who(run.length()) + " ends and leaves the entry behind (step " + run.length() + ")");
    }

    private static Invariant progress(EntryLock protocol) {
        return Invariant.whenever(
                        PROGRESS,
                        "while a task sleeps for the entry, the entry is locked or a woken task has yet to look at it",
                        view -> !view.read(protocol.queue()).waiters().isEmpty(),
                        view -> view.read(protocol.entry()).locked() || isWakeUnderWay(protocol, view))
                .told(run -> {
                    Actor user = protocol.users()
                            .find(one -> run.end().read(protocol.queue()).holds(new TaskId(one.name())))
                            .get();
                    return Clause.sleeps(
                                    run,
                                    run.length(),
                                    user,
                                    "the entry",
                                    view -> view.read(protocol.queue()).holds(new TaskId(user.name())))
                            .meets(Clause.of(
                                    run,
                                    run.length(),
                                    "the entry is not locked and no wake-up is under way",
                                    who -> who + " leaves the entry unlocked with no wake-up under way",
                                    view -> !view.read(protocol.entry()).locked() && !isWakeUnderWay(protocol, view)));
                });
    }

    /** The same as a claim about runs, with everybody treated fairly; nobody here is a program that may stop. */
    private static Seq<Property> runs(EntryLock protocol) {
        if (protocol.users().isEmpty()) {
            return Vector.empty();
        }
        Seq<Formula> asleep = protocol.users().map(user -> holds(user + " sleeps", view -> isAsleep(view, user)));
        return Vector.of(RunClaims.entryLockProgress(asleep));
    }

    private static boolean isWakeUnderWay(EntryLock protocol, View view) {
        return protocol.users()
                .exists(user ->
                        isAsleep(view, user) && !view.read(protocol.queue()).holds(new TaskId(user.name())));
    }

    private static boolean isAsleep(View view, Actor user) {
        return view.at(user, at -> !user.facts(at, Sleeps.class).isEmpty());
    }
}
