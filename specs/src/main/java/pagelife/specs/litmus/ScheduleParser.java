package pagelife.specs.litmus;

import io.vavr.collection.Vector;
import pagelife.checker.model.TextException;
import pagelife.checker.model.Word;

/** Reads schedules: turns with semicolons between; a turn is a task, a colon, and steps. */
final class ScheduleParser {
    private final Vector<Word> tokens;
    private final int end;
    private int next;

    private ScheduleParser(Word text) {
        this.end = text.at() + text.text().length();
        this.tokens = tokens(text);
    }

    private static Vector<Word> tokens(Word text) {
        Vector<Word> found = Vector.empty();
        int from = 0;
        while (from < text.text().length()) {
            int to = Math.max(from + 1, end(text.text(), from));
            String token = text.text().substring(from, to);
            found = token.isBlank() ? found : found.append(new Word(token, text.at() + from));
            from = to;
        }
        return found;
    }

    /** A word goes up to a blank, a colon or a semicolon; what stands in brackets belongs to it. */
    private static int end(String text, int from) {
        int depth = 0;
        int to = from;
        while (to < text.length()) {
            char sign = text.charAt(to);
            if (depth == 0 && (Character.isWhitespace(sign) || sign == ':' || sign == ';')) {
                return to;
            }
            depth = Math.max(0, depth + (sign == '[' ? 1 : sign == ']' ? -1 : 0));
            to++;
        }
        return to;
    }

    static Schedule schedule(Word text) {
        return new ScheduleParser(text).schedule();
    }

    private Schedule schedule() {
        Vector<Schedule.Turn> turns = Vector.empty();
        while (next < tokens.size()) {
            if (!take(";")) {
                turns = turns.append(turn());
            }
        }
        if (turns.isEmpty()) {
            throw wrong("a schedule says which steps are taken");
        }
        return new Schedule(turns);
    }

    private Schedule.Turn turn() {
        Word task = tokens.get(next);
        if (isSign(task)) {
            throw wrong("a task comes here, and not " + task);
        }
        next++;
        if (!take(":")) {
            throw wrong("a colon comes after the task " + task);
        }
        Vector<Word> steps = tokens.drop(next).takeWhile(token -> !isSign(token));
        next += steps.size();
        if (steps.isEmpty()) {
            throw wrong("the steps of " + task + " come here");
        }
        if (next < tokens.size() && !tokens.get(next).text().equals(";")) {
            throw wrong("a ; comes between two turns, and not " + tokens.get(next));
        }
        return new Schedule.Turn(task, steps);
    }

    private static boolean isSign(Word token) {
        return token.text().equals(":") || token.text().equals(";");
    }

    private boolean take(String sign) {
        boolean taken = next < tokens.size() && tokens.get(next).text().equals(sign);
        next += taken ? 1 : 0;
        return taken;
    }

    private TextException wrong(String message) {
        return new TextException(
                message + ": write for example schedule truncate: t1 t3; gup: s1 s2",
                next < tokens.size() ? tokens.get(next).at() : end);
    }
}
