package pagelife.specs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Option;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import pagelife.checker.model.Cell;
import pagelife.checker.model.State;
import pagelife.checker.result.Trace;
import pagelife.checker.value.Value;
import pagelife.models.page.Holds;

/**
 * A sentence about a trace, looked up in the states by code that knows nothing of how sentences are made: each number
 * of a step is that of a step, who is said to take one takes it, and each clause that says since when is so from then
 * on and not before.
 *
 * @param sentence the sentence
 * @param trace what it is about
 */
public record Sentenced(String sentence, Trace trace) {
    private static final Pattern STEP_OF = Pattern.compile("step (\\d+) \\(([^):]*)[^)]*\\)");
    private static final Pattern ANY_STEP = Pattern.compile("step (\\d+)");
    private static final Pattern CELL =
            Pattern.compile("(\\S+) = ((?:(?! while )[^=])*?) \\((since step (\\d+)|from the start)\\)");
    private static final Pattern DONE = Pattern.compile("(?:^|when |and |but )(\\S+) [^(]*\\(step (\\d+)\\)");
    private static final Pattern GONE =
            Pattern.compile("(memory map) is gone \\((since step (\\d+)|from the start)\\)");
    private static final Pattern PINS =
            Pattern.compile("(?!nobody)\\b(\\S+) (?:still )?pins (P\\d+) \\((since step (\\d+)|from the start)\\)");
    private static final Pattern MAPS =
            Pattern.compile("(\\S+) still maps (P\\d+) \\((since step (\\d+)|from the start)\\)");
    private static final Pattern COUNTS =
            Pattern.compile("(P\\d+) counts (-?\\d+) references? \\((since step (\\d+)|from the start)\\)");
    private static final Pattern TAKES = Pattern.compile("takes its memory map away \\(step (\\d+)\\)");

    /** Fails unless each clause is so. */
    public void assertIsSo() {
        assertFalse(sentence.isBlank() || sentence.endsWith("."), sentence);
        each(ANY_STEP, match -> assertTrue(number(match, 1) >= 1 && number(match, 1) <= trace.length(), sentence));
        each(STEP_OF, match -> assertEquals(match.group(2), actor(number(match, 1)), sentence));
        each(DONE, match -> assertEquals(match.group(1), actor(number(match, 2)), sentence));
        each(TAKES, match -> assertSince(number(match, 1), state -> isGone(state)));
        each(GONE, match -> assertSince(start(match, 3), state -> isGone(state)));
        each(
                CELL,
                match -> assertSince(
                        start(match, 4), state -> text(state, match.group(1)).equals(match.group(2))));
        each(
                PINS,
                match -> assertSince(
                        start(match, 4), state -> pins(state, match.group(1)).contains(match.group(2))));
        each(
                MAPS,
                match -> assertSince(
                        start(match, 4), state -> text(state, match.group(1)).startsWith(match.group(2))));
        each(
                COUNTS,
                match -> assertSince(
                        start(match, 4), state -> refs(state, match.group(1)).equals(match.group(2))));
    }

    private String actor(int step) {
        return trace.steps().get(step - 1).step().actor().name();
    }

    private void each(Pattern pattern, Consumer<MatchResult> check) {
        pattern.matcher(sentence).results().forEach(check);
    }

    private static int number(MatchResult match, int group) {
        return Integer.parseInt(match.group(group));
    }

    private static int start(MatchResult match, int group) {
        return match.group(group) == null ? 0 : number(match, group);
    }

    /** It came to be so with a step, and stays so until the end, or until the last step. */
    private void assertSince(int step, Predicate<State> isSo) {
        for (int moment = step; moment < trace.length(); moment++) {
            assertTrue(isSo.test(trace.before(moment)), moment + ": " + sentence);
        }
        assertTrue(step == 0 || !isSo.test(trace.before(step - 1)), "not since: " + sentence);
        assertTrue(step < trace.length() || isSo.test(trace.last()), sentence);
    }

    private static Option<Cell<?>> cell(State state, String name) {
        return state.model().cells().find(cell -> cell.name().equals(name)).map(cell -> cell);
    }

    private static String text(State state, String name) {
        return cell(state, name)
                .map(cell -> Value.of(state.read(cell)).text())
                .orElse(() -> ofPage(state, name))
                .getOrElseThrow(() -> new AssertionError("no cell " + name));
    }

    /** The mapping of the one page, where it has no cell of its own; {@code none} is not in the text of a page. */
    private static Option<String> ofPage(State state, String name) {
        return cell(state, "page")
                .filter(cell -> name.equals("mapping"))
                .map(cell -> Value.of(state.read(cell)).text())
                .map(text -> text.contains("mapping ") ? text.substring(text.indexOf("mapping ") + 8) : "none");
    }

    private static boolean isGone(State state) {
        return text(state, "pagemap").contains("GONE");
    }

    /** The pages that a task pins: in its cell of pins, or by the facts of its place. */
    private static String pins(State state, String task) {
        return cell(state, "pins(" + task + ")")
                        .map(cell -> Value.of(state.read(cell)).text())
                        .getOrElse("")
                + state.model()
                        .actor(task)
                        .facts(state.at(state.model().actor(task)), Holds.class)
                        .filter(Holds::isPin);
    }

    /** The count of a page, which is the only one where its cell does not name it. */
    private static String refs(State state, String page) {
        String text = text(state, cell(state, "page(" + page + ")").isDefined() ? "page(" + page + ")" : "page");
        return text.replaceFirst("^.*?refs (-?\\d+).*$", "$1");
    }
}
