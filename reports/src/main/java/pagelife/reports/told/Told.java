package pagelife.reports.told;

import com.google.common.primitives.Ints;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import pagelife.checker.value.Value;
import pagelife.models.Settings;

/** What many reports tell. */
public final class Told {
    private Told() {}

    /** Settings by name, in the order in which they were set. */
    public static Map<String, String> words(Settings settings) {
        return LinkedHashMap.ofEntries(settings.asMap());
    }

    /** The same; values that are numbers are numbers. */
    public static Map<String, Value> numbers(Settings settings) {
        return words(settings).mapValues(Told::number);
    }

    private static Value number(String text) {
        Integer number = Ints.tryParse(text);
        return Value.of(number == null ? text : number);
    }

    /** {@code name=value name=value}. */
    public static String line(Map<String, ?> settings) {
        return settings.map(entry -> entry._1() + "=" + (entry._2() instanceof Value value ? value.text() : entry._2()))
                .mkString(" ");
    }
}
