package pagelife.specs;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import pagelife.checker.ltl.Assumptions;
import pagelife.checker.model.View;
import pagelife.checker.property.Property;
import pagelife.checker.property.StepProperty;
import pagelife.checker.result.Verdict;
import pagelife.models.Family;
import pagelife.models.Protocol;
import pagelife.models.Rule;
import pagelife.models.Settings;
import pagelife.models.Variant;

/**
 * The specs of a family, written down as a table. A row names the verdicts that are news; every other claim about its
 * protocol is expected to hold, and the spec says so. What {@code runs} claims is put only where a row names it.
 *
 * @param family the family
 * @param claims every claim that makes sense for a protocol, but for those about runs
 * @param runs every claim about runs that does
 * @param vocabulary the words that formulas may use
 * @param bugs what the codes of known bugs stand for
 * @param renames what became of steps from one variant to another
 * @param rows the rows so far
 * @param <P> the family's protocols
 */
public record TabledSpecs<P extends Protocol>(
        Family<P> family,
        Function<P, Seq<Property>> claims,
        Function<P, Seq<Property>> runs,
        Function<P, Map<String, Predicate<View>>> vocabulary,
        LinkedHashMap<String, String> bugs,
        Renames renames,
        Vector<Row> rows)
        implements FamilySpecs<P> {

    /** A table without rows, of a family without claims about runs. */
    public static <P extends Protocol> TabledSpecs<P> of(Family<P> family, Function<P, Seq<Property>> claims) {
        return new TabledSpecs<>(
                family,
                claims,
                protocol -> Vector.empty(),
                protocol -> LinkedHashMap.empty(),
                LinkedHashMap.empty(),
                Renames.NONE,
                Vector.empty());
    }

    /** Begins a row about a variant. */
    public static Row row(String variant) {
        return new Row(variant);
    }

    /** This table with claims about runs. */
    public TabledSpecs<P> withRuns(Function<P, Seq<Property>> about) {
        return new TabledSpecs<>(family, claims, about, vocabulary, bugs, renames, rows);
    }

    /** This table with words for formulas. */
    public TabledSpecs<P> withWords(Function<P, Map<String, Predicate<View>>> words) {
        return new TabledSpecs<>(family, claims, runs, words, bugs, renames, rows);
    }

    /** This table with the codes of known bugs, such as {@code G-a}, and what went wrong, in words. */
    public TabledSpecs<P> withBugs(LinkedHashMap<String, String> codes) {
        return new TabledSpecs<>(family, claims, runs, vocabulary, codes, renames, rows);
    }

    /** This table with what became of steps from one variant to another. */
    public TabledSpecs<P> withRenames(Renames said) {
        return new TabledSpecs<>(family, claims, runs, vocabulary, bugs, said, rows);
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
        return new TabledSpecs<>(family, claims, runs, vocabulary, bugs, renames, rows.append(row));
    }

    /** This table with more rows. */
    public TabledSpecs<P> and(Seq<Row> more) {
        return new TabledSpecs<>(family, claims, runs, vocabulary, bugs, renames, rows.appendAll(more));
    }

    @Override
    public Seq<Spec> specs() {
        return rows.map(this::spec);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException where a row is about a variant that there is not, or has no id that is a word
     */
    @Override
    public Seq<Stated<P>> stated() {
        return rows.map(this::stated);
    }

    @Override
    public Seq<String> ids() {
        return rows.map(this::id);
    }

    @Override
    public Option<Spec> spec(String id) {
        return rows.find(row -> id(row).equals(id)).map(this::spec);
    }

    private String id(Row row) {
        String full = row.variant.contains("/")
                ? row.variant
                : family.name() + (row.variant.isEmpty() ? "" : "/" + row.variant);
        return row.id.getOrElse(full + (row.label.isEmpty() ? "" : "+" + row.label));
    }

    /** What a row expects, by the full names of the claims that it means. */
    private static Seq<Tuple2<String, Expectation>> news(Seq<Property> claims, Expectation expected) {
        return claims.map(Property::name)
                .map(name -> Tuple.of(name, new Expectation(name, expected.verdict(), expected.length())));
    }

    /** A row about a variant or a claim that does not exist is an error. */
    private Spec spec(Row row) {
        return stated(row).build().spec();
    }

    private Stated<P> stated(Row row) {
        Variant variant = family.variant(row.variant)
                .getOrElseThrow(() -> new IllegalArgumentException("family " + family.name() + " has no variant "
                        + row.variant + ": it has "
                        + family.variants().map(Variant::name).mkString(", ")));
        Spec outline = outline(row, variant);
        return new Stated<>(outline, () -> built(row, outline, variant));
    }

    private Spec outline(Row row, Variant variant) {
        String id = id(row);
        if (id.contains(" ")) {
            throw new IllegalArgumentException("the id of row " + id + " has blanks: ids are words; use dashes");
        }
        return new Spec(
                id,
                variant.fullName(),
                row.rules,
                row.bounds,
                row.fairness,
                row.size,
                Vector.empty(),
                row.cites,
                row.why);
    }

    private Stated.Built<P> built(Row row, Spec outline, Variant variant) {
        Inquiry<P> inquiry = Inquiry.about(this, variant, row.rules, row.bounds);
        Seq<Property> states = inquiry.claims();
        Seq<Property> aboutRuns = inquiry.temporal();
        Seq<Property> all = states.appendAll(aboutRuns);
        Seq<Property> callable = all.append(StepProperty.NO_FAILURE);
        LinkedHashMap<String, Expectation> news = LinkedHashMap.ofEntries(
                row.news.flatMap(entry -> news(inquiry.called(callable, entry._1()), entry._2())));
        Seq<String> names = states.appendAll(callable.removeAll(states).filter(claim -> news.containsKey(claim.name())))
                .map(Property::name);
        Seq<Expectation> expected =
                names.map(name -> news.get(name).getOrElse(() -> new Expectation(name, Verdict.HOLDS, Option.none())));
        return new Stated.Built<>(outline.expecting(expected), inquiry, states, aboutRuns);
    }

    /** A row under declaration. Immutable. Claims are named in full, or by their ids. */
    public static final class Row {
        private final String variant;
        private Option<String> id = Option.none();
        private String label = "";
        private Settings rules = Settings.NONE;
        private Settings bounds = Settings.NONE;
        private Option<Assumptions> fairness = Option.none();
        private Option<Size> size = Option.none();
        private LinkedHashMap<String, Expectation> news = LinkedHashMap.empty();
        private String cites = "";
        private String why = "";

        private Row(String variant) {
            this.variant = variant;
        }

        /** This row, changed. */
        private Row with(Consumer<Row> change) {
            Row copy = new Row(variant);
            copy.id = id;
            copy.label = label;
            copy.rules = rules;
            copy.bounds = bounds;
            copy.fairness = fairness;
            copy.size = size;
            copy.news = news;
            copy.cites = cites;
            copy.why = why;
            change.accept(copy);
            return copy;
        }

        /** The spec's id, where it is not that of the variant. */
        public Row id(String text) {
            return with(row -> row.id = Option.some(text));
        }

        /** Tells this row from others about the same variant. */
        public Row label(String text) {
            return with(row -> row.label = text);
        }

        /** Rules set otherwise than in the variant, written {@code name=value name=value}. */
        public Row rules(String text) {
            return with(row -> row.rules = Settings.parse(text));
        }

        /** Bounds set otherwise than in the variant, written {@code name=value name=value}. */
        public Row bounds(String text) {
            return with(row -> row.bounds = Settings.parse(text));
        }

        /** A rule set otherwise than in the variant. */
        public <T> Row with(Rule<T> rule, T value) {
            return with(row -> row.rules = row.rules.and(rule.is(value)));
        }

        /** A bound set otherwise than in the variant. */
        public <T> Row within(Rule<T> bound, T value) {
            return with(row -> row.bounds = row.bounds.and(bound.is(value)));
        }

        /** The fairness of claims about runs, written as for {@code --fairness}. */
        public Row fairness(String text) {
            Assumptions assumed = Assumptions.parse(text).getOrElseThrow(wrong -> new IllegalArgumentException(wrong));
            return with(row -> row.fairness = Option.some(assumed));
        }

        /** How many states and transitions there are. */
        public Row size(long states, long transitions) {
            return with(row -> row.size = Option.some(new Size(states, transitions)));
        }

        /** Where the expectation comes from. */
        public Row cites(String text) {
            return with(row -> row.cites = text);
        }

        /** The reason. */
        public Row why(String text) {
            return with(row -> row.why = text);
        }

        /** Where the expectation comes from, and the reason. */
        public Row because(String sources, String reason) {
            return cites(sources).why(reason);
        }

        /** The claim is broken, at the earliest after so many steps. */
        public Row violated(String claim, int steps) {
            return expect(claim, Verdict.VIOLATED, Option.some(steps));
        }

        /** The claims are broken, each at the earliest after so many steps. */
        public Row violated(int steps, String... claims) {
            return Vector.of(claims).foldLeft(this, (row, claim) -> row.violated(claim, steps));
        }

        /** The claims hold: only claims about runs need to be named. */
        public Row holds(String... claims) {
            return Vector.of(claims).foldLeft(this, (row, claim) -> row.expect(claim, Verdict.HOLDS, Option.none()));
        }

        /** What the claim asks for can be shown, at the earliest after so many steps. */
        public Row happens(String claim, int steps) {
            return expect(claim, Verdict.HOLDS, Option.some(steps));
        }

        /** What the claim asks for, or its premise, never happens. */
        public Row never(String claim) {
            return expect(claim, Verdict.NEVER_HAPPENS, Option.none());
        }

        private Row expect(String claim, Verdict verdict, Option<Integer> length) {
            return with(row -> row.news = row.news.put(claim, new Expectation(claim, verdict, length)));
        }
    }
}
