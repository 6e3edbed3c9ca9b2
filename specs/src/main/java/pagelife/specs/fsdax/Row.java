package pagelife.specs.fsdax;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.property.Property;
import pagelife.checker.result.Verdict;
import pagelife.models.Family;
import pagelife.models.Rule;
import pagelife.models.Settings;
import pagelife.models.Variant;
import pagelife.models.fsdax.FsdaxProtocol;
import pagelife.specs.Expectation;
import pagelife.specs.Spec;

/**
 * A row of the table of expected verdicts: what is violated, and in how many steps. Every other claim about the protocol
 * is expected to hold, and every witness to be found.
 *
 * @param id the spec's id
 * @param variant the variant's name within the family
 * @param rules rules set otherwise
 * @param bounds bounds set otherwise
 * @param violated the length of the shortest counterexample, by the first word of the claim's name
 * @param lively claims about runs that hold, by the first word of the name; others are not put unless they are violated
 * @param cites where the expectation comes from
 * @param why the reason
 */
record Row(
        String id,
        String variant,
        Settings rules,
        Settings bounds,
        LinkedHashMap<String, Integer> violated,
        Vector<String> lively,
        String cites,
        String why) {

    /** A row about a variant as it is, where everything holds. */
    static Row of(String id, String variant) {
        return new Row(id, variant, Settings.NONE, Settings.NONE, LinkedHashMap.empty(), Vector.empty(), "", "");
    }

    /** This row with a rule set otherwise. */
    <T> Row with(Rule<T> rule, T value) {
        return new Row(id, variant, rules.and(rule.is(value)), bounds, violated, lively, cites, why);
    }

    /** This row with a bound set otherwise. */
    Row within(Rule<Integer> bound, int value) {
        return new Row(id, variant, rules, bounds.and(bound.is(value)), violated, lively, cites, why);
    }

    /** This row with claims that are violated in {@code steps} steps. */
    Row violated(int steps, String... claims) {
        LinkedHashMap<String, Integer> more = violated;
        for (String claim : claims) {
            more = more.put(claim, steps);
        }
        return new Row(id, variant, rules, bounds, more, lively, cites, why);
    }

    /** This row with claims about runs that hold. */
    Row lively(String... claims) {
        Vector<String> more = lively.appendAll(Vector.of(claims));
        return new Row(id, variant, rules, bounds, violated, more, cites, why);
    }

    /** This row with its sources and its reason. */
    Row because(String sources, String reason) {
        return new Row(id, variant, rules, bounds, violated, lively, sources, reason);
    }

    /** The spec, with an expectation for every claim about the protocol. */
    Spec spec(FsdaxSpecs specs) {
        Family<FsdaxProtocol> family = specs.family();
        Variant base =
                family.variants().find(known -> known.name().equals(variant)).get();
        FsdaxProtocol protocol = family.build(base, rules, bounds);
        Seq<Property> claims =
                specs.properties(protocol).appendAll(specs.temporal(protocol).filter(this::asksFor));
        requireKnown(claims);
        return new Spec(id, base.fullName(), rules, bounds, claims.map(this::expected), cites, why);
    }

    private Expectation expected(Property claim) {
        Option<Integer> steps =
                violated.find(entry -> isNamed(claim, entry._1())).map(entry -> entry._2());
        return new Expectation(claim.name(), steps.isDefined() ? Verdict.VIOLATED : Verdict.HOLDS, steps);
    }

    private boolean asksFor(Property claim) {
        return lively.appendAll(violated.keySet()).exists(name -> isNamed(claim, name));
    }

    private void requireKnown(Seq<Property> claims) {
        for (String name : lively.appendAll(violated.keySet())) {
            if (!claims.exists(claim -> isNamed(claim, name))) {
                throw new IllegalStateException("row " + id + " expects something of " + name
                        + ": there is no such claim within its bounds; mend the row");
            }
        }
    }

    private static boolean isNamed(Property claim, String name) {
        return claim.name().equals(name) || claim.name().startsWith(name + " ");
    }
}
