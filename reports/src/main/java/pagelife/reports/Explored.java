package pagelife.reports;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.result.Checkpoints;
import pagelife.checker.result.Counts;
import pagelife.checker.result.Stop;
import pagelife.models.Variant;

/** The end of a report: what was explored, of what, and the command that repeats it. */
final class Explored {
    /** A rate over a shorter time would tell how fast Java starts. */
    private static final long NANOS_FOR_A_RATE = 2_000_000_000;

    private Explored() {}

    static void print(Page page, Outcome outcome) {
        Question question = outcome.question();
        counts(page, outcome);
        variant(page, question);
        page.hanging("bounds       ", question.everyBound().toString());
        if (outcome.result().stop() == Stop.COMPLETE) {
            VacuityText.print(page, outcome.result().vacuity());
        }
        page.hanging("repeat       ", question.command());
    }

    /** What was explored, and why no more. */
    static void counts(Page page, Outcome outcome) {
        page.hanging("explored     ", counts(outcome));
        page.hanging("             ", outcome.result().stop().sentence());
        long disk = outcome.result().statistics().diskBytes();
        if (disk > 0) {
            page.hanging("disk         ", Amounts.grouped(disk) + " bytes written");
        }
        checkpoints(outcome.result().statistics().checkpoints()).forEach(text -> page.hanging("checkpoint   ", text));
    }

    /** Of what. */
    static void variant(Page page, Question question) {
        Variant variant = question.variant();
        page.hanging("variant      ", variant.fullName() + " (" + variant.kernels() + "): " + variant.summary());
        if (!question.rules().isEmpty()) {
            page.hanging("rules        ", question.rules() + " (set otherwise than in the variant)");
        }
    }

    /** What became of the checkpoints; empty when none was asked for, or due. */
    private static Option<String> checkpoints(Checkpoints facts) {
        Seq<String> said = Vector.of(
                        facts.resumedAt().map(levels -> "went on from one of " + Amounts.counted(levels, "level")),
                        Option.when(
                                facts.written() > 0,
                                () -> facts.written() + " written, the last of "
                                        + Amounts.counted(facts.levels().get(), "level")),
                        facts.failure().map(why -> facts.failed() + " could not be written, the last for " + why))
                .flatMap(text -> text);
        return Option.when(!said.isEmpty(), () -> said.mkString("; "));
    }

    private static String counts(Outcome outcome) {
        Counts counts = outcome.result().counts();
        String text = Amounts.counted(counts.states(), "state") + ", "
                + Amounts.counted(counts.transitions(), "transition") + ", "
                + Amounts.counted(counts.levels(), "level") + " in " + Amounts.seconds(outcome.nanos());
        if (outcome.nanos() < NANOS_FOR_A_RATE) {
            return text;
        }
        double rate = counts.states() * 1e9 / outcome.nanos();
        return text + ", " + Amounts.grouped(Math.round(rate)) + " states/s";
    }
}
