package pagelife.specs;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Function;
import pagelife.checker.property.Property;
import pagelife.checker.result.Verdict;
import pagelife.models.Family;
import pagelife.models.Protocol;
import pagelife.models.Settings;
import pagelife.models.Variant;

/**
 * The specs of a family, written down as a table. A row names the verdicts that are news; every other claim about its
 * protocol is expected to hold, and the spec says so.
 *
 * @param family the family
 * @param claims every claim that makes sense for a protocol
 * @param specs the rows so far
 * @param <P> the family's protocols
 */
public record TabledSpecs<P extends Protocol>(Family<P> family, Function<P, Seq<Property>> claims, Vector<Spec> specs)
        implements FamilySpecs<P> {

    /** A table without rows. */
    public static <P extends Protocol> TabledSpecs<P> of(Family<P> family, Function<P, Seq<Property>> claims) {
        return new TabledSpecs<>(family, claims, Vector.empty());
    }

    /** Begins a row about a variant. */
    public static Row row(String variant) {
        return new Row(variant, "", Settings.NONE, Settings.NONE, Vector.empty(), "", "");
    }

    @Override
    public Seq<Property> properties(P protocol) {
        return claims.apply(protocol);
    }

    /** This table with one more row. */
    public TabledSpecs<P> and(Row row) {
        Variant variant = family.variants()
                .find(known -> known.name().equals(row.variant()))
                .getOrElseThrow(() -> new IllegalArgumentException("family " + family.name() + " has no variant "
                        + row.variant() + ": it has "
                        + family.variants().map(Variant::name).mkString(", ")));
        Seq<String> names =
                claims.apply(family.build(variant, row.rules(), row.bounds())).map(Property::name);
        Vector<Expectation> news = row.news();
        news.filter(expected -> !names.contains(expected.property())).forEach(expected -> {
            throw new IllegalArgumentException("no claim about " + variant.fullName() + " is called "
                    + expected.property() + ": there are " + names.mkString(", "));
        });
        Seq<Expectation> all =
                names.map(name -> news.find(expected -> expected.property().equals(name))
                        .getOrElse(() -> new Expectation(name, Verdict.HOLDS, Option.none())));
        if (row.label().contains(" ")) {
            throw new IllegalArgumentException(
                    "label " + row.label() + " of " + variant.fullName() + " has blanks: ids are words; use dashes");
        }
        String id = variant.fullName() + (row.label().isEmpty() ? "" : "+" + row.label());
        Spec spec = new Spec(id, variant.fullName(), row.rules(), row.bounds(), all, row.cites(), row.why());
        return new TabledSpecs<>(family, claims, specs.append(spec));
    }

    /** A row under declaration. Immutable. */
    public record Row(
            String variant,
            String label,
            Settings rules,
            Settings bounds,
            Vector<Expectation> news,
            String cites,
            String why) {

        /** Tells this row from others about the same variant. */
        public Row label(String text) {
            return new Row(variant, text, rules, bounds, news, cites, why);
        }

        /** Rules set otherwise than in the variant, written {@code name=value name=value}. */
        public Row rules(String text) {
            return new Row(variant, label, Settings.parse(text), bounds, news, cites, why);
        }

        /** Bounds set otherwise than in the variant, written {@code name=value name=value}. */
        public Row bounds(String text) {
            return new Row(variant, label, rules, Settings.parse(text), news, cites, why);
        }

        /** Where the expectation comes from. */
        public Row cites(String text) {
            return new Row(variant, label, rules, bounds, news, text, why);
        }

        /** The reason. */
        public Row why(String text) {
            return new Row(variant, label, rules, bounds, news, cites, text);
        }

        /** The claim is broken, at the earliest after so many steps. */
        public Row violated(String property, int steps) {
            return expect(property, Verdict.VIOLATED, Option.some(steps));
        }

        /** What the claim asks for can be shown, at the earliest after so many steps. */
        public Row happens(String property, int steps) {
            return expect(property, Verdict.HOLDS, Option.some(steps));
        }

        /** What the claim asks for, or its premise, never happens. */
        public Row never(String property) {
            return expect(property, Verdict.NEVER_HAPPENS, Option.none());
        }

        private Row expect(String property, Verdict verdict, Option<Integer> length) {
            Expectation expected = new Expectation(property, verdict, length);
            return new Row(variant, label, rules, bounds, news.append(expected), cites, why);
        }
    }
}
