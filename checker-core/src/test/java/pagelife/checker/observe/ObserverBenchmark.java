package pagelife.checker.observe;

import io.vavr.collection.Seq;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to explain a recording of a random run of three tasks, whose lines are in order or late. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx1g", "-XX:+UseSerialGC"})
@State(Scope.Thread)
public class ObserverBenchmark {
    private static final long SEED = 7;
    private static final int STEPS = 20_000;

    /** Whether lines may be late. */
    @Param({"false", "true"})
    public boolean late;

    private RandomScene scene = new RandomScene(SEED);
    private Seq<Observation> recording = scene.recording(0, false);

    /** Records a run. */
    @Setup
    public void record() {
        scene = new RandomScene(SEED);
        recording = scene.recording(STEPS, late);
    }

    /** Explains it. */
    @Benchmark
    public long explain() {
        return scene.observer().explain(recording).nodes();
    }
}
