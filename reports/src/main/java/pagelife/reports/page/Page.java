package pagelife.reports.page;

import io.vavr.collection.Seq;
import java.io.PrintStream;

/**
 * Where a report is written.
 *
 * @param out the stream
 * @param width how many characters a line should have at most
 * @param ink the colours
 */
public record Page(PrintStream out, int width, Ink ink) {
    /** The width of a page that nobody measured. */
    public static final int USUAL_WIDTH = 72;

    /** Narrower than this no table can be read. */
    public static final int LEAST_WIDTH = 60;

    /** In fewer characters than this a sentence falls apart into pieces of words. */
    private static final int LEAST_TEXT = 16;

    /** How far in the text stands below a head that left it no room, in characters. */
    private static final int BELOW = 8;

    /** Wider than this no eye can follow a line. */
    public static final int MOST_WIDTH = 500;

    /** A page is at least 60 wide and at most 500, whatever the terminal says. */
    public Page {
        width = Math.min(Math.max(width, LEAST_WIDTH), MOST_WIDTH);
    }

    /** The same page with lines of another width. */
    public Page wide(int characters) {
        return new Page(out, characters, ink);
    }

    /** Writes a line; the line end is the same on every system. */
    public void line(String text) {
        out.print(ink.printable(text.stripTrailing()) + "\n");
    }

    /** Writes {@code text} behind {@code head}, wrapped to the width and indented under itself. */
    public void hanging(String head, String text) {
        hanging(head.length(), head, text);
    }

    /** The same with a head in {@code tone}. */
    public void hanging(Tone tone, String head, String text) {
        hanging(head.length(), paint(tone, head), text);
    }

    /**
     * Writes {@code text} indented by {@code indent}, wrapped, its first line behind a head that is so wide. A head
     * that leaves no room for words has a line of its own, and the text follows below.
     */
    public void hanging(int indent, String head, String text) {
        if (width - indent < Math.min(LEAST_TEXT, text.length())) {
            line(head);
            hanging(BELOW, " ".repeat(BELOW), text);
            return;
        }
        String before = head;
        for (String part : Wrap.words(text, width - indent)) {
            line(before + part);
            before = " ".repeat(indent);
        }
    }

    /** Writes a command behind a head. */
    public void command(String head, String command) {
        command(head, command, "");
    }

    /**
     * Writes a command behind a head and before a remark, so that it can be pasted whatever the width: lines are broken
     * between its words only, and end as a shell wants it; a remark that does not fit is left out.
     */
    public void command(String head, String command, String remark) {
        String before = head;
        Seq<String> parts = Wrap.command(command, width - head.length());
        for (String part : parts.init()) {
            line(before + part + " \\");
            before = " ".repeat(head.length());
        }
        int room = width - before.length() - parts.last().length();
        line(before + parts.last() + (remark.length() <= room ? remark : ""));
    }

    /** {@code text} in {@code tone}. */
    public String paint(Tone tone, String text) {
        return ink.paint(tone, text);
    }
}
