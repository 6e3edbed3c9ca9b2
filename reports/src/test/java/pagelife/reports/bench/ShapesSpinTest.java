package pagelife.reports.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pagelife.checker.Checker;
import pagelife.checker.model.Model;
import pagelife.checker.result.Counts;
import pagelife.checker.search.Options;
import pagelife.models.bench.German;
import pagelife.models.bench.Mail;
import pagelife.models.bench.PerCpu;
import pagelife.models.bench.Pool;
import pagelife.models.bench.Rail;
import pagelife.models.bench.Semaphore;
import pagelife.models.bench.Tickets;
import pagelife.models.bench.Waves;
import pagelife.models.bench.Window;

/** Each benchmark of another shape is the same in Java and in Promela: as many states, and as many transitions. */
class ShapesSpinTest {
    static Stream<Arguments> shapes() {
        return Stream.of(
                Arguments.of(Rail.of(12, 3), Promela.asserting("rail.pml", "S=12", "T=3")),
                Arguments.of(Pool.of(13, 2), Promela.asserting("pool.pml", "K=13", "U=2")),
                Arguments.of(Mail.of(2, 2, 1), Promela.asserting("mail.pml", "C=2", "Q=2", "A=1")),
                Arguments.of(Window.of(2, 3, 3), Promela.asserting("window.pml", "W=2", "M=3", "R=3")),
                Arguments.of(Tickets.of(4, 30), Promela.asserting("tickets.pml", "N=4", "M=30")),
                Arguments.of(PerCpu.of(2, 4, 40), Promela.asserting("percpu.pml", "N=2", "B=4", "M=40")),
                Arguments.of(Semaphore.of(8, 2), Promela.asserting("semaphore.pml", "N=8", "K=2")),
                Arguments.of(Waves.of(9), Promela.asserting("waves.pml", "N=9")),
                Arguments.of(German.of(3), Promela.asserting("german.pml", "N=3")));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void spinCountsTheSame(Model model, Promela promela, @TempDir Path folder)
            throws IOException, InterruptedException {
        Timed timed = new Timed(folder, () -> false);
        assumeTrue(SpinRun.version(timed).isPresent(), "spin and gcc are not both installed");
        Counts ours = Checker.check(model, Vector.empty(), Options.DEFAULT).counts();
        SpinRun spin = new SpinRun(folder, timed);
        spin.build(promela);
        Sample theirs = spin.measure(promela, ours.states());
        assertEquals(theirs.states(), ours.states(), "states");
        assertEquals(theirs.transitions(), ours.transitions() + 1, "transitions: Spin counts one more");
    }
}
