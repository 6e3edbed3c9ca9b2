package pagelife.reports.bench;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.time.Duration;
import pagelife.checker.Checker;
import pagelife.checker.result.Result;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Options;
import pagelife.specs.FamilySpecs;
import pagelife.specs.Stated;
import pagelife.specs.catalogue.Catalogue;

/**
 * Checks variant after variant in one process, as the catalogue, a matrix and workloads do: the small ones of the
 * catalogue, each built and checked with every claim that is not about runs, over and over. What each of the
 * catalogue costs for the first time, while Java is getting warm, is not counted.
 */
final class WarmRun {
    /** How many are measured, so that seconds in all are milliseconds each. */
    static final int MEASURED = 1000;

    private static final long MOST_STATES = 1000;

    private long states;
    private long transitions;
    private int levels;
    private long storeBytes;
    private int bits;
    private long executions;
    private boolean holds = true;

    private WarmRun() {}

    /** What the new process does; the only argument is the number of threads. */
    public static void main(String[] args) {
        Options options = Options.DEFAULT.withThreads(Integer.parseInt(args[0]));
        Seq<Stated<?>> small = Catalogue.families()
                .<Stated<?>>flatMap(FamilySpecs::stated)
                .filter(row -> new WarmRun().check(row, options) < MOST_STATES);
        WarmRun measured = new WarmRun();
        Duration before = used();
        for (int i = 0; i < MEASURED; i++) {
            measured.check(small.get(i % small.size()), options);
        }
        measured.tell(used().minus(before));
    }

    /** CPU time of all threads: of the collector and the compiler, too. */
    private static Duration used() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Adds up what it found; how many states there are. */
    private long check(Stated<?> row, Options options) {
        Stated.Built<?> built = row.build();
        Result result = Checker.check(built.inquiry().model(), built.claims(), options);
        states += result.counts().states();
        transitions += result.counts().transitions();
        levels = Math.max(levels, result.counts().levels());
        storeBytes = Math.max(storeBytes, result.statistics().storeBytes());
        bits = Math.max(bits, result.statistics().bitsPerState());
        executions += result.statistics().executions();
        holds &= result.findings().forAll(finding -> finding.verdict() == Verdict.HOLDS);
        return result.counts().states();
    }

    private void tell(Duration cpu) {
        System.out.println(
                Vector.<Object>of(states, transitions, levels, storeBytes, bits, executions, cpu.toNanos(), holds)
                        .mkString(" "));
    }
}
