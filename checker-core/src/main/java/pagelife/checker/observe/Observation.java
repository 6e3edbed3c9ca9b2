package pagelife.checker.observe;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/**
 * A line of a recording, as far as a model has an opinion on it.
 *
 * @param line its number, from 1
 * @param task the recorded task that was seen: it owes what its steps show, and it has a CPU or has none
 * @param actors the tasks of the model that may be the ones that do it: of runs that explain a recording alike the one
 *     with an earlier one is found first. Mostly one, of the task's own name; where a reference is dropped by whoever
 *     comes last, all that hold one
 * @param sight what was seen
 */
public record Observation(long line, String task, Seq<String> actors, Sight sight) {
    /** A line about a task that is a task of the model by the same name. */
    public Observation(long line, String task, Sight sight) {
        this(line, task, Vector.of(task), sight);
    }

    @Override
    public String toString() {
        return line + " " + task + " " + sight;
    }
}
