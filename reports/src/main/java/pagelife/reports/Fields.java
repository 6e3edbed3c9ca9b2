package pagelife.reports;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * The text of a record, {@code Page[refs=1, pins=0]}, taken apart, so that a change shows no more than what changed.
 *
 * @param name the name before the bracket
 * @param values the fields in order
 */
record Fields(String name, Map<String, String> values) {

    /** The fields of {@code text}; empty when it does not look like a record. */
    static Option<Fields> of(String text) {
        int open = text.indexOf('[');
        if (open <= 0 || !text.endsWith("]") || !isName(text.substring(0, open))) {
            return Option.none();
        }
        return parse(text.substring(open + 1, text.length() - 1)).map(map -> new Fields(text.substring(0, open), map));
    }

    /** The fields as {@code a=1}, {@code b=2}. */
    Seq<String> texts() {
        return values.map(field -> field._1() + "=" + field._2()).toVector();
    }

    /** The parts of {@code text} between commas, those inside of brackets apart. */
    static Seq<String> parts(String text) {
        Vector<String> parts = Vector.empty();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '[' || c == '(' || c == '{') {
                depth++;
            } else if (c == ']' || c == ')' || c == '}') {
                depth--;
            } else if (c == ',' && depth == 0 && text.startsWith(", ", i)) {
                parts = parts.append(text.substring(start, i));
                start = i + 2;
            }
        }
        return parts.append(text.substring(start));
    }

    private static Option<Map<String, String>> parse(String inside) {
        Map<String, String> fields = LinkedHashMap.empty();
        for (String part : inside.isEmpty() ? Vector.<String>empty() : parts(inside)) {
            int equals = part.indexOf('=');
            if (equals < 0 || !isName(part.substring(0, equals))) {
                return Option.none();
            }
            fields = fields.put(part.substring(0, equals), part.substring(equals + 1));
        }
        return Option.some(fields);
    }

    /** A loop, since a stream would cost more at the start of the program than all the rest of a report. */
    private static boolean isName(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isJavaIdentifierPart(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
