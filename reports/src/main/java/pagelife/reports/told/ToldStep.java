package pagelife.reports.told;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Event;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;
import pagelife.checker.model.Step;
import pagelife.checker.result.TraceStep;
import pagelife.checker.value.Value;

/**
 * A step of a trace.
 *
 * @param actor who takes it
 * @param step its id
 * @param text what it does
 * @param function the function of the kernel that it stands for; may be empty
 * @param file its file; may be empty
 * @param version of this kernel
 * @param choices what was chosen on the way
 * @param events what it tells
 * @param said which way its tests went, in words
 * @param statement what it does, as a statement of its function; may be empty
 * @param reads the cells it reads
 * @param changed the cells it changes
 * @param changes the same, part by part
 * @param kept what the actor keeps in mind since then, in words
 * @param effects what it changes, where its actor is apart, and what it tells, in words
 * @param after the value of every cell after it
 */
public record ToldStep(
        String actor,
        String step,
        String text,
        String function,
        String file,
        String version,
        Seq<String> choices,
        Seq<Shown> events,
        Seq<String> said,
        String statement,
        Seq<String> reads,
        Seq<String> changed,
        Seq<Change> changes,
        Seq<String> kept,
        Seq<String> effects,
        Map<String, Shown> after)
        implements Part {
    /**
     * A change of a cell.
     *
     * @param cell its name
     * @param component the way to what changed in it; empty for all of it
     * @param before what was there
     * @param after what is there
     */
    public record Change(String cell, String component, Value before, Value after) implements Part {}

    static ToldStep of(State before, TraceStep taken) {
        return of(before, taken, Shown.cells(taken.after()));
    }

    /** What is told of a step that was taken by hand; whoever did has the state after it, which is left out. */
    public static ToldStep of(Move move) {
        return of(move.from(), TraceStep.of(move), LinkedHashMap.empty());
    }

    private static ToldStep of(State before, TraceStep taken, Map<String, Shown> after) {
        Step step = taken.step();
        Seq<Event> listed = taken.events().filter(Event::isListed);
        return new ToldStep(
                step.actor().name(),
                step.id(),
                step.text(),
                step.source().function(),
                step.source().file(),
                step.source().version(),
                taken.choices(),
                listed.map(Shown::of),
                Sayings.of(before, taken),
                step.statement(),
                names(taken.reads()),
                names(before.changed(taken.after())),
                before.changed(taken.after()).flatMap(cell -> changes(before, taken.after(), cell)),
                Changes.locals(before, taken),
                Changes.cells(before, taken).appendAll(listed.map(ToldStep::told)),
                after);
    }

    private static Seq<Change> changes(State before, State after, Cell<?> cell) {
        return Changes.differences(before, after, cell)
                .map(change -> new Change(cell.name(), change.path(), change.before(), change.after()));
    }

    private static Seq<String> names(Seq<Cell<?>> cells) {
        return cells.map(Cell::name);
    }

    private static String told(Event event) {
        return "* " + event;
    }

    /** The same step, of which something more is said before all else. */
    public ToldStep saying(String words) {
        return new ToldStep(
                actor,
                step,
                text,
                function,
                file,
                version,
                choices,
                events,
                said.prepend(words),
                statement,
                reads,
                changed,
                changes,
                kept,
                effects,
                after);
    }

    /** The id and what is done. */
    public String label() {
        return text.isEmpty() ? step : step + " " + text;
    }
}
