package pagelife.specs;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Function;
import java.util.function.Predicate;
import pagelife.checker.ltl.Assumptions;
import pagelife.checker.model.View;
import pagelife.checker.property.Property;
import pagelife.checker.result.Verdict;
import pagelife.models.Family;
import pagelife.models.Protocol;
import pagelife.models.Settings;
import pagelife.models.Variant;

/**
 * The specs of a family, written down as a table. A row names the verdicts that are news; every other claim about its
 * protocol is expected to hold, and the spec says so. Claims about runs are put only where a row names them.
 *
 * @param family the family
 * @param claims every claim that makes sense for a protocol, but for those about runs
 * @param runs every claim about runs that does
 * @param vocabulary the words that formulas may use
 * @param rows the rows so far
 * @param <P> the family's protocols
 */
public record TabledSpecs<P extends Protocol>(
        Family<P> family,
        Function<P, Seq<Property>> claims,
        Function<P, Seq<Property>> runs,
        Function<P, Map<String, Predicate<View>>> vocabulary,
        Vector<Row> rows)
        implements FamilySpecs<P> {

    /** A table without rows, of a family without claims about runs. */
    public static <P extends Protocol> TabledSpecs<P> of(Family<P> family, Function<P, Seq<Property>> claims) {
        return new TabledSpecs<>(
                family, claims, protocol -> Vector.empty(), protocol -> LinkedHashMap.empty(), Vector.empty());
    }

    /** Begins a row about a variant. */
    public static Row row(String variant) {
        return new Row(
                variant, "", Settings.NONE, Settings.NONE, Option.none(), Option.none(), LinkedHashMap.empty(), "", "");
    }

    /** This table with claims about runs. */
    public TabledSpecs<P> withRuns(Function<P, Seq<Property>> about) {
        return new TabledSpecs<>(family, claims, about, vocabulary, rows);
    }

    /** This table with words for formulas. */
    public TabledSpecs<P> withWords(Function<P, Map<String, Predicate<View>>> words) {
        return new TabledSpecs<>(family, claims, runs, words, rows);
    }

    @Override
    public Seq<Property> properties(P protocol) {
        return claims.apply(protocol);
    }

    @Override
    public Seq<Property> temporal(P protocol) {
        return runs.apply(protocol);
    }

    @Override
    public Map<String, Predicate<View>> words(P protocol) {
        return vocabulary.apply(protocol);
    }

    /** This table with one more row. It is compared with the family when specs are asked for. */
    public TabledSpecs<P> and(Row row) {
        return new TabledSpecs<>(family, claims, runs, vocabulary, rows.append(row));
    }

    /** A spec for each row. A row about a variant or a claim that does not exist is an error. */
    @Override
    public Seq<Spec> specs() {
        return rows.map(this::spec);
    }

    private Spec spec(Row row) {
        Variant variant = family.variants()
                .find(known -> known.name().equals(row.variant()))
                .getOrElseThrow(() -> new IllegalArgumentException("family " + family.name() + " has no variant "
                        + row.variant() + ": it has "
                        + family.variants().map(Variant::name).mkString(", ")));
        P protocol = family.build(variant, row.rules(), row.bounds());
        Map<String, Expectation> news = row.news();
        Seq<String> names = claims.apply(protocol)
                .map(Property::name)
                .appendAll(runs.apply(protocol).map(Property::name).filter(news::containsKey));
        news.keySet().filter(name -> !names.contains(name)).forEach(name -> {
            throw new IllegalArgumentException("no claim about " + variant.fullName() + " is called " + name
                    + ": there are " + names.mkString(", "));
        });
        if (row.label().contains(" ")) {
            throw new IllegalArgumentException(
                    "label " + row.label() + " of " + variant.fullName() + " has blanks: ids are words; use dashes");
        }
        return new Spec(
                variant.fullName() + (row.label().isEmpty() ? "" : "+" + row.label()),
                variant.fullName(),
                row.rules(),
                row.bounds(),
                row.fairness(),
                row.size(),
                names.map(name -> news.get(name).getOrElse(() -> new Expectation(name, Verdict.HOLDS, Option.none()))),
                row.cites(),
                row.why());
    }

    /** A row under declaration. Immutable. */
    public record Row(
            String variant,
            String label,
            Settings rules,
            Settings bounds,
            Option<Assumptions> fairness,
            Option<Size> size,
            LinkedHashMap<String, Expectation> news,
            String cites,
            String why) {

        /** Tells this row from others about the same variant. */
        public Row label(String text) {
            return new Row(variant, text, rules, bounds, fairness, size, news, cites, why);
        }

        /** Rules set otherwise than in the variant, written {@code name=value name=value}. */
        public Row rules(String text) {
            return new Row(variant, label, Settings.parse(text), bounds, fairness, size, news, cites, why);
        }

        /** Bounds set otherwise than in the variant, written {@code name=value name=value}. */
        public Row bounds(String text) {
            return new Row(variant, label, rules, Settings.parse(text), fairness, size, news, cites, why);
        }

        /** The fairness of claims about runs, written as for {@code --fairness}. */
        public Row fairness(String text) {
            Option<Assumptions> assumed =
                    Option.some(Assumptions.parse(text).getOrElseThrow(wrong -> new IllegalArgumentException(wrong)));
            return new Row(variant, label, rules, bounds, assumed, size, news, cites, why);
        }

        /** How many states and transitions there are. */
        public Row size(long states, long transitions) {
            Option<Size> known = Option.some(new Size(states, transitions));
            return new Row(variant, label, rules, bounds, fairness, known, news, cites, why);
        }

        /** Where the expectation comes from. */
        public Row cites(String text) {
            return new Row(variant, label, rules, bounds, fairness, size, news, text, why);
        }

        /** The reason. */
        public Row why(String text) {
            return new Row(variant, label, rules, bounds, fairness, size, news, cites, text);
        }

        /** The claim is broken, at the earliest after so many steps. */
        public Row violated(String property, int steps) {
            return expect(property, Verdict.VIOLATED, Option.some(steps));
        }

        /** The claim holds: only claims about runs need to be named. */
        public Row holds(String property) {
            return expect(property, Verdict.HOLDS, Option.none());
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
            return new Row(
                    variant,
                    label,
                    rules,
                    bounds,
                    fairness,
                    size,
                    news.put(property, new Expectation(property, verdict, length)),
                    cites,
                    why);
        }
    }
}
