package pagelife.checker.ltl;

import java.io.Serial;

/** Walks over the text of a formula. */
final class Scanner {
    private static final int SHOWN = 20;
    private static final int LONGEST = 100;

    private final String text;
    private int position;
    private int depth;

    Scanner(String text) {
        this.text = text;
        skipBlanks();
    }

    /** Ends the parsing; never leaves the parser. */
    static final class Failure extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;

        private final transient SyntaxError error;

        Failure(SyntaxError error) {
            super(error.sentence(), null, false, false);
            this.error = error;
        }

        SyntaxError error() {
            return error;
        }
    }

    int position() {
        return position;
    }

    private void skipBlanks() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
    }

    /** Takes this symbol if it is next. */
    boolean take(String symbol) {
        if (!text.startsWith(symbol, position)) {
            return false;
        }
        position += symbol.length();
        skipBlanks();
        return true;
    }

    /** Whether this symbol is next. */
    boolean isNext(String symbol) {
        return text.startsWith(symbol, position);
    }

    void expect(String symbol, String expected) {
        if (!take(symbol)) {
            throw failure(position, expected);
        }
    }

    void expectEnd() {
        if (position < text.length()) {
            throw failure(position, "an operator or the end");
        }
    }

    /** The word that is next; empty if none is. */
    String word() {
        int end = position;
        while (end < text.length() && isPartOfWord(text.charAt(end), end == position)) {
            end++;
        }
        return text.substring(position, end);
    }

    private static boolean isPartOfWord(char c, boolean first) {
        return c == '_' || Character.isLetter(c) || !first && Character.isDigit(c);
    }

    /** The name that is next: a word, in which a dash before a letter is a letter; empty if none is. */
    private String name() {
        int end = position;
        while (end < text.length()
                && (isPartOfWord(text.charAt(end), end == position) || end > position && isDashInName(end))) {
            end++;
        }
        return text.substring(position, end);
    }

    private boolean isDashInName(int at) {
        return text.charAt(at) == '-' && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
    }

    String nextName() {
        String name = name();
        position += name.length();
        skipBlanks();
        return name;
    }

    /** The digits that are next; empty if none are. They are taken. */
    String digits() {
        int end = position;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        String digits = text.substring(position, end);
        position = end;
        skipBlanks();
        return digits;
    }

    /** Whether a minus is next, and not an arrow. */
    boolean isMinus() {
        return text.startsWith("-", position) && !text.startsWith("->", position);
    }

    /** Goes back to where it was. */
    void back(int to) {
        position = to;
        depth = 0;
    }

    /** What stands from {@code from} up to here. */
    String since(int from) {
        return text.substring(from, position).strip();
    }

    /** One parenthesis deeper, unless that is too deep. */
    boolean deepen() {
        return ++depth <= Formula.MOST_OPERATORS;
    }

    /** One parenthesis less deep. */
    void rise() {
        depth--;
    }

    String nextWord() {
        String word = word();
        position += word.length();
        skipBlanks();
        return word;
    }

    boolean takeWord(String wanted) {
        if (!word().equals(wanted)) {
            return false;
        }
        nextWord();
        return true;
    }

    boolean isQuote() {
        return text.startsWith("\"", position);
    }

    /** The name between quotes. */
    String quoted() {
        return upTo("\"", position + 1, position);
    }

    /** What stands before the next closing parenthesis. */
    String upToClosing() {
        return upTo(")", position, position - 1).strip();
    }

    private String upTo(String end, int from, int opening) {
        int at = text.indexOf(end, from);
        if (at < 0) {
            throw failure(text.length(), end.equals(")") ? "\")\"" : "a quote to end the one at " + (opening + 1));
        }
        position = at + end.length();
        skipBlanks();
        return text.substring(from, at);
    }

    /** Something else than {@code expected} stands at {@code at}. */
    Failure failure(int at, String expected) {
        String rest = text.substring(Math.min(at, text.length()));
        String shown = rest.length() > SHOWN ? rest.substring(0, SHOWN) + "..." : rest;
        return failure(at, expected, shown.isEmpty() ? "the end" : "\"" + shown.strip() + "\"");
    }

    Failure failure(int at, String expected, String found) {
        return new Failure(new SyntaxError(text, at, expected, cut(found)));
    }

    private static String cut(String found) {
        return found.length() > LONGEST ? found.substring(0, LONGEST) + "..." : found;
    }

    /** A name that was just read is not known. */
    Failure failureBefore(String name, String expected) {
        int at = text.lastIndexOf(name, position - 1);
        return failure(Math.max(0, at), expected, name.isEmpty() ? "nothing" : "\"" + name + "\"");
    }
}
