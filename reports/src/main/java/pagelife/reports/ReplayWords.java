package pagelife.reports;

import io.vavr.collection.Seq;
import pagelife.reports.page.Amounts;
import pagelife.specs.kept.Divergence;
import pagelife.specs.kept.KeptTest;
import pagelife.specs.kept.Reading;
import pagelife.specs.kept.Refusal;
import pagelife.specs.kept.Retraced;

/** What became of a kept run, in words. */
public final class ReplayWords {
    private ReplayWords() {}

    /** A sentence without a full stop. */
    static String of(KeptTest.Done done) {
        return of(
                done.retraced(),
                done.condition().run().get().steps().size(),
                done.at().variant().text(),
                done.condition().name());
    }

    /** The same of a run of so many steps that was kept for a claim, executed in a protocol. */
    public static String of(Retraced retraced, int steps, String variant, String claim) {
        if (retraced.refusal().isDefined()) {
            return before(retraced, refused(retraced.refusal().get(), steps, variant));
        }
        if (retraced.property().isEmpty()) {
            return "nothing can be said: " + variant + " has no claim " + claim;
        }
        String every = steps == 0 ? "it starts as it did" : "each of its " + Amounts.counted(steps, "step");
        return switch (retraced.outcome()) {
            case REPRODUCES -> steps == 0 ? every : every + " does what it did, and the end is the same";
            case DIVERGES ->
                "the end is the same, but " + diverged(retraced.divergence().get());
            case GONE, UNKNOWN ->
                before(
                        retraced,
                        (steps == 0 ? every : every + " can be taken") + ", and the claim is not broken at the end");
        };
    }

    private static String before(Retraced retraced, String words) {
        return retraced.divergence()
                .map(one -> words + "; earlier, " + diverged(one))
                .getOrElse(words);
    }

    private static String diverged(Divergence one) {
        return step(one.step(), one.taken()) + " does something else: "
                + one.cells().mkString("; ");
    }

    private static String step(int number, String taken) {
        return "step " + number + " (" + taken + ")";
    }

    private static String refused(Refusal one, int steps, String variant) {
        String head = "step " + one.step() + " of " + steps + " (" + one.taken() + ")";
        String task = one.taken().split(":", 2)[0];
        String stood = one.function().isEmpty() ? "" : ", which was " + one.function() + "()";
        return switch (one.why()) {
            case WAITS -> head + " cannot be taken: it waits while " + reads(one);
            case WENT_ANOTHER_WAY, LED_AWAY ->
                head + " cannot be taken: " + task + " is at " + one.where() + " instead" + since(one);
            case FINISHED -> head + " cannot be taken: " + task + " has finished" + since(one);
            case OTHER_CHOICE ->
                "nothing can be said: UNKNOWN CHOICE, " + head + ": in " + variant
                        + " the step has no such choice here, or it is called otherwise: there is "
                        + one.others().mkString(", ") + ", while " + reads(one);
            case UNKNOWN_STEP ->
                "nothing can be said: UNKNOWN STEP, " + head + stood + ": in " + variant
                        + (one.others().isEmpty()
                                ? " it was taken out, or renamed"
                                : " it was renamed, split or moved: there is "
                                        + one.others().mkString(", "));
            case UNKNOWN_TASK ->
                "nothing can be said: " + head + " is of no task of " + variant + ": there are "
                        + one.others().mkString(", ");
        };
    }

    private static String since(Refusal one) {
        if (one.since() == 0) {
            return ", from the start";
        }
        return one.reads().isEmpty()
                ? ", since step " + one.since()
                : ", since step " + one.since() + ", which read " + reads(one);
    }

    private static String reads(Refusal one) {
        Seq<Reading> reads = one.reads();
        return reads.isEmpty() ? "nothing is read" : reads.mkString(" and ");
    }
}
