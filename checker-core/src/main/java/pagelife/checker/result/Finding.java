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
 * @param apart what sets the trace apart from the usual one, where another was asked for: the state that it passes, the
 *     steps that it does not take; or that there is no such trace
 */
public record Finding(
        Property property,
        Verdict verdict,
        Option<Trace> trace,
        String remark,
        Option<FairnessFacts> fairness,
        Option<Integer> known,
        Option<String> apart) {
    /** The usual answer. */
    public Finding(
            Property property,
            Verdict verdict,
            Option<Trace> trace,
            String remark,
            Option<FairnessFacts> fairness,
            Option<Integer> known) {
        this(property, verdict, trace, remark, fairness, known, Option.none());
    }

    /** An answer to which the number of steps does not matter. */
    public Finding(
            Property property, Verdict verdict, Option<Trace> trace, String remark, Option<FairnessFacts> fairness) {
        this(property, verdict, trace, remark, fairness, Option.none());
    }

    /** The answer to a property that fairness has nothing to do with. */
    public Finding(Property property, Verdict verdict, Option<Trace> trace, String remark) {
        this(property, verdict, trace, remark, Option.none());
    }

    /** The same, set apart by that, too. */
    public Finding apart(String words) {
        Option<String> all =
                Option.some(apart.map(before -> before + "; " + words).getOrElse(words));
        return new Finding(property, verdict, trace, remark, fairness, known, all);
    }
}
