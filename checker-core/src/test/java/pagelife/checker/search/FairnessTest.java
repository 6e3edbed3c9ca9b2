package pagelife.checker.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pagelife.checker.ltl.Formulas.eventually;
import static pagelife.checker.ltl.Formulas.finished;
import static pagelife.checker.ltl.Formulas.holds;
import static pagelife.checker.ltl.Formulas.infinitelyOften;
import static pagelife.checker.ltl.Formulas.moves;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pagelife.checker.Checker;
import pagelife.checker.ltl.Assumption;
import pagelife.checker.ltl.Assumptions;
import pagelife.checker.ltl.Formula;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Fairness;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.property.Temporal;
import pagelife.checker.result.Blame;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Result;
import pagelife.checker.result.Stop;
import pagelife.checker.result.Treatment;
import pagelife.checker.result.Vacuity;
import pagelife.checker.result.Verdict;

/** A waiter that needs a flag up, and a waker that sets it once, or up and down forever. */
class FairnessTest {
    private record There() implements Control {}

    private static final class Waiting {
        private final Cell<Boolean> flag;
        private final Model model;
        private final Formula up;
        private final Formula woken;

        Waiting(Fairness waker, boolean again) {
            ModelBuilder builder = Model.builder("waiter and waker");
            this.flag = builder.cell("flag", Boolean.class, false);
            builder.actor("waiter", There.class, new There())
                    .step(
                            "w1",
                            "go on",
                            Source.NONE,
                            There.class,
                            (at, view) -> view.read(flag) ? Control.finished() : view.waits());
            builder.actor("waker", There.class, new There())
                    .fairness(waker)
                    .step("k1", "raise", Source.NONE, There.class, (at, view) -> {
                        if (view.read(flag)) {
                            return view.waits();
                        }
                        view.write(flag, true);
                        return again ? at : Control.finished();
                    })
                    .step("k2", "lower", Source.NONE, There.class, (at, view) -> {
                        if (!view.read(flag)) {
                            return view.waits();
                        }
                        view.write(flag, false);
                        return at;
                    });
            this.model = builder.build();
            this.up = holds("up", view -> view.read(flag));
            this.woken = eventually(finished(model.actor("waiter")));
        }

        private Result check(Temporal property, Options options) {
            return Checker.check(model, Vector.of(property), options.withAuditEvery(1));
        }

        private Finding find(Formula formula) {
            return check(Temporal.of("it", "a claim", formula), Options.DEFAULT)
                    .findings()
                    .get(0);
        }

        Finding findWoken() {
            return find(woken);
        }
    }

    private static String blamed(Finding finding) {
        return finding.fairness()
                .get()
                .blame()
                .map(Blame::assumptions)
                .map(Seq::mkString)
                .getOrElse("nothing");
    }

    @Test
    void aWakerThatIsOwedAStepTakesIt() {
        Finding finding = new Waiting(Fairness.WEAK, false).findWoken();
        assertEquals(Verdict.HOLDS, finding.verdict());
        assertEquals("WF(waiter)WF(waker)", blamed(finding));
    }

    @Test
    void aWakerThatIsOwedNothingMayStopAndTheRunEndsThere() {
        Waiting lazy = new Waiting(Fairness.NONE, false);
        Finding finding = lazy.findWoken();
        assertEquals(Verdict.VIOLATED, finding.verdict());
        assertEquals(0, finding.trace().get().length());
        assertEquals(0, finding.trace().get().loopStart().get());
        assertEquals("WF(waker)", blamed(finding));
        assertEquals(
                Vector.of(new Treatment(
                        Assumption.of(lazy.model.actor("waiter"), Fairness.WEAK), Treatment.How.NEVER_ENABLED, 0)),
                finding.fairness().get().treatments());
        assertEquals(
                Vector.of(lazy.model.actor("waker")), finding.fairness().get().notOwed());
    }

    @Test
    void againAndAgainEnabledIsNotEnoughForWeakFairness() {
        Waiting again = new Waiting(Fairness.WEAK, true);
        Finding finding = again.findWoken();
        assertEquals(Verdict.VIOLATED, finding.verdict());
        assertEquals(
                Vector.of("k1", "k2"),
                finding.trace().get().loop().map(taken -> taken.step().id()));
        assertEquals("SF(waiter)", blamed(finding));
        Assumptions strong = Assumptions.DECLARED.with("waiter", Fairness.STRONG);
        Temporal property = Temporal.of("it", "a claim", again.woken).under(strong);
        Finding fair = again.check(property, Options.DEFAULT).findings().get(0);
        assertEquals(Verdict.HOLDS, fair.verdict());
        assertEquals("SF(waiter)WF(waker)", blamed(fair));
    }

    @Test
    void optionsOverruleThePropertyWhichOverrulesTheModel() {
        Waiting model = new Waiting(Fairness.NONE, false);
        Temporal all = Temporal.of("it", "a claim", model.woken).under(Assumptions.every(Fairness.WEAK));
        assertEquals(
                Verdict.HOLDS,
                model.check(all, Options.DEFAULT).findings().get(0).verdict());
        Options none = Options.DEFAULT.withFairness(Assumptions.NONE);
        assertEquals(Verdict.VIOLATED, model.check(all, none).findings().get(0).verdict());
    }

    @Test
    void aPremiseThatNothingMeetsIsSaidAloud() {
        Waiting model = new Waiting(Fairness.WEAK, false);
        Formula never = holds("never", view -> false);
        Result result = model.check(Temporal.of("it", "a claim", never.leadsTo(model.up)), Options.DEFAULT);
        assertEquals(Verdict.NEVER_HAPPENS, result.findings().get(0).verdict());
        Vacuity vacuity = result.vacuity();
        assertEquals(Vector.of("never"), vacuity.neverTrue());
        assertEquals(Vector.of("it"), vacuity.premisesNeverMet().map(property -> property.name()));
        assertEquals(Vector.of("k2"), vacuity.stepsNeverTaken().map(step -> step.id()));
    }

    @Test
    void temporalPropertiesDoNotChangeWhatIsExplored() {
        Waiting model = new Waiting(Fairness.WEAK, true);
        Result with = model.check(Temporal.of("it", "a claim", model.woken), Options.DEFAULT.withStopWhenDecided(true));
        Result without = Checker.check(model.model, Vector.empty(), Options.DEFAULT);
        assertEquals(without.counts(), with.counts());
        assertEquals(Stop.COMPLETE, with.stop());
    }

    @Test
    void anInterruptedSearchDecidesNothing() {
        Waiting model = new Waiting(Fairness.WEAK, true);
        Temporal property = Temporal.of("it", "a claim", infinitelyOften(moves(model.model.actor("waker"))));
        Finding finding = model.check(property, Options.DEFAULT.withInterrupted(() -> true))
                .findings()
                .get(0);
        assertEquals(Verdict.UNDECIDED, finding.verdict());
        assertEquals(Stop.INTERRUPTED.sentence(), finding.remark());
        assertTrue(finding.trace().isEmpty());
    }

    @Test
    void aResumedSearchGivesTheSameAnswers(@TempDir Path folder) {
        Waiting model = new Waiting(Fairness.WEAK, true);
        Temporal property = Temporal.of("it", "a claim", model.woken);
        Storage storage = Storage.NONE.withCheckpoint(folder, 1);
        Result first = model.check(property, Options.DEFAULT.withStorage(storage));
        Result resumed = model.check(property, Options.DEFAULT.withStorage(storage.resuming()));
        assertEquals(first.findings(), resumed.findings());
        assertEquals(first.vacuity(), resumed.vacuity());
        assertEquals(first.counts(), resumed.counts());
    }
}
