package pagelife.models;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A value for each of some settings: the usual one unless it was set otherwise.
 *
 * @param values the values as text, by the name of the setting
 * @param typed the values that rules were asked for so far: a step asks each time it is run
 */
public record Choices(LinkedHashMap<String, String> values, Map<Rule<?>, Object> typed) {
    /** A value for each name. */
    public Choices(LinkedHashMap<String, String> values) {
        this(values, new ConcurrentHashMap<>());
    }

    /**
     * The values of {@code known}, as {@code settings} has them. Every name and value there must be a known one.
     *
     * @param kind what they are: rules or bounds
     * @param family whose they are
     */
    static Choices of(String kind, String family, Seq<Setting> known, Settings settings) {
        for (String name : settings.values().keySet()) {
            if (!known.exists(setting -> setting.name().equals(name))) {
                throw new IllegalArgumentException("no " + kind + " is called " + name + ": " + family + " has "
                        + known.map(Setting::name).mkString(", "));
            }
        }
        LinkedHashMap<String, String> values = LinkedHashMap.empty();
        for (Setting setting : known) {
            String value = settings.get(setting.name())
                    .getOrElse(() -> setting.values().head());
            if (!setting.allows(value)) {
                throw new IllegalArgumentException(setting.name() + "=" + value + " is not possible: " + setting.name()
                        + " is one of " + setting.allowed());
            }
            values = values.put(setting.name(), value);
        }
        return new Choices(values);
    }

    /** The value of the setting called {@code name}, which must be known. */
    public String get(String name) {
        return values.get(name)
                .getOrElseThrow(() -> new IllegalArgumentException("no setting is called " + name + ": there are "
                        + values.keySet().mkString(", ")));
    }

    /** The value of {@code rule}, which must be known. */
    @SuppressWarnings("unchecked") // what a rule reads is of its type
    public <T> T get(Rule<T> rule) {
        Object known = typed.get(rule);
        if (known == null) {
            known = rule.read(get(rule.name()));
            typed.put(rule, known);
        }
        return (T) known;
    }

    /** Whether the setting called {@code name} has the value {@code on}. */
    public boolean on(String name) {
        return get(name).equals("on");
    }

    /** The value of the setting called {@code name}, as a number. */
    public int number(String name) {
        return Integer.parseInt(get(name));
    }
}
