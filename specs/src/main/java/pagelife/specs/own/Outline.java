package pagelife.specs.own;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.util.function.UnaryOperator;
import pagelife.models.Rule;
import pagelife.models.Setting;
import pagelife.models.Settings;
import pagelife.models.TabledFamily;
import pagelife.models.Variant;
import pagelife.specs.TabledSpecs;
import pagelife.specs.TabledSpecs.Row;

/**
 * What can be set of a {@link Study}, which settings have a name, and what is expected of them. Mutable, used once.
 *
 * <pre>{@code
 * static final Rule<Boolean> WAKES = Rule.flag("wakes", "the last put wakes the waiter", true);
 * static final Rule<Integer> USERS = Rule.number("users", "tasks that get and put", 2, 1, 3);
 *
 * public void outline(Outline outline) {
 *     outline.says("a put and a teardown that waits for it")
 *             .rule(WAKES)
 *             .bound(USERS)
 *             .variant("right", "as in 6.1")
 *             .variant("silent", "the put wakes nobody", WAKES.is(false))
 *             .expect("silent", row -> row.violated("no deadlock", 4).why("the wake-up is lost"));
 * }
 * }</pre>
 *
 * <p>Without a variant there is one, which has the usual values and the name of the study. Without a word about what is
 * expected of a variant, all its claims shall hold.
 */
public final class Outline {
    private String name;
    private String summary = "";
    private Vector<Rule<?>> rules = Vector.empty();
    private Vector<Rule<?>> bounds = Vector.empty();
    private Set<String> tasks = HashSet.empty();
    private Vector<Variant> variants = Vector.empty();
    private Vector<Tuple2<String, UnaryOperator<Row>>> expected = Vector.empty();

    Outline(String name) {
        this.name = name;
    }

    /** The name, where it is not that of the class: a word without blanks and slashes. */
    public Outline named(String text) {
        if (text.isEmpty() || text.matches(".*[\\s/\\p{Cntrl}].*")) {
            throw new IllegalArgumentException(
                    "the study is called \"" + text + "\": its name is a word, without blanks and slashes; rename it");
        }
        name = text;
        return this;
    }

    /** What it is about, in one line. */
    public Outline says(String text) {
        summary = text;
        return this;
    }

    /** A rule that can be set: how the protocol goes. */
    public Outline rule(Rule<?> rule) {
        rules = rules.append(unlessKnown(rule));
        return this;
    }

    /** A bound that can be set: how many there are of something. */
    public Outline bound(Rule<?> bound) {
        bounds = bounds.append(unlessKnown(bound));
        return this;
    }

    /**
     * A bound that is the number of tasks that all do the same: {@code Rule.count("users", "tasks that get and put", 1,
     * 0, 2)}, with 0 among its values. {@code --any} asks about any number of them.
     */
    public Outline tasks(Rule<Integer> bound) {
        tasks = tasks.add(bound.name());
        return bound(bound);
    }

    private Rule<?> unlessKnown(Rule<?> rule) {
        if (rules.appendAll(bounds).exists(known -> known.name().equals(rule.name()))) {
            throw new IllegalArgumentException(
                    "two rules or bounds are called " + rule.name() + ": names are unique; rename one");
        }
        return rule;
    }

    /**
     * A named setting of rules and bounds, which must be declared before.
     *
     * @param variant its name, a word
     * @param about what it is, in one line
     * @param set what differs from the usual values, such as {@code WAKES.is(false)}
     */
    public Outline variant(String variant, String about, Settings... set) {
        return variant(variant, about, "", set);
    }

    /** The same, with the versions of the kernel that it describes. */
    public Outline variant(String variant, String about, String kernels, Settings... set) {
        if (variant.isEmpty() || variant.matches(".*[\\s/\\p{Cntrl}].*")) {
            throw new IllegalArgumentException("a variant is called \"" + variant
                    + "\": its name is a word, without blanks and slashes; rename it");
        }
        if (variants.exists(known -> known.name().equals(variant))) {
            throw new IllegalArgumentException("two variants are called " + variant + ": names are unique; rename one");
        }
        Settings all = Vector.of(set).foldLeft(Settings.NONE, Settings::and);
        all.values().keySet().forEach(this::requireKnown);
        Seq<String> named = Vector.of(set).flatMap(each -> each.values().keySet());
        named.find(key -> named.count(key::equals) > 1).forEach(twice -> {
            throw new IllegalArgumentException("variant " + variant + " sets " + twice + " twice: give it once");
        });
        variants = variants.append(new Variant(name, variant, about, kernels, of(rules, all), of(bounds, all)));
        return this;
    }

    private void requireKnown(String set) {
        if (!rules.appendAll(bounds).exists(known -> known.name().equals(set))) {
            throw new IllegalArgumentException("a variant sets " + set
                    + ", which is neither a rule nor a bound: declare it before the variant, with rule or bound");
        }
    }

    private static Settings of(Seq<Rule<?>> known, Settings all) {
        return known.flatMap(rule -> all.get(rule.name()).map(value -> Settings.NONE.with(rule.name(), value)))
                .foldLeft(Settings.NONE, Settings::and);
    }

    /**
     * What is expected of a variant: {@code row -> row.violated("no deadlock", 4)}. What it does not name shall hold.
     * Several for one variant have a {@linkplain Row#label label} each.
     */
    public Outline expect(String variant, UnaryOperator<Row> row) {
        expected = expected.append(Tuple.of(variant, row));
        return this;
    }

    /** What is expected of a study without variants. */
    public Outline expect(UnaryOperator<Row> row) {
        return expect("", row);
    }

    String name() {
        return name;
    }

    String summary() {
        return summary;
    }

    TabledFamily.Table table() {
        Seq<Variant> all = variants.isEmpty()
                ? Vector.of(new Variant(name, "", summary, "", Settings.NONE, Settings.NONE))
                : variants.map(
                        one -> new Variant(name, one.name(), one.summary(), one.kernels(), one.rules(), one.bounds()));
        return new TabledFamily.Table(name, summary, settings(rules), settings(bounds), tasks, all.toVector());
    }

    private static Vector<Setting> settings(Vector<Rule<?>> rules) {
        return rules.map(Rule::setting);
    }

    /** A row for each expectation, and for each variant of which nothing is said. */
    Seq<Row> rows() {
        Seq<String> names = variants.isEmpty() ? Vector.of("") : variants.map(Variant::name);
        expected.map(Tuple2::_1).removeAll(names).headOption().forEach(unknown -> {
            throw new IllegalArgumentException("something is expected of variant \"" + unknown
                    + "\", which is not declared: "
                    + (variants.isEmpty() ? "no variant is declared; name none" : "there are " + names.mkString(", ")));
        });
        return names.flatMap(this::rows);
    }

    private Seq<Row> rows(String variant) {
        Seq<Row> said = expected.filter(one -> one._1().equals(variant))
                .map(one -> one._2().apply(TabledSpecs.row(variant)));
        return said.isEmpty() ? Vector.of(TabledSpecs.row(variant)) : said;
    }
}
