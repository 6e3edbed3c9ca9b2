package pagelife.reports.cli;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import pagelife.models.Settings;
import pagelife.models.Variant;
import pagelife.models.fsdax.FsdaxFamily;
import pagelife.reports.ObserveReport;
import pagelife.reports.ObserveReport.Outcome;
import pagelife.reports.ObserveReport.ToldRecording;
import pagelife.reports.ObservedWords;
import pagelife.reports.format.ReportFormat;
import pagelife.reports.outcome.SettingTexts;
import pagelife.reports.outcome.Unknown;
import pagelife.specs.ftrace.NoRecordingException;
import pagelife.specs.ftrace.TraceException;
import pagelife.specs.observe.Coverage;
import pagelife.specs.observe.Observed;
import pagelife.specs.observe.Recording;
import pagelife.specs.observe.Releases;
import pagelife.specs.observe.RuleSurvey;
import picocli.CommandLine.ParseResult;

/** {@code check observe}: puts recordings of kernels to a variant. */
final class ObserveRun {
    private final Console console;
    private final Many many;
    private final ReportFormat format;

    ObserveRun(Console console, ParseResult parsed, ReportFormat format) {
        this.console = console;
        this.many = new Many(console, parsed);
        this.format = format;
    }

    Exit run() {
        long start = console.ticker().read();
        boolean withRun = many.parsed().hasMatchedOption("--run");
        Recording.Counts counts = counts();
        Settings rules = SettingTexts.read(
                "rule", many.texts("--rule"), FsdaxFamily.family().rules(), FsdaxFamily.family());
        Seq<Path> files = files();
        Vector<Observed> all = Vector.empty();
        Vector<ToldRecording> told = Vector.empty();
        Vector<Long> cpuNanos = Vector.empty();
        for (Path file : files) {
            if (console.interrupted().getAsBoolean()) {
                break;
            }
            long before = Trials.cpu();
            Option<Observed> found = observed(file, counts, rules);
            if (found.isEmpty()) {
                continue;
            }
            Observed one = found.get();
            cpuNanos = cpuNanos.append(before < 0 ? -1 : Trials.cpu() - before);
            all = all.append(one);
            told = told.append(ObservedWords.of(one, withRun));
        }
        if (told.isEmpty() && !console.interrupted().getAsBoolean()) {
            throw new UsageException((files.isEmpty()
                            ? "no recording is given"
                            : "none of the " + files.size() + " files in " + given().mkString(", ") + " has an event")
                    + ": give what trace, trace_pipe or trace-cmd report wrote");
        }
        format.write(
                report(
                        all,
                        told,
                        rules,
                        new ObserveReport.Measured(console.ticker().read() - start, cpuNanos)),
                console.page());
        return exit(told);
    }

    private ObserveReport report(
            Seq<Observed> all, Seq<ToldRecording> told, Settings rules, ObserveReport.Measured measured) {
        Seq<Tuple2<Variant, Seq<Observed>>> explained = all.filter(Observed::isExplained)
                .groupBy(Observed::variant)
                .toVector()
                .map(each -> Tuple.of(each._1(), (Seq<Observed>) each._2()))
                .sortBy(each -> each._1().fullName());
        return new ObserveReport(
                told,
                explained
                        .filter(each -> many.parsed().hasMatchedOption("--rules"))
                        .flatMap(each -> ObservedWords.rules(
                                new RuleSurvey(each._1(), rules, each._2().map(Observed::recording)))),
                explained
                        .filter(each -> many.parsed().hasMatchedOption("--coverage"))
                        .flatMap(each -> ObservedWords.steps(Coverage.of(each._1(), rules, each._2()))),
                measured);
    }

    /** Of a file that was found in a directory and has no event, nothing: other texts may lie beside recordings. */
    private Option<Observed> observed(Path file, Recording.Counts counts, Settings rules) {
        try {
            Recording recording = Recording.read(file, counts);
            return Option.some(Observed.of(recording, variant(recording), rules));
        } catch (NoRecordingException e) {
            if (given().contains(file)) {
                throw new UsageException(file + ": " + e.getMessage());
            }
            return Option.none();
        } catch (TraceException e) {
            throw new UsageException(file + ": " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private Variant variant(Recording recording) {
        String named = many.parsed().matchedOptionValue("--variant", "");
        if (!named.isEmpty()) {
            return FsdaxFamily.family()
                    .variant(named)
                    .getOrElseThrow(() -> Unknown.name(
                            "variant",
                            named,
                            FsdaxFamily.family().variants().map(Variant::fullName),
                            "recordings are put to those of fsdax: "
                                    + FsdaxFamily.family()
                                            .variants()
                                            .map(Variant::name)
                                            .mkString(", ")));
        }
        String release = recording
                .kernel()
                .getOrElseThrow(() -> new UsageException(recording.file()
                        + " does not say of which kernel it is, as \"# kernel 6.1.192\" in its first lines would: name a"
                        + " variant with --variant"));
        return Releases.variant(release, recording.isXfs())
                .getOrElseThrow(() -> new UsageException(recording.file() + " is of kernel " + release
                        + ", and no variant stands for it: name one with --variant"));
    }

    private Recording.Counts counts() {
        String text = many.parsed().matchedOptionValue("--counts", "exact");
        return switch (text) {
            case "exact" -> Recording.Counts.EXACT;
            case "hint" -> Recording.Counts.HINT;
            default -> throw new UsageException("--counts (" + text + ") is exact or hint");
        };
    }

    private Seq<Path> given() {
        return Vector.of(many.parsed().matchedPositionalValue(0, new String[0]))
                .map(word -> Request.path("TRACE", word));
    }

    private Seq<Path> files() {
        return given().flatMap(ObserveRun::files).distinct();
    }

    private static Seq<Path> files(Path given) {
        if (!Files.isDirectory(given)) {
            return Vector.of(given);
        }
        try (Stream<Path> all = Files.walk(given)) {
            Seq<Path> found =
                    Vector.ofAll(all.filter(ObserveRun::isTrace).sorted().toList());
            if (found.isEmpty()) {
                throw new UsageException(given + " has no file that ends in .txt or .txt.xz: name the recordings");
            }
            return found;
        } catch (IOException | UncheckedIOException e) {
            throw new UsageException(given + " cannot be read: " + e.getMessage());
        }
    }

    private static boolean isTrace(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".txt") || name.endsWith(".txt.xz");
    }

    private static Exit exit(Seq<ToldRecording> told) {
        if (told.exists(one -> one.outcome() == Outcome.BLOCKED || one.isBroken())) {
            return Exit.BROKEN;
        }
        Option<ToldRecording> open =
                told.find(one -> one.outcome() == Outcome.UNDECIDED || one.outcome() == Outcome.OUT_OF_SCOPE);
        return open.isDefined() ? Exit.UNDECIDED : Exit.AS_CLAIMED;
    }
}
