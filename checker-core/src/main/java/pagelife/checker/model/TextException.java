package pagelife.checker.model;

/** A mistake in a text that somebody wrote: what is wrong, what would be right, and where it stands. */
public final class TextException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final int at;

    /** A mistake at a position of the text, counted from 0. */
    public TextException(String message, int at) {
        super(message);
        this.at = at;
    }

    /** The position of the first wrong character in the text, from 0; the text's length where something is missing. */
    public int at() {
        return at;
    }
}
