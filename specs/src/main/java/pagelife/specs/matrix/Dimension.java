package pagelife.specs.matrix;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import pagelife.models.Settings;

/**
 * Something in which combinations may differ.
 *
 * @param name the name, such as {@code pagemapWaitsFor}
 * @param choices what it may be, by name, and the rules that make it so
 */
public record Dimension(String name, LinkedHashMap<String, Settings> choices) {

    /** A dimension without choices. */
    static Dimension named(String name) {
        return new Dimension(name, LinkedHashMap.empty());
    }

    /** A rule with some of its values. */
    static Dimension ofRule(String rule, String... values) {
        Dimension dimension = named(rule);
        for (String value : values) {
            dimension = dimension.or(value, rule + "=" + value);
        }
        return dimension;
    }

    /** With one more choice, called like the rules that make it, {@code name=value name=value}. */
    Dimension or(String rules) {
        return or(rules, rules);
    }

    private Dimension or(String choice, String rules) {
        return new Dimension(name, choices.put(choice, Settings.parse(rules)));
    }

    /** What sets a choice of a dimension: the choice itself where it is several rules. */
    public static String setting(String dimension, String choice) {
        return choice.contains("=") ? choice : dimension + "=" + choice;
    }

    /** The names of the choices. */
    public Seq<String> names() {
        return choices.keySet().toVector();
    }
}
