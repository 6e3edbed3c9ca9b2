package pagelife.reports.bench;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import pagelife.reports.BenchReport;
import pagelife.reports.BenchReport.Machine;
import pagelife.reports.format.Growing;
import pagelife.reports.format.ReportFormat;
import pagelife.reports.page.Page;

/**
 * Measures the subjects one after the other, each run in a process of its own, and Spin right after us: figures of one
 * run can be compared even where the machine has other things to do.
 */
public final class Bench {
    private final Page page;
    private final ReportFormat format;
    private final Wishes wishes;
    private final BooleanSupplier interrupted;

    /** A bench that tells on this page what was wished for. */
    public Bench(Page page, ReportFormat format, Wishes wishes, BooleanSupplier interrupted) {
        this.page = page;
        this.format = format;
        this.wishes = wishes;
        this.interrupted = interrupted;
    }

    /** The names of all subjects. */
    public static Seq<String> subjects() {
        return Subjects.all().map(Subject::name);
    }

    /** How a bench ends. */
    public enum End {
        /** Everything was measured, and runs of a model agree. */
        AGREED,
        /** Two runs of a model contradict each other. */
        CONTRADICTED,
        /** The user stopped it: what was measured until then was told. */
        STOPPED
    }

    /** Measures and tells. */
    public End run() {
        try {
            Path folder = Files.createTempDirectory("pagelife-bench");
            try {
                return run(folder);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the bench cannot go on: " + e.getMessage(), e);
        }
    }

    private Seq<Subject> wanted() {
        if (wishes.own().isDefined()) {
            return wishes.own().toVector();
        }
        return wishes.only().isEmpty()
                ? Subjects.usual()
                : Subjects.all().filter(known -> wishes.only().exists(known.name()::contains));
    }

    private End run(Path folder) throws IOException {
        Timed timed = new Timed(folder, interrupted);
        try {
            return run(folder, timed, Option.ofOptional(SpinRun.version(timed)));
        } catch (InterruptedException e) { // before anything was measured
            return End.STOPPED;
        }
    }

    private End run(Path folder, Timed timed, Option<String> spin) throws IOException {
        Machine machine = Here.machine(spin.getOrElse(""));
        Growing<BenchReport.Subject> report = format.measurements(machine, page);
        Vector<Measured> all = Vector.empty();
        boolean stopped = false;
        for (Subject subject : wanted()) {
            try {
                all = all.append(measure(subject, timed, spin.map(version -> new SpinRun(folder, timed))));
            } catch (InterruptedException e) {
                stopped = true;
                break;
            }
            report.add(all.last().told());
        }
        report.end(new BenchReport(machine, all.map(Measured::told)));
        if (!all.forAll(measured -> measured.contradictions().isEmpty())) {
            return End.CONTRADICTED;
        }
        return stopped ? End.STOPPED : End.AGREED;
    }

    private Measured measure(Subject subject, Timed timed, Option<SpinRun> spin)
            throws IOException, InterruptedException {
        Map<Integer, OwnSample> own = LinkedHashMap.empty();
        for (int threads : wishes.threads()) {
            Vector<OwnSample> samples = Vector.empty();
            for (int i = 0; i < wishes.repeat(); i++) {
                samples = samples.append(OwnRun.measure(subject, threads, timed));
            }
            own = own.put(
                    threads,
                    median(samples, Comparator.comparing(run -> run.cost().cpuNanos())));
        }
        if (spin.isEmpty() || subject.promela().isEmpty()) {
            return new Measured(subject, own, Option.none());
        }
        Promela promela = subject.promela().get();
        spin.get().build(promela);
        long states = own.head()._2().cost().states();
        Vector<Sample> samples = Vector.empty();
        for (int i = 0; i < wishes.repeat(); i++) {
            samples = samples.append(spin.get().measure(promela, states));
        }
        return new Measured(subject, own, Option.some(median(samples, Comparator.comparing(Sample::cpuNanos))));
    }

    private static <T> T median(Seq<T> samples, Comparator<T> order) {
        return samples.sorted(order).get((samples.size() - 1) / 2);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
