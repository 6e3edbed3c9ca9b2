package pagelife.specs.litmus;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.Cell;
import pagelife.checker.model.State;
import pagelife.checker.model.Word;
import pagelife.checker.result.Trace;
import pagelife.checker.result.TraceStep;
import pagelife.checker.value.Value;

/**
 * A run that was kept: who took which step, of which function, and what changed. Unlike a {@link Schedule} it can tell
 * whether a model that takes the same steps still does the same.
 *
 * @param steps the steps, in their order
 * @param loopStart after how many steps those begin that repeat forever; all of them if nobody moves any more; empty
 *     for a run that is shown up to its end only
 */
public record Kept(Seq<Taken> steps, Option<Integer> loopStart) {

    /**
     * A step.
     *
     * @param task who took it
     * @param step its short name, with what it chose
     * @param function the function that it stands for; empty for none
     * @param label what it does, for people; not read back
     * @param changes the cells that it changed, but for the place of its task, in the order of the model
     */
    public record Taken(Word task, Word step, String function, String label, Seq<Change> changes) {
        /** Its short name without what it chose. */
        public String id() {
            return step.text().split("\\[", 2)[0];
        }

        /** What stands for it elsewhere: a step of another name, of whatever function, with these changes. */
        public Taken as(String id, Seq<Change> others) {
            return new Taken(task, new Word(id, step.at()), "", label, others);
        }

        @Override
        public String toString() {
            return task + ": " + step;
        }
    }

    /**
     * What a cell came to hold.
     *
     * @param cell its name
     * @param value its value, as text
     */
    public record Change(String cell, String value) {}

    /** A trace, to be kept. */
    public static Kept of(Trace trace) {
        Seq<Taken> steps = Vector.range(0, trace.length())
                .map(i -> taken(trace.before(i), trace.steps().get(i)));
        return new Kept(steps, trace.loopStart());
    }

    private static Taken taken(State before, TraceStep taken) {
        return new Taken(
                new Word(taken.step().actor().name(), 0),
                new Word(Replay.text(taken.step(), taken.choices()), 0),
                taken.step().source().function(),
                label(taken),
                changes(before, taken.after(), taken.step().actor().control()));
    }

    /** What a step does, and that it fails. */
    private static String label(TraceStep taken) {
        String does = taken.step().text();
        return taken.failure()
                .map(failure -> (does.isEmpty() ? "" : does + ": ") + "FAILS: " + failure.what())
                .getOrElse(does);
    }

    /** What differs between two states, but for the place of a task. */
    public static Seq<Change> changes(State before, State after, Cell<?> control) {
        return before.changed(after)
                .filter(cell -> cell != control)
                .map(cell -> new Change(cell.name(), text(after, cell)));
    }

    /** The value of a cell, as it is kept. */
    public static String text(State state, Cell<?> cell) {
        return Value.of(state.read(cell)).text();
    }

    /** The same steps without what they changed. */
    Schedule schedule() {
        return new Schedule(steps.map(taken -> new Schedule.Turn(taken.task(), Vector.of(taken.step()))));
    }
}
