package pagelife.reports.page;

import io.vavr.collection.Seq;
import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines. */
public final class Wrap {
    private Wrap() {}

    /** Lines of at most {@code width} characters, broken at spaces; a longer word is cut. At least one line. */
    public static List<String> words(String text, int width) {
        int room = Math.max(width, 1);
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (rest.length() > room) {
            int space = rest.lastIndexOf(' ', room);
            int cut = space > 0 ? space : room;
            lines.add(rest.substring(0, cut).stripTrailing());
            rest = rest.substring(cut).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    /** The same with all lines but the first indented by two. */
    public static List<String> hanging(String text, int width) {
        if (text.length() <= width) {
            return List.of(text);
        }
        String first = words(text, width).get(0);
        List<String> lines = new ArrayList<>();
        lines.add(first);
        for (String line : words(text.substring(first.length()).stripLeading(), width - 2)) {
            lines.add("  " + line);
        }
        return lines;
    }

    /** {@code text} if it fits, else as many of its words as do, and three dots. */
    public static String cut(String text, int width) {
        return text.length() <= width
                ? text
                : words(text, Math.max(width - 4, 1)).get(0) + " ...";
    }

    /** {@code text} with spaces up to {@code width}. */
    public static String pad(String text, int width) {
        return text.length() >= width ? text : text + " ".repeat(width - text.length());
    }

    /** The length of the longest of {@code texts}. */
    public static int widest(Seq<String> texts) {
        return texts.map(String::length).max().getOrElse(0);
    }
}
