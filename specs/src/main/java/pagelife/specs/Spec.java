package pagelife.specs;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.checker.ltl.Assumptions;
import pagelife.models.Settings;

/**
 * A variant, bounds, and the verdicts we expect and why.
 *
 * @param id a short unique name, such as {@code fsdax/6.1+removal}
 * @param variant the full name of the variant
 * @param rules rules set otherwise than in the variant
 * @param bounds bounds set otherwise than in the variant
 * @param fairness the fairness of claims about runs; empty for what they and the model declare
 * @param size how many states and transitions there are; empty when it does not matter
 * @param expectations the properties and their expected verdicts
 * @param cites where the expectation comes from: a commit, a mail, a source function
 * @param why the reason in a sentence or two
 */
public record Spec(
        String id,
        String variant,
        Settings rules,
        Settings bounds,
        Option<Assumptions> fairness,
        Option<Size> size,
        Seq<Expectation> expectations,
        String cites,
        String why) {

    /** A spec under the declared fairness, whatever the size. */
    public Spec(
            String id,
            String variant,
            Settings rules,
            Settings bounds,
            Seq<Expectation> expectations,
            String cites,
            String why) {
        this(id, variant, rules, bounds, Option.none(), Option.none(), expectations, cites, why);
    }

    /** This spec, when it expects that. */
    Spec expecting(Seq<Expectation> expected) {
        return new Spec(id, variant, rules, bounds, fairness, size, expected, cites, why);
    }
}
