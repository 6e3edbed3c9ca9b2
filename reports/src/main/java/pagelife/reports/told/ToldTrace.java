package pagelife.reports.told;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.Actor;
import pagelife.checker.result.Trace;

/**
 * A run, or the beginning of one.
 *
 * @param actors those who act in it, in the order in which the model declares them
 * @param initial the value of every cell at the start
 * @param steps the steps
 * @param loopStart after how many steps those begin that repeat forever; empty if the run ends
 * @param fails whether the last step fails, so that nothing comes after it
 */
public record ToldTrace(
        Seq<String> actors, Map<String, Shown> initial, Seq<ToldStep> steps, Option<Integer> loopStart, boolean fails)
        implements Part {
    /** What is told of a trace. */
    public static ToldTrace of(Trace trace) {
        return new ToldTrace(
                trace.steps()
                        .map(taken -> taken.step().actor())
                        .distinct()
                        .sortBy(Actor::index)
                        .map(Actor::name),
                Shown.cells(trace.initial()),
                Vector.range(0, trace.length())
                        .map(i -> ToldStep.of(trace.before(i), trace.steps().get(i))),
                trace.loopStart(),
                trace.fails());
    }

    /** How many steps it has. */
    public int length() {
        return steps.size();
    }
}
