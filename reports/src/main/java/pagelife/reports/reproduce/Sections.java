package pagelife.reports.reproduce;

import com.google.common.base.Splitter;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A text with sections. A line {@code //? pin slow} begins a section that is for whoever takes one of these parts, up
 * to its line {@code //.}; sections may stand in others. A line {@code //! NAME} is replaced by a text.
 *
 * @param text the text
 */
record Sections(String text) {
    private static final String BEGIN = "//? ";
    private static final String END = "//.";
    private static final String PLACE = "//! ";

    /** The resource of this name. */
    static String resource(String name) {
        try (InputStream stream = Sections.class.getResourceAsStream("/reproduce/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("resource " + name + " cannot be read", e);
        }
    }

    /** The text with the sections of {@code parts} only, and with {@code places} filled. */
    String of(Set<String> parts, Map<String, String> places) {
        StringBuilder taken = new StringBuilder();
        Deque<Boolean> open = new ArrayDeque<>();
        for (String line : Splitter.on('\n').split(text)) {
            if (line.startsWith(BEGIN)) {
                boolean outer = open.isEmpty() || open.peek();
                open.push(outer
                        && parts.exists(part ->
                                (line + " ").substring(BEGIN.length() - 1).contains(" " + part + " ")));
            } else if (line.equals(END)) {
                open.pop();
            } else if (open.isEmpty() || open.peek()) {
                taken.append(
                        line.startsWith(PLACE)
                                ? places.get(line.substring(PLACE.length())).get()
                                : line + "\n");
            }
        }
        return taken.toString().replaceAll("\n{3,}", "\n\n").stripTrailing() + "\n";
    }
}
