package pagelife.models.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.Vector;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pagelife.checker.Checker;
import pagelife.checker.model.Model;
import pagelife.checker.naive.Agreement;
import pagelife.checker.naive.Configuration;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.result.Counts;

/** The benchmark protocols of other shapes, small: the naive search agrees on them, and Spin counts the same. */
class ShapesTest {
    /* The counts are those of Spin for reports/src/main/resources/bench, which prints one transition more. */
    static Stream<Arguments> shapes() {
        return Stream.of(
                Arguments.of(Rail.of(10, 2), 329, 620),
                Arguments.of(Pool.of(4, 2), 405, 912),
                Arguments.of(Mail.of(1, 2, 1), 252, 512),
                Arguments.of(Window.of(2, 4, 2), 1_588, 5_856),
                Arguments.of(Tickets.of(3, 5), 155, 285),
                Arguments.of(PerCpu.of(2, 2, 5), 150, 660),
                Arguments.of(Semaphore.of(4, 2), 72, 264),
                Arguments.of(Waves.of(5), 83, 188),
                Arguments.of(German.of(2), 1_461, 3_864));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void smallOnesHaveTheCountsOfSpin(Model model, long states, long transitions) {
        for (Configuration configuration : Configuration.ALL) {
            Counts counts = Checker.check(model, Vector.empty(), configuration.options())
                    .counts();
            assertEquals(states, counts.states(), model.name() + ", " + configuration + ": states");
            assertEquals(transitions, counts.transitions(), model.name() + ", " + configuration + ": transitions");
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void theNaiveSearchAgrees(Model model, long states) {
        Agreement agreement = new Agreement(model, Vector.of(NoDeadlock.strict()));
        agreement.requireAll();
        assertEquals(states, agreement.oracle().states());
    }
}
