package pagelife.checker.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ticker;
import io.vavr.collection.Vector;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import pagelife.checker.Checker;
import pagelife.checker.ltl.Assumptions;
import pagelife.checker.ltl.Formula;
import pagelife.checker.ltl.Formulas;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Fairness;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.property.Temporal;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Verdict;

/** A claim about runs under limits: whatever its formula costs, a limit ends it, and the answer is true or none. */
class FormulaLimitsTest {
    private record Turning() implements Control {}

    private final Cell<Integer> hand;
    private final Model clock;

    FormulaLimitsTest() {
        ModelBuilder builder = Model.builder("clock");
        hand = builder.cell("hand", Integer.class, 0);
        builder.actor("clock", Turning.class, new Turning())
                .step("c1", "tick", Source.NONE, Turning.class, (at, view) -> {
                    view.write(hand, (view.read(hand) + 1) % 12);
                    return at;
                });
        Cell<Boolean> awake = builder.cell("awake", Boolean.class, false);
        builder.actor("cat", Turning.class, new Turning())
                .step("t1", "turn over", Source.NONE, Turning.class, (at, view) -> {
                    view.write(awake, !view.read(awake));
                    return at;
                });
        clock = builder.build();
    }

    private Formula at(int hour) {
        return Formulas.holds("at " + hour, view -> view.read(hand) == hour);
    }

    /** {@code ([]<>a0 && ... ) -> []<>b}. */
    private Formula assuming(int count) {
        return Formulas.all(Vector.range(0, count).map(hour -> Formulas.infinitelyOften(at(hour))))
                .implies(Formulas.infinitelyOften(at(11)));
    }

    private Finding find(Formula formula, Options options) {
        return Checker.check(clock, Vector.of(Temporal.of("it", "a claim", formula)), options)
                .findings()
                .head();
    }

    /** The answers when a limit is reached at the first, second ... question whether it has been, up to the last. */
    private Set<String> answers(Formula formula, IntFunction<Options> endingAt) {
        Set<String> answers = new TreeSet<>();
        for (int end = 1; end < 3_000 && !answers.contains("HOLDS ") && !answers.contains("VIOLATED "); end++) {
            Finding finding = find(formula, endingAt.apply(end));
            answers.add(finding.verdict() + " " + finding.remark());
        }
        return answers;
    }

    private static BooleanSupplier trueAt(int end) {
        int[] asked = {0};
        return () -> ++asked[0] >= end;
    }

    /** A clock that stands still, and jumps at this reading; the first reading is the start. */
    private static Ticker lateAt(int end) {
        BooleanSupplier late = trueAt(end);
        return new Ticker() {
            @Override
            public long read() {
                return late.getAsBoolean() ? 1_000 : 0;
            }
        };
    }

    @Test
    void anInterruptAtAnyMomentEndsInUndecidedAndNoneInTheAnswer() {
        assertEquals(
                Set.of("HOLDS ", "UNDECIDED the search was interrupted"),
                answers(assuming(4), end -> Options.DEFAULT.withInterrupted(trueAt(end))));
    }

    @Test
    void aTimeoutAtAnyMomentEndsInUndecidedAndNoneInTheAnswer() {
        Options limited = Options.DEFAULT.withLimits(Limits.NONE.withNanos(1_000));
        assertEquals(
                Set.of("HOLDS ", "UNDECIDED the limit on time was reached"),
                answers(assuming(4), end -> limited.withTicker(lateAt(end + 1))));
    }

    /* Whether more fairness would help is asked when the counterexample is there already. */
    @Test
    void anInterruptAfterACounterexampleWasFoundDoesNotLoseIt() {
        assertEquals(
                Set.of(
                        "UNDECIDED the search was interrupted",
                        "VIOLATED the search was interrupted before it was known whether more fairness would help",
                        "VIOLATED "),
                answers(
                        Formulas.eventuallyAlways(at(3)),
                        end -> Options.DEFAULT
                                .withFairness(Assumptions.every(Fairness.WEAK))
                                .withInterrupted(trueAt(end))));
    }

    /* That the cat is owed something is not needed; told to stop before that is known, both are named. */
    @Test
    void anInterruptAfterTheProofLeavesTheFairnessItRestsOnLargerThanNeedBe() {
        Set<String> blames = new TreeSet<>();
        for (int end = 1; end < 200; end++) {
            Options options = Options.DEFAULT
                    .withFairness(Assumptions.every(Fairness.WEAK))
                    .withInterrupted(trueAt(end));
            Finding finding = find(Formulas.infinitelyOften(at(3)), options);
            finding.fairness()
                    .get()
                    .blame()
                    .forEach(blame -> blames.add(
                            finding.verdict() + " " + blame.assumptions().size() + " " + blame.minimal()));
        }
        assertEquals(Set.of("HOLDS 2 false", "HOLDS 1 true"), blames);
    }

    @Test
    void aFormulaTooLargeForAnAutomatonIsUndecidedAndSaysHowLargeOneMayBe() {
        Formula choices = Formulas.all(Vector.range(0, 12)
                .map(hour -> Formulas.eventually(at(hour).and(Formulas.next(Formulas.eventually(at(11 - hour)))))));
        Finding finding = find(Formulas.not(choices), Options.DEFAULT);
        assertEquals(Verdict.UNDECIDED, finding.verdict());
        assertTrue(
                finding.remark()
                        .startsWith("the formula is too large: its automaton needs more than 1000 states; split it"),
                finding::remark);
    }

    @Test
    void twelveAssumptionsAreNoTrouble() {
        assertEquals(Verdict.HOLDS, find(assuming(12), Options.DEFAULT).verdict());
    }

    @Test
    void aHundredEquivalencesAreNoTrouble() {
        Formula midnight = at(0);
        Formula chain = midnight;
        for (int i = 0; i < 101; i++) {
            chain = chain.iff(midnight);
        }
        assertEquals(
                Verdict.VIOLATED,
                find(Formulas.not(Formulas.always(chain)), Options.DEFAULT).verdict());
        assertEquals(
                Verdict.HOLDS, find(Formulas.always(chain), Options.DEFAULT).verdict());
    }
}
