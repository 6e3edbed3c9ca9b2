package pagelife.checker.observe;

import io.vavr.collection.Seq;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;
import pagelife.checker.model.Step;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.Property;
import pagelife.checker.property.StepProperty;
import pagelife.checker.result.Trace;
import pagelife.checker.result.TraceStep;

/**
 * A run that shows what was seen. It has been executed by the model's own code, step by step.
 *
 * @param initial where the run starts
 * @param moves its steps
 * @param seen for each of these the observations that are this step
 * @param moments for each observation how many steps had been taken when it was made
 * @param nodes how many states, each with what was owed there, were looked at to find it
 */
public record Explanation(State initial, Seq<Move> moves, Seq<Seq<Observation>> seen, Seq<Integer> moments, long nodes)
        implements Answer {
    /** The run as a trace. */
    public Trace trace() {
        return new Trace(initial, moves.map(TraceStep::of));
    }

    @Override
    public int explained() {
        return moments.size();
    }

    /** How many steps were seen. */
    public int stepsSeen() {
        return steps(true);
    }

    /** How many steps nobody saw; they must have been taken for the others to be possible. */
    public int stepsInferred() {
        return steps(false);
    }

    private int steps(boolean wanted) {
        return moves.zip(seen)
                .count(each -> !isBetween(each._1().step()) && each._2().nonEmpty() == wanted);
    }

    /** Whether it keeps a claim about states or about steps. */
    boolean keeps(Property claim) {
        return claim instanceof Invariant invariant
                ? moves.map(Move::to).prepend(initial).forAll(invariant.holds())
                : moves.forAll(((StepProperty) claim).holds());
    }

    /** Whether a step only begins an operation, so that it is no step of what was recorded. */
    public static boolean isBetween(Step step) {
        return step.operation().equals(Recorded.NEXT.name());
    }
}
