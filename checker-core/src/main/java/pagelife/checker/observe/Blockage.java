package pagelife.checker.observe;

import io.vavr.collection.Seq;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Step;

/**
 * No run shows what was seen: each that explains the observations before this one cannot go on to it.
 *
 * @param at the first observation that no run explains
 * @param before one of the runs that explain those before it
 * @param standings how the tasks that it may be stand there, each differently, in one of the runs, when they have gone
 *     on as far as nobody sees it; not more than {@link #MOST}
 * @param owed what the recorded task must show first, in some of the runs
 * @param nodes how many states, each with what was owed there, were looked at
 */
public record Blockage(Observation at, Explanation before, Seq<Standing> standings, Seq<Seq<Label>> owed, long nodes)
        implements Answer {
    /** So many standings are told at most: a reader looks at the first few. */
    public static final int MOST = 20;

    /**
     * A task of the model where it cannot be what was seen.
     *
     * @param actor the task
     * @param place where it is
     * @param ways its steps there; none between two operations, where only what is seen begins
     */
    public record Standing(String actor, String place, Seq<Way> ways) {}

    /**
     * A step that a task could take, or waits to take.
     *
     * @param step the step
     * @param choices what it would choose, as {@code what = value}
     * @param outcome what would come of it
     * @param shows what it would show
     * @param read the cells that it read, with their values: what made it so
     */
    public record Way(Step step, Seq<String> choices, Outcome outcome, Seq<Label> shows, Seq<Value> read) {}

    /** What comes of a step. */
    public enum Outcome {
        /** It is taken. */
        GOES,
        /** It waits until something that it read changes. */
        WAITS,
        /** It fails, as at a BUG(). */
        FAILS
    }

    /** A cell and what it holds. */
    public record Value(Cell<?> cell, Object value) {
        @Override
        public String toString() {
            return cell + "=" + value;
        }
    }

    @Override
    public int explained() {
        return before.explained();
    }
}
