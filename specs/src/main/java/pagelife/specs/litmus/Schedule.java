package pagelife.specs.litmus;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.Word;

/**
 * A run, by the tasks and the short names of their steps: {@code truncater: t1 t3; writer: s1; truncater: t4}. Where a
 * step chooses, {@code f3[read]} says what; where nothing is said, whatever lets the rest of the schedule go on.
 *
 * @param turns the turns, in their order
 */
public record Schedule(Seq<Turn> turns) {
    /**
     * Steps that a task takes one after the other.
     *
     * @param task the name of the task
     * @param steps the steps
     */
    public record Turn(Word task, Seq<Word> steps) {
        @Override
        public String toString() {
            return task + ": " + steps.mkString(" ");
        }
    }

    /** The steps as a run of which nothing else is known. */
    Kept kept() {
        return new Kept(
                turns.flatMap(
                        turn -> turn.steps().map(step -> new Kept.Taken(turn.task(), step, "", "", Vector.empty()))),
                Option.none());
    }

    @Override
    public String toString() {
        return turns.mkString("; ");
    }
}
