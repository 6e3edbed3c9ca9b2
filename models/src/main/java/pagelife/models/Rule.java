package pagelife.models;

import com.google.common.base.CaseFormat;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Function;

/**
 * A rule or a bound of a family: typed where the model asks for it, text only at the edge, where a user sets it.
 *
 * @param name the name, such as {@code pteHoldsReference}
 * @param summary what it decides, in one line
 * @param values the values it may have, by the text that stands for each, the usual one first
 * @param beyond the value that a text stands for which is none of these; empty for no other
 * @param <T> the type of its values
 */
public record Rule<T>(
        String name, String summary, LinkedHashMap<String, T> values, Option<Function<String, T>> beyond) {
    /** A rule that may have these values and no others. */
    public Rule(String name, String summary, LinkedHashMap<String, T> values) {
        this(name, summary, values, Option.none());
    }

    /** A rule that is on or off, usually {@code usual}. */
    public static Rule<Boolean> flag(String name, String summary, boolean usual) {
        return new Rule<>(
                name,
                summary,
                LinkedHashMap.<String, Boolean>empty().put(text(usual), usual).put(text(!usual), !usual));
    }

    /** A number: each that it may be, the usual one first. {@code number("users", "...", 2, 1, 3)} is 1, 2 or 3, usually 2. */
    public static Rule<Integer> number(String name, String summary, Integer... values) {
        return new Rule<>(name, summary, texts(Vector.of(values), value -> Integer.toString(value)));
    }

    /** How many of something there are: one of some numbers, the usual one first, or any above the largest of them. */
    public static Rule<Integer> count(String name, String summary, Integer... values) {
        return new Rule<>(
                name, summary, number(name, summary, values).values(), Option.some(text -> Integer.valueOf(text)));
    }

    /**
     * One of the constants of an enum, the usual one first, then the others in the order in which they are declared.
     * Their texts are their names: {@code TESTS_FIRST} is written {@code testsFirst}.
     */
    public static <E extends Enum<E>> Rule<E> of(String name, String summary, E usual) {
        Vector<E> all = Vector.of(usual.getDeclaringClass().getEnumConstants());
        return new Rule<>(name, summary, texts(all.remove(usual).prepend(usual), Rule::text));
    }

    private static <T> LinkedHashMap<String, T> texts(Seq<T> values, Function<T, String> text) {
        return LinkedHashMap.ofEntries(values.map(value -> Tuple.of(text.apply(value), value)));
    }

    /** How a constant of an enum is written. */
    public static String text(Enum<?> constant) {
        return CaseFormat.UPPER_UNDERSCORE.to(CaseFormat.LOWER_CAMEL, constant.name());
    }

    private static String text(boolean on) {
        return on ? "on" : "off";
    }

    /** The usual value. */
    public T usual() {
        return values.head()._2();
    }

    /** This rule set to {@code value}, which must be one of its values. */
    public Settings is(T value) {
        String text = values.find(entry -> entry._2().equals(value))
                .map(Tuple2::_1)
                .getOrElse(() -> {
                    read(value.toString());
                    return value.toString();
                });
        return Settings.NONE.with(name, text);
    }

    /** The value that {@code text} stands for, which must be one of its texts. */
    T read(String text) {
        return values.get(text)
                .orElse(() -> beyond.filter(number -> setting().allows(text)).map(number -> number.apply(text)))
                .getOrElseThrow(() -> new IllegalArgumentException(name + "=" + text + " is not possible: " + name
                        + " is one of " + setting().allowed()));
    }

    /** This rule as text. */
    public Setting setting() {
        return new Setting(name, summary, values.keySet().toVector(), beyond.isDefined());
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Rule<?> rule && name.equals(rule.name) && values.equals(rule.values);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
