package pagelife.reports.told;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pagelife.checker.model.Actor;
import pagelife.checker.model.At;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.State;
import pagelife.checker.result.Trace;
import pagelife.checker.result.TraceStep;
import pagelife.checker.value.Value;

/** Reads the line that stands for folded steps against the steps and states of the trace. */
record FoldReader(Trace trace, ToldStory.ToldFold fold) {
    private static final Pattern MAPPED = Pattern.compile("a page fault has mapped (P\\d+)");
    private static final Pattern PINNED = Pattern.compile("(\\S+) has pinned (P\\d+)");
    private static final Pattern NOTHING =
            Pattern.compile("(?:a page fault has ended with nothing mapped|\\S+ has pinned nothing)");
    private static final String SET_UP = "the memory map has been set up";
    private static final String NOT_DONE = "not done";
    private static final Pattern RAN = Pattern.compile("(\\S+)(?: \\((.*)\\))? has run(?:, up to \"?(.*?)\"?)?");

    /** Fails unless each word is so. */
    void check() {
        assertTrue(1 <= fold.first() && fold.first() <= fold.last() && fold.last() <= trace.length(), fold.toString());
        assertFalse(
                trace.loopStart().exists(loop -> fold.first() <= loop && loop < fold.last()), "over a loop: " + fold);
        if (fold.setUp()) {
            setUp();
        } else {
            labels();
        }
    }

    /** Each task with the labels of its steps, in the order in which the tasks begin. */
    private void labels() {
        String rest = fold.text();
        for (Actor actor : steps().map(step -> step.step().actor()).distinct()) {
            String own = steps().filter(step -> step.step().actor() == actor)
                    .map(FoldReader::label)
                    .mkString(actor.name() + ": ", ", ", "");
            assertTrue(rest.startsWith(own), () -> own + " is not in " + fold);
            rest = rest.substring(own.length()).replaceFirst("^; ", "");
        }
        assertEquals("", rest, fold.toString());
    }

    private void setUp() {
        Actor actor = steps().head().step().actor();
        steps().forEach(step -> assertEquals(actor, step.step().actor(), fold.toString()));
        Matcher mapped = MAPPED.matcher(fold.text());
        Matcher pinned = PINNED.matcher(fold.text());
        Matcher ran = RAN.matcher(fold.text());
        if (mapped.matches()) {
            assertComes("pte(", mapped.group(1));
        } else if (pinned.matches()) {
            assertEquals(actor.name(), pinned.group(1), fold.toString());
            assertComes("pins(" + actor.name(), pinned.group(2));
        } else if (ran.matches()) {
            ran(actor, ran);
        } else if (fold.text().startsWith(SET_UP)) {
            assertEquals(fold.text().equals(SET_UP), isProbed(), fold.toString());
        } else {
            assertTrue(NOTHING.matcher(fold.text()).matches(), fold.toString());
            assertFalse(comes("pte(", "P") || comes("pins(" + actor.name(), "P"), fold.toString());
        }
    }

    private void ran(Actor actor, Matcher ran) {
        assertTrue(ran.group(1).equals(actor.name()) || ran.group(1).equals("a"), fold.toString());
        boolean over = call(trace.before(fold.first() - 1), actor) != call(trace.before(fold.last()), actor);
        if (ran.group(3) == null) {
            assertTrue(over || ran.group(1).equals("a"), "not at its end: " + fold);
        } else {
            assertEquals(label(steps().last()), ran.group(3), fold.toString());
        }
    }

    /** The number of the call that an actor is in; of a finished one, and of one with no program, none that there is. */
    private static int call(State state, Actor actor) {
        Control at = state.at(actor);
        return at instanceof At place ? place.call() : at == Control.finished() ? -1 : -2;
    }

    /** Whether the completion of the probe was not done before, and is after. */
    private boolean isProbed() {
        return trace.initial()
                .model()
                .cells()
                .filter(cell -> cell.name().equals("probe"))
                .exists(probe -> text(fold.first() - 1, probe).equals(NOT_DONE)
                        && !text(fold.last(), probe).equals(NOT_DONE));
    }

    private String text(int moment, Cell<?> cell) {
        return Value.of(trace.before(moment).read(cell)).text();
    }

    private void assertComes(String cell, String value) {
        assertTrue(comes(cell, value), fold.toString());
    }

    /** Whether a cell of this kind has the value after the steps, and had not before. */
    private boolean comes(String cell, String value) {
        return Vector.ofAll(trace.initial().model().cells())
                .filter(known -> known.name().startsWith(cell))
                .exists(known -> text(fold.last(), known).contains(value)
                        && !text(fold.first() - 1, known).contains(value));
    }

    private Seq<TraceStep> steps() {
        return trace.steps().slice(fold.first() - 1, fold.last());
    }

    private static String label(TraceStep step) {
        return step.step().text().isEmpty() ? step.step().id() : step.step().text();
    }
}
