package pagelife.checker.result;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.checker.model.Model;
import pagelife.checker.property.StepProperty;

/**
 * What a check found.
 *
 * @param model the model checked
 * @param findings one per property, in the order asked
 * @param counts what was explored
 * @param depth what {@link Counts#levels} is a number of
 * @param stop why the search ended
 * @param statistics how the engine worked
 * @param vacuity what did not happen
 * @param orbits what its states stand for; empty where each stands for itself
 */
public record Result(
        Model model,
        Seq<Finding> findings,
        Counts counts,
        Depth depth,
        Stop stop,
        Statistics statistics,
        Vacuity vacuity,
        Option<OrbitCount> orbits) {
    /** Of a search of every state. */
    public Result(
            Model model,
            Seq<Finding> findings,
            Counts counts,
            Depth depth,
            Stop stop,
            Statistics statistics,
            Vacuity vacuity) {
        this(model, findings, counts, depth, stop, statistics, vacuity, Option.none());
    }

    /** The same with other findings. */
    public Result with(Seq<Finding> others) {
        return new Result(model, others, counts, depth, stop, statistics, vacuity, orbits);
    }

    /**
     * The answer to the property of this name. That no step fails is part of every check, and among the findings only
     * where one does, or where somebody asked.
     */
    public Option<Finding> finding(String propertyName) {
        return findings.find(finding -> finding.property().name().equals(propertyName))
                .orElse(Option.when(
                        stop == Stop.COMPLETE && propertyName.equals(StepProperty.NO_FAILURE.name()),
                        () -> new Finding(StepProperty.NO_FAILURE, Verdict.HOLDS, Option.none(), "")));
    }
}
