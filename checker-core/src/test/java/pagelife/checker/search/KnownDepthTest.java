package pagelife.checker.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pagelife.checker.Checker;
import pagelife.checker.model.View;
import pagelife.checker.naive.Configuration;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.Property;
import pagelife.checker.property.Sometimes;
import pagelife.checker.property.StepProperty;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Result;
import pagelife.checker.result.Stop;
import pagelife.checker.result.Verdict;

/** What is known of a claim that a limit left undecided, on a {@link Grid} that is 12 wide: 144 states, 23 levels. */
class KnownDepthTest {
    private static final int SIDE = 12;
    private static final int BROKEN_IN = 9;

    private final Grid grid = new Grid(SIDE);
    private final Seq<Property> claims = Vector.of(
            Invariant.always("below 9", "", view -> sum(view) < BROKEN_IN),
            new StepProperty("to below 9", "", step -> sum(step.after()) < BROKEN_IN),
            new Sometimes("reaches 9", "", view -> sum(view) == BROKEN_IN),
            NoDeadlock.strict());

    static Seq<Configuration> breadthFirst() {
        return Configuration.ALL.filter(one -> one.options().order() == Order.BREADTH_FIRST);
    }

    private int sum(View view) {
        return grid.sum(view);
    }

    private Result check(Options options) {
        return Checker.check(grid.model(), claims, options);
    }

    /** Steps that are needed to see each claim decided. */
    private static int needed(Finding finding) {
        return finding.property() instanceof NoDeadlock ? 2 * SIDE - 2 : BROKEN_IN;
    }

    @ParameterizedTest
    @MethodSource("breadthFirst")
    void whateverTheLimitOnStatesNoMoreIsKnownThanIsSo(Configuration configuration) {
        for (int states = 1; states < SIDE * SIDE; states++) {
            requireTrue(check(configuration.options().withLimits(Limits.NONE.withStates(states))));
        }
    }

    @Test
    void soItIsOnDisk(@TempDir Path folder) {
        Options onDisk = Configuration.PLAIN.onDisk(folder).options();
        for (int states = 1; states < SIDE * SIDE; states += 5) {
            requireTrue(check(onDisk.withLimits(onDisk.limits().withStates(states))));
        }
    }

    private static void requireTrue(Result result) {
        for (Finding finding : result.findings()) {
            if (finding.verdict() == Verdict.UNDECIDED && result.stop() != Stop.COMPLETE) {
                assertTrue(finding.known().getOrElse(0) < needed(finding), finding.toString());
            } else {
                assertEquals(Option.none(), finding.known());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("breadthFirst")
    void aLimitOnDepthIsWhatIsKnown(Configuration configuration) {
        Result result = check(configuration.options().withLimits(Limits.NONE.withDepth(7)));
        assertEquals(
                Vector.of(Option.some(7), Option.some(7), Option.some(7), Option.some(6)),
                result.findings().map(Finding::known));
        assertEquals(
                Vector.of(
                        "holds on every run of up to 7 steps: the limit on depth was reached",
                        "holds on every run of up to 7 steps: the limit on depth was reached",
                        "no run of up to 7 steps shows it: the limit on depth was reached",
                        "holds on every run of up to 6 steps: the limit on depth was reached"),
                result.findings().map(Finding::remark));
    }

    @Test
    void depthFirstNothingIsKnown() {
        Result result = check(Options.DEFAULT.withOrder(Order.DEPTH_FIRST).withLimits(Limits.NONE.withStates(5)));
        assertTrue(result.findings().forAll(finding -> finding.known().isEmpty()));
    }
}
