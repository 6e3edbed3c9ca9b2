package pagelife.specs.matrix;

import io.vavr.collection.HashSet;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.property.Kind;
import pagelife.checker.property.Property;
import pagelife.models.Family;
import pagelife.models.Protocol;
import pagelife.models.Setting;
import pagelife.models.Settings;
import pagelife.models.Variant;
import pagelife.specs.FamilySpecs;
import pagelife.specs.Inquiry;

/**
 * The design space of a family of which nobody wrote one down: every value of every rule, within the bounds of its
 * first variant; to be safe is that no claim about states and steps is broken, to be live that none is at all.
 */
public final class RuleSpace {
    /** So many combinations of a small protocol take minutes. */
    private static final int MOST_COMBINATIONS = 4_096;

    private RuleSpace() {}

    /**
     * The space.
     *
     * @throws IllegalArgumentException where there is nothing to combine, or too much
     */
    public static <P extends Protocol> DesignSpace of(FamilySpecs<P> specs) {
        Family<P> family = specs.family();
        require(family);
        Variant base = family.variants().head();
        Seq<Property> claims =
                Inquiry.about(specs, base, Settings.NONE, Settings.NONE).all();
        Goal safe = new Goal("safe", ids(claims.filter(RuleSpace::isSafety)));
        Goal live = new Goal("safe and live", ids(claims));
        Scene scene = new Scene("everybody", base.bounds(), HashSet.empty(), live.properties());
        LinkedHashMap<String, Combination> kernels = LinkedHashMap.ofEntries(family.variants()
                .filter(variant -> variant.bounds().equals(base.bounds()))
                .map(variant -> io.vavr.Tuple.of(variant.name(), combination(family, variant))));
        return new DesignSpace(
                family.name(),
                family.rules()
                        .map(rule -> Dimension.ofRule(rule.name(), rule.values().toJavaArray(String[]::new))),
                Vector.empty(),
                Vector.of(scene),
                scene,
                safe,
                kernels,
                Vector.of(safe, live),
                kernels.keySet().toVector().map(name -> question(name, live)));
    }

    private static void require(Family<?> family) {
        if (family.rules().isEmpty()) {
            throw new IllegalArgumentException(
                    family.name() + " has no rules, whose combinations could be checked: declare them in outline");
        }
        long all = family.rules()
                .map(rule -> (long) rule.values().size())
                .product()
                .longValue();
        if (all > MOST_COMBINATIONS) {
            throw new IllegalArgumentException("the rules of " + family.name() + " have " + all
                    + " combinations, but at most " + MOST_COMBINATIONS + " are checked: declare fewer rules");
        }
    }

    private static boolean isSafety(Property claim) {
        return claim.kind() != Kind.TEMPORAL && claim.kind() != Kind.DEADLOCK;
    }

    private static Seq<String> ids(Seq<Property> claims) {
        return claims.map(Property::id);
    }

    private static Combination combination(Family<?> family, Variant variant) {
        return family.rules().foldLeft(Combination.NONE, (some, rule) -> some.with(rule.name(), value(rule, variant)));
    }

    private static String value(Setting rule, Variant variant) {
        return variant.rules().get(rule.name()).getOrElse(() -> rule.values().head());
    }

    private static DesignSpace.Question question(String variant, Goal goal) {
        return new DesignSpace.Question(
                "What is the smallest change to " + variant + " that makes it " + goal.name() + "?", variant, goal);
    }
}
