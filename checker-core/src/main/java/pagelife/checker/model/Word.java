package pagelife.checker.model;

/**
 * A word of a text, and where it stands there.
 *
 * @param text the word
 * @param at the position of its first character in the text that it was read from, from 0
 */
public record Word(String text, int at) {
    boolean is(String other) {
        return text.equals(other);
    }

    @Override
    public String toString() {
        return text;
    }
}
