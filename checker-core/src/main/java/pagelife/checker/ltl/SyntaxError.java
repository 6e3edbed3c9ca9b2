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
    /** The error in one line. */
    public String sentence() {
        return "at " + (position + 1) + ": expected " + expected + ", found " + found;
    }

    /** A line with a caret, to be printed below the text. */
    public String caret() {
        return " ".repeat(position) + "^";
    }
}
