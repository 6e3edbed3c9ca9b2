package pagelife.reports.page;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
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

    /**
     * A command of the shell as lines of at most {@code width} characters, with room for a backslash behind all but the
     * last; broken between words only, and not between an option and its value: what is longer stays whole.
     */
    public static Seq<String> command(String command, int width) {
        if (command.length() <= width) {
            return Vector.of(command);
        }
        Vector<String> lines = Vector.empty();
        String line = "";
        for (String word : options(shellWords(command))) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width - 2) {
                lines = lines.append(line);
                line = "";
            }
            line = line.isEmpty() ? word : line + " " + word;
        }
        return lines.append(line);
    }

    /** The words, each option together with the word behind it. */
    private static Seq<String> options(Seq<String> words) {
        Vector<String> together = Vector.empty();
        for (String word : words) {
            boolean value = !together.isEmpty() && together.last().matches("--[a-z-]+") && !word.startsWith("-");
            together = value ? together.init().append(together.last() + " " + word) : together.append(word);
        }
        return together;
    }

    /** The words of a command as they are written, quotes and all. */
    private static Seq<String> shellWords(String command) {
        Vector<String> words = Vector.empty();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        boolean escaped = false;
        for (char c : command.toCharArray()) {
            if (c == ' ' && quote == 0 && !escaped) {
                words = words.append(word.toString());
                word.setLength(0);
                continue;
            }
            if (!escaped && (c == quote || quote == 0 && (c == '\'' || c == '"'))) {
                quote = c == quote ? 0 : c;
            }
            escaped = c == '\\' && !escaped && quote != '\'';
            word.append(c);
        }
        return words.append(word.toString());
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
