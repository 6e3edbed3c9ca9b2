package pagelife.reports.cli;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.time.Duration;
import pagelife.checker.model.TextException;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Options;
import pagelife.models.Family;
import pagelife.models.Protocol;
import pagelife.models.Settings;
import pagelife.models.Variant;
import pagelife.reports.WorkloadsReport;
import pagelife.reports.format.ReportFormat;
import pagelife.reports.outcome.SettingTexts;
import pagelife.reports.outcome.Shell;
import pagelife.reports.page.Amounts;
import pagelife.specs.Expectation;
import pagelife.specs.FamilySpecs;
import pagelife.specs.Inquiry;
import pagelife.specs.Spec;
import pagelife.specs.Subject;
import pagelife.specs.workloads.Enumerated;
import pagelife.specs.workloads.Enumeration;
import picocli.CommandLine.ParseResult;

/** {@code check workloads}: puts every small workload of a variant to the checker. */
final class WorkloadsRun {
    /** So many operations and tasks unless somebody says otherwise: some seconds. */
    static final int USUAL = 3;

    private final Console console;
    private final Shelf shelf;
    private final Many many;
    private final ReportFormat format;

    WorkloadsRun(Console console, Shelf shelf, ParseResult parsed, ReportFormat format) {
        this.console = console;
        this.shelf = shelf;
        this.many = new Many(console, parsed);
        this.format = format;
    }

    Exit run() {
        Subject subject = shelf.subject(many.parsed().matchedPositionalValue(0, ""));
        return run(subject.specs(), subject);
    }

    private <P extends Protocol> Exit run(FamilySpecs<P> specs, Subject subject) {
        Family<P> family = specs.family();
        Variant variant = subject.variant();
        Settings rules = subject.rules().and(SettingTexts.read("rule", many.texts("--rule"), family.rules(), family));
        Settings bounds = SettingTexts.read("bound", many.texts("--bound"), family.bounds(), family);
        requireWorld(bounds, family);
        Enumeration.Limits limits = new Enumeration.Limits(
                many.number("--operations", USUAL), many.number("--tasks", USUAL), many.workers());
        Settings world = world(subject.bounds(), family).and(bounds);
        long start = console.ticker().read();
        long before = cpu();
        Enumerated found = enumerated(
                specs, variant, new Enumeration.Scope(rules, world, many.before(), many.selection()), limits);
        long nanos = console.ticker().read() - start;
        var asked = new WorkloadsReport.Asked(
                variant,
                rules,
                world,
                limits.tasks(),
                command(specs.family().address(variant.fullName()), rules, world));
        format.write(
                WorkloadsReport.of(
                        asked,
                        found,
                        known(specs, variant, rules),
                        new WorkloadsReport.Measured(nanos, cpu() - before)),
                console.page());
        boolean broken = found.claims().exists(claim -> claim.broken() > 0);
        return broken ? Exit.BROKEN : found.isWhole() ? Exit.AS_CLAIMED : Exit.UNDECIDED;
    }

    /** Bounds that say nothing of tasks, which are tried. */
    static Settings requireWorld(Settings bounds, Family<?> family) {
        bounds.asMap()
                .map(io.vavr.Tuple2::_1)
                .find(family.taskBounds()::contains)
                .forEach(bound -> {
                    throw new UsageException(
                            "--bound " + bound + " says which tasks there are, and here all workloads are tried:"
                                    + " leave it out, and say how large they may be with --operations and --tasks");
                });
        return bounds;
    }

    /** The bounds of a row, but for those that say which tasks there are. */
    static Settings world(Settings bounds, Family<?> family) {
        return bounds.asMap()
                .filter(bound -> !family.taskBounds().contains(bound._1()))
                .foldLeft(Settings.NONE, (all, bound) -> all.with(bound._1(), bound._2()));
    }

    private <P extends Protocol> Enumerated enumerated(
            FamilySpecs<P> specs, Variant variant, Enumeration.Scope scope, Enumeration.Limits limits) {
        Options options = many.options().withStopWhenDecided(false);
        long start = console.ticker().read();
        try (ProgressLine line = many.progress(variant.fullName())) {
            return new Enumeration<>(specs, variant, scope, limits, options)
                    .run((size, done, all) -> line.counted(
                            console.ticker().read() - start,
                            Amounts.counted(size, "operation") + ", " + Amounts.grouped(done) + " of "
                                    + Amounts.grouped(all) + " workloads"));
        } catch (TextException e) {
            throw new UsageException(
                    "--before (" + many.parsed().matchedOptionValue("--before", "") + "): " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    static long cpu() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toNanos)
                .orElse(-1L);
    }

    /** The rows about the variant under the same rules that have a claim broken, by its id. */
    static <P extends Protocol> Map<String, Seq<String>> known(FamilySpecs<P> specs, Variant variant, Settings rules) {
        LinkedHashMap<String, Seq<String>> known = LinkedHashMap.empty();
        for (Spec row : specs.specs()
                .filter(one ->
                        one.variant().equals(variant.fullName()) && one.rules().equals(rules))) {
            Inquiry<P> inquiry = Inquiry.about(specs, variant, rules, row.bounds());
            for (Expectation broken : row.expectations().filter(one -> one.verdict() == Verdict.VIOLATED)) {
                String id = inquiry.called(broken.property()).head().id();
                known = known.put(id, known.get(id).getOrElse(Vector.empty()).append(row.id()));
            }
        }
        return known;
    }

    private String command(Seq<String> address, Settings rules, Settings bounds) {
        StringBuilder text = new StringBuilder(Shell.check(Syntax.WORKLOADS, address));
        Vector.of("--operations", "--tasks", "--before", "--max-states", "--timeout")
                .filter(many.parsed()::hasMatchedOption)
                .forEach(option -> text.append(' ')
                        .append(option)
                        .append(' ')
                        .append(Shell.word(many.parsed().matchedOptionValue(option, ""))));
        text.append(many.selected()).append(Many.words("--rule", rules)).append(Many.words("--bound", bounds));
        return text.toString();
    }
}
