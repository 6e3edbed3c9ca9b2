package pagelife.checker.result;

import io.vavr.control.Option;
import pagelife.checker.property.Property;

/**
 * The answer to one property.
 *
 * @param property the property
 * @param verdict the answer
 * @param trace the counterexample of a violation or the witness of a sometimes that holds; for a deadlock it ends in
 *     the stuck state
 * @param remark what else must be said, such as "no state meets the premise"; empty when there is nothing
 * @param fairness for a temporal property, what fairness has to do with it
 * @param known of a claim that a limit left undecided: no run of up to so many steps breaks it, or shows it if it is a
 *     sometimes; empty where that is not known
 */
public record Finding(
        Property property,
        Verdict verdict,
        Option<Trace> trace,
        String remark,
        Option<FairnessFacts> fairness,
        Option<Integer> known) {
    /** An answer to which the number of steps does not matter. */
    public Finding(
            Property property, Verdict verdict, Option<Trace> trace, String remark, Option<FairnessFacts> fairness) {
        this(property, verdict, trace, remark, fairness, Option.none());
    }

    /** The answer to a property that fairness has nothing to do with. */
    public Finding(Property property, Verdict verdict, Option<Trace> trace, String remark) {
        this(property, verdict, trace, remark, Option.none());
    }
}
