package pagelife.specs.fuzz;

import io.vavr.collection.Vector;
import pagelife.checker.simulate.Strategy;
import pagelife.models.Workload;
import pagelife.specs.workloads.Selection;

/**
 * What random workloads are tried.
 *
 * @param seed what chance begins with
 * @param count how many at most; {@link Long#MAX_VALUE} for as many as there is time for
 * @param tasks how many tasks each has at most
 * @param calls how many calls each has at most
 * @param guided whether those that did something new are changed further
 * @param before what is done before the tasks of each begin
 * @param selection which operations are called
 * @param dry after so many in a row without anything new it ends
 */
public record Plan(
        long seed, long count, int tasks, int calls, boolean guided, Workload before, Selection selection, long dry) {
    /** At most so many tasks unless somebody says otherwise. */
    public static final int USUAL_TASKS = 4;

    /** At most so many calls in all unless somebody says otherwise. */
    public static final int USUAL_CALLS = 12;

    /** So many in a row without anything new are long. */
    public static final long USUAL_DRY = 3000;

    /** The walks through each workload: who goes next. */
    static final Vector<Strategy> STRATEGIES = Vector.of(
            new Strategy.Uniform(),
            new Strategy.Priorities(1),
            new Strategy.Priorities(2),
            new Strategy.Priorities(3),
            new Strategy.Delays(1),
            new Strategy.Delays(2),
            new Strategy.Priorities(2),
            new Strategy.Priorities(3),
            new Strategy.Delays(1),
            new Strategy.Delays(2));

    /** The usual sizes. */
    public static Plan of(long seed, long count) {
        return new Plan(seed, count, USUAL_TASKS, USUAL_CALLS, true, Workload.NONE, Selection.USUAL, USUAL_DRY);
    }

    /** This plan without guidance. */
    public Plan unguided() {
        return new Plan(seed, count, tasks, calls, false, before, selection, dry);
    }
}
