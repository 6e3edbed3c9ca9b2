package pagelife.reports.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import pagelife.checker.Checker;
import pagelife.checker.result.Result;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Options;
import pagelife.checker.search.Storage;

/**
 * Checks one subject in a Java of its own, started with the options and the class path of this one: cold, as
 * {@code check} starts it.
 */
public final class OwnRun {
    private OwnRun() {}

    /** What the new process does: checks the subject of the first argument with as many threads as the second says. */
    public static void main(String[] args) {
        Subject subject =
                Subjects.all().find(known -> known.name().equals(args[0])).get();
        Storage disk = Storage.NONE.withScratch(Path.of(System.getProperty("java.io.tmpdir")));
        Options options = Options.DEFAULT.withLimits(subject.limits()).withStorage(disk);
        tell(subject.work().get(), options, args[1]);
    }

    /** Checks this with so many threads, and writes what the process that measures wants to know. */
    public static void tell(Subject.Work work, Options limited, String threads) {
        Options options = limited.withThreads(Integer.parseInt(threads));
        Result result = Checker.check(work.model(), work.properties(), options);
        long searchNanos =
                options.threads() > 1 ? 0 : ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        System.out.println(result.counts().states() + " " + result.counts().transitions() + " "
                + result.counts().levels() + " " + result.statistics().storeBytes() + " "
                + result.statistics().bitsPerState() + " " + result.statistics().executions() + " " + searchNanos + " "
                + result.findings().forAll(finding -> finding.verdict() == Verdict.HOLDS));
    }

    static OwnSample measure(Subject subject, int threads, Timed timed) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(subject.process().append(Integer.toString(threads)).asJava());
        Timed.Run run = timed.run(command);
        String[] said = run.output().strip().split(" ", -1);
        return new OwnSample(
                new Sample(
                        Long.parseLong(said[0]),
                        Long.parseLong(said[1]),
                        Boolean.parseBoolean(said[7]),
                        run.cpuNanos(),
                        run.wallNanos()),
                Integer.parseInt(said[2]),
                Long.parseLong(said[3]),
                Integer.parseInt(said[4]),
                Long.parseLong(said[5]),
                Long.parseLong(said[6]));
    }
}
