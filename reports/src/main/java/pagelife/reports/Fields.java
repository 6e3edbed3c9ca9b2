package pagelife.reports;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
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

    /** The fields as {@code a=1, b=2}. */
    String inside() {
        return values.map(field -> field._1() + "=" + field._2()).mkString(", ");
    }

    private static Option<Map<String, String>> parse(String inside) {
        Map<String, String> fields = LinkedHashMap.empty();
        int start = 0;
        while (start < inside.length()) {
            int end = endOfField(inside, start);
            int equals = inside.indexOf('=', start);
            if (equals < 0 || equals >= end || !isName(inside.substring(start, equals))) {
                return Option.none();
            }
            fields = fields.put(inside.substring(start, equals), inside.substring(equals + 1, end));
            start = end + 2;
        }
        return Option.some(fields);
    }

    /** Where the field that begins at {@code start} ends: at the next comma outside of brackets, or at the end. */
    private static int endOfField(String text, int start) {
        int depth = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '[' || c == '(' || c == '{') {
                depth++;
            } else if (c == ']' || c == ')' || c == '}') {
                depth--;
            } else if (c == ',' && depth == 0 && text.startsWith(", ", i)) {
                return i;
            }
        }
        return text.length();
    }

    private static boolean isName(String text) {
        return !text.isEmpty() && text.chars().allMatch(Character::isJavaIdentifierPart);
    }
}
