package pagelife.checker.model;

import com.google.common.base.CharMatcher;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/** Reads {@link Written} programs by recursive descent. */
final class WrittenParser {
    /* Nobody nests deeper; a text that does must not exhaust the stack. */
    private static final int DEEPEST = 50;
    private static final String SEPARATOR = ";";
    private static final CharMatcher SIGNS = CharMatcher.anyOf("{};");

    private final Seq<Word> words;
    private final int end;
    private int next;
    private int depth;

    WrittenParser(Seq<Word> words, int end) {
        this.words = words;
        this.end = end;
    }

    /** The words of a text; each sign is one, and so is the end of a line, as a semicolon. */
    static Vector<Word> words(String text) {
        Vector<Word> found = Vector.empty();
        int at = 0;
        while (at < text.length()) {
            char here = text.charAt(at);
            int from = at++;
            if (here == '\n') {
                found = found.append(new Word(SEPARATOR, from));
            } else if (SIGNS.matches(here)) {
                found = found.append(new Word(String.valueOf(here), from));
            } else if (!Character.isWhitespace(here)) {
                while (at < text.length() && isInWord(text.charAt(at))) {
                    at++;
                }
                found = found.append(new Word(text.substring(from, at), from));
            }
        }
        return found;
    }

    private static boolean isInWord(char sign) {
        return !Character.isWhitespace(sign) && !SIGNS.matches(sign);
    }

    Written program() {
        Written program = sequence();
        if (next < words.size()) {
            throw wrong("there is no { that this } closes: take it out");
        }
        return program;
    }

    private Written sequence() {
        Vector<Written> parts = Vector.empty();
        while (true) {
            if (take(SEPARATOR)) {
                continue;
            }
            if (next == words.size() || is("}")) {
                return parts.size() == 1 ? parts.head() : new Written.Sequence(parts);
            }
            parts = parts.append(part());
            if (next < words.size() && !is(SEPARATOR) && !is("}")) {
                throw wrong("a ; or the end of the line comes between two operations, and " + words.get(next)
                        + " comes here: write one before it");
            }
        }
    }

    private Written part() {
        if (take("loop")) {
            return new Written.Loop(block());
        }
        if (!take("either")) {
            return call();
        }
        Vector<Written> alternatives = Vector.of(block());
        while (isOr()) {
            alternatives = alternatives.append(block());
        }
        if (alternatives.size() == 1) {
            throw wrong("either has one alternative only: write either { ... } or { ... }");
        }
        return new Written.Either(alternatives);
    }

    /** Whether an {@code or} comes, on a line of its own perhaps. */
    private boolean isOr() {
        int before = next;
        while (take(SEPARATOR)) {
            // a line may end before the or
        }
        if (take("or")) {
            return true;
        }
        next = before;
        return false;
    }

    private Written block() {
        while (take(SEPARATOR)) {
            // a line may end before the brace
        }
        int open = next;
        if (!take("{")) {
            throw wrong("loop, either and or are followed by a program in braces: write { ... }");
        }
        if (++depth > DEEPEST) {
            throw wrong("braces are nested more than " + DEEPEST + " deep: nobody can read that; write less deep");
        }
        Written body = sequence();
        if (!take("}")) {
            throw new TextException("the { has no }: write one", words.get(open).at());
        }
        depth--;
        return body;
    }

    private Written call() {
        Vector<Word> call = Vector.empty();
        while (next < words.size() && !SIGNS.matchesAnyOf(words.get(next).text())) {
            call = call.append(words.get(next++));
        }
        if (call.isEmpty()) {
            throw wrong("an operation comes here, and not " + words.get(next) + ": write its name and its arguments");
        }
        return new Written.Call(call);
    }

    private boolean is(String word) {
        return next < words.size() && words.get(next).is(word);
    }

    private boolean take(String word) {
        boolean taken = is(word);
        next += taken ? 1 : 0;
        return taken;
    }

    private TextException wrong(String message) {
        return new TextException(message, next < words.size() ? words.get(next).at() : end);
    }
}
