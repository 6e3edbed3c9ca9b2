package pagelife.reports.text;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.result.Depth;
import pagelife.checker.result.Stop;
import pagelife.reports.CheckReport.Counts;
import pagelife.reports.CheckReport.Orbits;
import pagelife.reports.CheckReport.Together;
import pagelife.reports.page.Amounts;
import pagelife.reports.page.Page;
import pagelife.reports.told.Told;
import pagelife.reports.told.ToldCheckpoints;
import pagelife.reports.told.ToldWalks;

/** The end of a report: what was explored, and of what. */
final class Explored {
    /** A rate over a shorter time would tell how fast Java starts. */
    private static final long NANOS_FOR_A_RATE = 2_000_000_000;

    private final Page page;

    Explored(Page page) {
        this.page = page;
    }

    /** What was explored in so many nanoseconds, and why no more. */
    void counts(Counts counts, Depth depth, Stop stop, long nanos) {
        page.hanging("explored     ", text(counts, depth, nanos));
        page.hanging("             ", stop.sentence());
    }

    private static String text(Counts counts, Depth depth, long nanos) {
        String text = Amounts.counted(counts.states(), "state") + ", "
                + Amounts.counted(counts.transitions(), "transition") + ", "
                + text(depth, counts.levels()) + " in " + Amounts.seconds(nanos);
        if (nanos < NANOS_FOR_A_RATE) {
            return text;
        }
        double rate = counts.states() * 1e9 / nanos;
        return text + ", " + Amounts.grouped(Math.round(rate)) + " states/s";
    }

    private static String text(Depth depth, int levels) {
        return switch (depth) {
            case LEVELS -> Amounts.counted(levels, "level");
            case LONGEST_PATH -> "a longest path of " + Amounts.counted(levels, "state");
            case LONGEST_WALK -> "a longest walk of " + Amounts.counted(levels, "state");
        };
    }

    /** What the states stand for. */
    void orbits(Orbits orbits) {
        Seq<String> moving = Vector.of(
                        orbits.alike().map(sort -> sort.mkString(", ")).mkString("; "),
                        orbits.identities().map(Explored::together).mkString("; "))
                .reject(String::isEmpty);
        page.hanging(
                "orbits       ",
                moving.isEmpty()
                        ? "no two tasks are alike: every state stands for itself"
                        : "they stand for " + Amounts.counted(orbits.states(), "state") + " in which "
                                + moving.mkString(", and ")
                                + " change places");
        orbits.apart()
                .forEach(kind -> page.hanging("told apart   ", kind.members().mkString(", ") + ": " + kind.why()));
    }

    private static String together(Together identities) {
        return identities.members().map(kind -> kind.mkString(", ")).mkString(" together with ")
                + (identities.tasks().isEmpty() ? "" : " with the tasks at them");
    }

    /** Which walks were taken, and how much of the model they saw. */
    void walks(ToldWalks walks) {
        page.hanging(
                "walked       ",
                Amounts.counted(walks.count(), "walk") + " of up to " + Amounts.counted(walks.depth(), "step") + ", "
                        + walks.strategy() + ", seed " + walks.seed() + "; " + walks.stepsTaken() + " of the "
                        + Amounts.counted(walks.steps(), "step") + " of the model were taken");
    }

    /** What went to disk. */
    void disk(long bytes, ToldCheckpoints checkpoints) {
        if (bytes > 0) {
            page.hanging("disk         ", Amounts.grouped(bytes) + " bytes written");
        }
        String said = text(checkpoints);
        if (!said.isEmpty()) {
            page.hanging("checkpoint   ", said);
        }
    }

    /** What became of the checkpoints; empty when none was asked for, or due. */
    private static String text(ToldCheckpoints facts) {
        Seq<Option<String>> said = Vector.of(
                Option.when(
                        facts.resumedAt() > 0,
                        () -> "went on from one of " + Amounts.counted(facts.resumedAt(), "level")),
                Option.when(
                        facts.written() > 0,
                        () -> facts.written() + " written, the last of " + Amounts.counted(facts.levels(), "level")),
                Option.when(
                        !facts.failure().isEmpty(),
                        () -> facts.failed() + " could not be written, the last for " + facts.failure()));
        return said.flatMap(text -> text).mkString("; ");
    }

    /** Of what. */
    void variant(String name, String kernels, String summary, Map<String, String> ruled) {
        page.hanging(
                "variant      ",
                name + (kernels.isEmpty() ? "" : " (" + kernels + ")") + (summary.isEmpty() ? "" : ": " + summary));
        if (!ruled.isEmpty()) {
            page.hanging("rules        ", Told.line(ruled) + " (overrides of the variant)");
        }
    }
}
