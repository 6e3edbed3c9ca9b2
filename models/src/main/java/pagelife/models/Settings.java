package pagelife.models;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.control.Option;

/**
 * Values of rules or bounds by name, in the order they were set. Immutable.
 *
 * @param values the values as text
 */
public record Settings(LinkedHashMap<String, String> values) {
    /** Nothing set. */
    public static final Settings NONE = new Settings(LinkedHashMap.empty());

    /** Settings written {@code name=value name=value}, the empty text for none. */
    public static Settings parse(String text) {
        Settings parsed = NONE;
        for (String word : text.isBlank() ? new String[0] : text.trim().split(" +")) {
            int equals = word.indexOf('=');
            if (equals <= 0) {
                throw new IllegalArgumentException("setting " + word + " has no name or no value: write name=value");
            }
            parsed = parsed.with(word.substring(0, equals), word.substring(equals + 1));
        }
        return parsed;
    }

    /** These settings with {@code name} set to {@code value}. */
    public Settings with(String name, String value) {
        return new Settings(values.put(name, value));
    }

    /** These settings with those of {@code other}, which win. */
    public Settings and(Settings other) {
        Settings merged = this;
        for (var entry : other.values) {
            merged = merged.with(entry._1(), entry._2());
        }
        return merged;
    }

    /** The value set for {@code name}. */
    public Option<String> get(String name) {
        return values.get(name);
    }

    /** Whether nothing is set. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** The values as a map, in the order they were set. */
    public Map<String, String> asMap() {
        return values;
    }

    @Override
    public String toString() {
        return values.map(entry -> entry._1() + "=" + entry._2()).mkString(" ");
    }
}
