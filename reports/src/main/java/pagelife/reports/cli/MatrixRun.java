package pagelife.reports.cli;

import io.vavr.collection.Vector;
import pagelife.checker.search.Options;
import pagelife.models.Settings;
import pagelife.models.Variant;
import pagelife.reports.MatrixReport;
import pagelife.reports.Question;
import pagelife.reports.ReportFormat;
import pagelife.specs.fsdax.FsdaxSpecs;
import pagelife.specs.matrix.Combination;
import pagelife.specs.matrix.DesignSpace;
import pagelife.specs.matrix.FsdaxSpace;
import pagelife.specs.matrix.Matrix;
import pagelife.specs.matrix.Survey;

/** Checks every combination of a family's rules. */
final class MatrixRun {
    /** Commands name a combination by its difference from this variant. */
    private static final String BASE = "fsdax/6.1";

    private final Console console;
    private final ReportFormat format;
    private final FsdaxSpecs specs = new FsdaxSpecs();
    private final DesignSpace space = FsdaxSpace.space();

    MatrixRun(Console console, ReportFormat format) {
        this.console = console;
        this.format = format;
    }

    Exit run(String family) {
        if (!family.equals(space.family())) {
            throw new UsageException("matrix of " + (family.isEmpty() ? "nothing" : family)
                    + ": there is one for fsdax only; ./check matrix fsdax");
        }
        long start = console.ticker().read();
        Options options = Options.DEFAULT.withTicker(console.ticker()).withInterrupted(console.interrupted());
        Matrix matrix = new Survey<>(specs, space, options).run();
        long nanos = console.ticker().read() - start;
        format.write(MatrixReport.of(matrix, this::command, nanos), console.page());
        return matrix.isWhole() ? Exit.AS_CLAIMED : Exit.UNDECIDED;
    }

    private String command(Combination combination) {
        Variant base = specs.family()
                .variants()
                .find(variant -> variant.fullName().equals(BASE))
                .get();
        Settings usual = new Question(
                        specs.family(), base, Settings.NONE, Settings.NONE, Vector.empty(), Options.DEFAULT)
                .everyRule();
        Settings changed = Settings.NONE;
        for (var rule : space.rules(combination).asMap()) {
            changed = usual.get(rule._1()).contains(rule._2()) ? changed : changed.with(rule._1(), rule._2());
        }
        return new Question(specs.family(), base, changed, Settings.NONE, Vector.empty(), Options.DEFAULT).command();
    }
}
