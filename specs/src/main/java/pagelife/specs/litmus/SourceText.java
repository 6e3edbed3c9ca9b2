package pagelife.specs.litmus;

import com.google.common.base.CharMatcher;
import io.vavr.collection.Vector;
import pagelife.checker.model.TextException;
import pagelife.checker.model.Word;

/**
 * The text of a litmus test, and how far it is read. Remarks are blanks here, so that what is left stands where it
 * stood.
 */
final class SourceText {
    /* Longer ones were not written by anybody, and would be slow to read. */
    private static final int LONGEST = 1 << 18;
    private static final CharMatcher BLANK = CharMatcher.anyOf(" \t\r");

    private final String text;
    private int at;

    SourceText(String written) {
        if (written.length() > LONGEST) {
            throw new TextException(
                    "it has " + written.length() + " characters: a litmus test has at most " + LONGEST
                            + ", and fits on a page; split it",
                    0);
        }
        requireReadable(written);
        this.text = Remarks.blank(written);
    }

    private static void requireReadable(String written) {
        for (int here = 0; here < written.length(); here++) {
            char sign = written.charAt(here);
            boolean acts = Character.isISOControl(sign) || Character.getType(sign) == Character.FORMAT;
            if (acts && sign != '\n' && !BLANK.matches(sign)) {
                throw new TextException(
                        String.format("the character U+%04X is a control character: take it out", (int) sign), here);
            }
        }
    }

    /**
     * A line.
     *
     * @param from where it begins in the text
     * @param content what it says, the blanks at its end left out
     */
    record Line(int from, String content) {
        boolean isBlank() {
            return content.isBlank();
        }

        boolean isIndented() {
            return BLANK.matches(content.charAt(0));
        }

        int end() {
            return from + content.length();
        }

        /** The words between blanks. */
        Vector<Word> words() {
            Vector<Word> words = Vector.empty();
            int here = 0;
            while (here < content.length()) {
                int start = here;
                while (here < content.length() && !BLANK.matches(content.charAt(here))) {
                    here++;
                }
                if (here > start) {
                    words = words.append(new Word(content.substring(start, here), from + start));
                }
                here++;
            }
            return words;
        }

        String firstWord() {
            return words().map(Word::text).headOption().getOrElse("");
        }
    }

    int at() {
        return at;
    }

    int length() {
        return text.length();
    }

    boolean isAtEnd() {
        skipBlanks();
        return at == text.length();
    }

    void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    /** The line that is next, blank ones left out; the cursor must not be at the end. */
    Line line() {
        skipBlanks();
        int from = text.lastIndexOf('\n', at - 1) + 1;
        int end = text.indexOf('\n', at);
        return new Line(
                from, text.substring(from, end < 0 ? text.length() : end).stripTrailing());
    }

    Line takeLine() {
        Line line = line();
        at = line.end();
        return line;
    }

    /** Takes this word, if it is next and an opening brace follows it: what is between the braces. */
    boolean opens(String word) {
        skipBlanks();
        if (!text.startsWith(word, at)) {
            return false;
        }
        int brace = at + word.length();
        while (brace < text.length() && Character.isWhitespace(text.charAt(brace))) {
            brace++;
        }
        return brace < text.length() && text.charAt(brace) == '{';
    }

    /** What stands between the next opening brace and the one that closes it. */
    Word braced() {
        int open = text.indexOf('{', at);
        int depth = 0;
        for (int here = open; here < text.length(); here++) {
            char sign = text.charAt(here);
            depth += sign == '{' ? 1 : sign == '}' ? -1 : 0;
            if (depth == 0) {
                at = here + 1;
                return new Word(text.substring(open + 1, here), open + 1);
            }
        }
        throw new TextException("the { has no }: write one", open);
    }

    /** What stands between quotes, if they are next; else nothing. */
    String quoted() {
        skipBlanks();
        if (at == text.length() || text.charAt(at) != '"') {
            return "";
        }
        int end = text.indexOf('"', at + 1); // there is one: Remarks has looked
        String said = text.substring(at + 1, end);
        at = end + 1;
        return said.strip().replaceAll("\\s+", " ");
    }

    /**
     * A text as long as up to {@code to}, with nothing but these pieces, a line for each: a place in it is a place
     * here.
     */
    static String only(Vector<Word> pieces, int to) {
        StringBuilder alone = new StringBuilder(" ".repeat(to));
        for (Word piece : pieces) {
            alone.replace(piece.at(), piece.at() + piece.text().length(), piece.text());
            if (piece.at() > 0) {
                alone.setCharAt(piece.at() - 1, '\n');
            }
        }
        return alone.toString();
    }
}
