package pagelife.reports.cli;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Vector;
import java.util.function.BiConsumer;
import pagelife.checker.search.Options;
import pagelife.models.Protocol;
import pagelife.models.Settings;
import pagelife.models.Variant;
import pagelife.reports.MatrixReport;
import pagelife.reports.format.ReportFormat;
import pagelife.reports.outcome.Question;
import pagelife.specs.FamilySpecs;
import pagelife.specs.Subject;
import pagelife.specs.fsdax.FsdaxSpecs;
import pagelife.specs.matrix.Combination;
import pagelife.specs.matrix.DesignSpace;
import pagelife.specs.matrix.FsdaxSpace;
import pagelife.specs.matrix.Matrix;
import pagelife.specs.matrix.RuleSpace;
import pagelife.specs.matrix.Survey;

/** Checks every combination of a family's rules. */
record MatrixRun(Console console, Shelf shelf, OwnModels own, ReportFormat format) {
    /** The families whose rules have a design space. */
    static final ByFamily<Surveyed<?>> SPACES = new ByFamily<>(
            Syntax.MATRIX,
            "there is one",
            LinkedHashMap.of("fsdax", () -> new Surveyed<>(FsdaxSpecs.table(), FsdaxSpace.space())));

    /**
     * A design space.
     *
     * @param specs the family with its claims
     * @param space its combinations
     */
    record Surveyed<P extends Protocol>(FamilySpecs<P> specs, DesignSpace space) {
        Matrix survey(Options options, BiConsumer<Integer, Integer> progress) {
            return new Survey<>(specs, space, options).run(progress);
        }

        /** The command that checks a combination: the variant that is nearest to it, and the rules that differ. */
        String command(Combination combination) {
            return specs.family()
                    .variants()
                    .map(variant -> question(variant, changed(variant, space.rules(combination))))
                    .minBy(question -> question.rules().asMap().size())
                    .get()
                    .command();
        }

        private Settings changed(Variant variant, Settings rules) {
            Settings usual = question(variant, Settings.NONE).everyRule();
            return rules.asMap()
                    .filter(rule -> !usual.get(rule._1()).contains(rule._2()))
                    .foldLeft(Settings.NONE, (all, rule) -> all.with(rule._1(), rule._2()));
        }

        private Question question(Variant variant, Settings rules) {
            return new Question(Subject.of(specs, variant), rules, Settings.NONE, Vector.empty(), Options.DEFAULT);
        }
    }

    /** Nobody writes a space for a protocol of one's own: its rules span it. */
    private static <P extends Protocol> Surveyed<P> derived(FamilySpecs<P> specs) {
        try {
            return new Surveyed<>(specs, RuleSpace.of(specs));
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    Exit run(String family) {
        Surveyed<?> surveyed = own.hasNamed(family) ? derived(shelf.family(family)) : SPACES.of(family);
        long start = console.ticker().read();
        Options options = Options.DEFAULT.withTicker(console.ticker()).withInterrupted(console.interrupted());
        Matrix matrix = matrix(surveyed, options, start);
        long nanos = console.ticker().read() - start;
        format.write(MatrixReport.of(matrix, surveyed::command, nanos), console.page());
        return matrix.isWhole() ? Exit.AS_CLAIMED : Exit.UNDECIDED;
    }

    private Matrix matrix(Surveyed<?> surveyed, Options options, long start) {
        try (ProgressLine line = console.progress(ProgressLine.When.AUTO, "matrix: ")) {
            return surveyed.survey(
                    options, (done, all) -> line.counted(console.ticker().read() - start, done, all, "combination"));
        }
    }
}
