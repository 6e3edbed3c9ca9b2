package pagelife.checker.engine;

import static pagelife.checker.ltl.Formulas.holds;
import static pagelife.checker.ltl.Formulas.infinitelyOften;
import static pagelife.checker.ltl.Formulas.moves;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.nio.file.Path;
import pagelife.checker.engine.store.Disk;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.Property;
import pagelife.checker.property.Sometimes;
import pagelife.checker.property.Temporal;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Result;
import pagelife.checker.search.Limits;
import pagelife.checker.search.Options;
import pagelife.checker.search.Storage;

/**
 * A model for tests of storage: two counters below {@code side} that a step each raises and lowers, and claims of which
 * one holds, one is broken half way, and one is broken at the far corner.
 */
public record Spiral(Model model, Seq<Property> claims) {

    public static Spiral of(int side) {
        return of(side, false);
    }

    /** The same with two claims about runs, of which one holds and one is broken. */
    static Spiral withClaimsAboutRuns(int side) {
        return of(side, true);
    }

    private static Spiral of(int side, boolean aboutRuns) {
        ModelBuilder builder = Model.builder("spiral " + side);
        Cell<Integer> x = builder.cell("x", 0);
        Cell<Integer> y = builder.cell("y", 0);
        for (Cell<Integer> cell : Vector.of(x, y)) {
            builder.task(cell.name())
                    .forever()
                    .step("up", now -> {
                        now.await(now.read(cell) + 1 < side);
                        now.change(cell, n -> n + 1);
                    })
                    .or("down", now -> {
                        now.await(now.read(cell) > 0);
                        now.change(cell, n -> n - 1);
                    });
        }
        Model model = builder.build();
        Vector<Property> runs = Vector.of(
                Temporal.of("comes back", "", infinitelyOften(holds("back", view -> view.read(x) + view.read(y) == 0))),
                Temporal.of("x goes on", "", infinitelyOften(moves(model.actor("x")))));
        return new Spiral(
                model,
                Vector.<Property>of(
                                Invariant.always("within", "", view -> view.read(x) < side),
                                Invariant.always("half", "", view -> view.read(x) + view.read(y) < side),
                                Invariant.always("corner", "", view -> view.read(x) + view.read(y) < 2 * side - 2),
                                new Sometimes("corner is met", "", view -> view.read(x) + view.read(y) == 2 * side - 2))
                        .appendAll(aboutRuns ? runs : Vector.empty()));
    }

    /** The levels and the graph lie in files, and there is just room enough for that. */
    static Options graphInFiles(Path folder, long states) {
        return Options.DEFAULT
                .withLimits(Limits.NONE.withBytes(14 * states))
                .withStorage(Storage.NONE.withScratch(folder));
    }

    /** Answers as text, without what may differ: verdicts, lengths, counts. */
    public static String text(Result result) {
        return result.findings().map(Spiral::text).mkString(" ") + " " + result.stop() + " " + result.counts();
    }

    public static String text(Finding finding) {
        return finding.property().name() + " " + finding.verdict() + " "
                + finding.trace().map(trace -> trace.length()).getOrElse(-1);
    }

    /** Whether what {@code result} claims is so: nothing wrong is said, though less may be. */
    boolean isTrue(Result result, Result truth) {
        boolean findings = result.findings()
                .forAll(finding -> finding.verdict().name().equals("UNDECIDED")
                        || truth.findings().exists(right -> text(right).equals(text(finding))));
        boolean counts = result.stop() != truth.stop() || result.counts().equals(truth.counts());
        return findings && counts;
    }

    public Result run(Disk disk, Options options) {
        return new Search(model, claims, options, disk).run();
    }

    /** Everything goes through disk, and a checkpoint is written after each level. */
    static Options allOnDisk(Path folder) {
        return Options.DEFAULT.withLimits(Limits.NONE.withBytes(1)).withStorage(Storage.NONE.withCheckpoint(folder, 1));
    }

    /** Everything goes through disk. */
    public static Options scratch(Path folder) {
        return Options.DEFAULT.withLimits(Limits.NONE.withBytes(1)).withStorage(Storage.NONE.withScratch(folder));
    }

    /** All in memory, with a checkpoint after each level. */
    public static Options checkpoints(Path folder) {
        return Options.DEFAULT.withStorage(Storage.NONE.withCheckpoint(folder, 1));
    }
}
