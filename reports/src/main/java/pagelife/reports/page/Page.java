package pagelife.reports.page;

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
    public static final int USUAL_WIDTH = 100;

    /** Narrower than this no table can be read. */
    private static final int LEAST_WIDTH = 60;

    /** Wider than this no eye can follow a line. */
    private static final int MOST_WIDTH = 500;

    /** A page is at least 60 wide and at most 500, whatever the terminal says. */
    public Page {
        width = Math.min(Math.max(width, LEAST_WIDTH), MOST_WIDTH);
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

    /** Writes {@code text} indented by {@code indent}, wrapped, its first line behind a head that is so wide. */
    public void hanging(int indent, String head, String text) {
        String before = head;
        for (String part : Wrap.words(text, width - indent)) {
            line(before + part);
            before = " ".repeat(indent);
        }
    }

    /** {@code text} in {@code tone}. */
    public String paint(Tone tone, String text) {
        return ink.paint(tone, text);
    }
}
