package pagelife.checker.ltl;

/**
 * Why a text is no formula.
 *
 * @param text the whole text
 * @param position where in it, counted from 0; the length of the text when it ends too early
 * @param expected what should be there, such as {@code ")"} or {@code a formula}
 * @param found what is there; {@code the end} when nothing is
 */
public record SyntaxError(String text, int position, String expected, String found) {
    private static final int MOST_SHOWN = 80;
    private static final String DOTS = "...";

    /** The error in one line. */
    public String sentence() {
        return "at " + (position + 1) + ": expected " + expected + ", found " + found;
    }

    /** The text, or so much of it around the position as fits into a line. */
    public String excerpt() {
        int to = Math.min(text.length(), from() + MOST_SHOWN);
        return (from() > 0 ? DOTS : "") + text.substring(from(), to) + (to < text.length() ? DOTS : "");
    }

    /** A line with a caret, to be printed below the {@link #excerpt}. */
    public String caret() {
        return " ".repeat((from() > 0 ? DOTS.length() : 0) + position - from()) + "^";
    }

    private int from() {
        return text.length() <= MOST_SHOWN ? 0 : Math.max(0, Math.min(position, text.length()) - MOST_SHOWN / 2);
    }
}
