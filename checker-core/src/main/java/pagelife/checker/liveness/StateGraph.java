package pagelife.checker.liveness;

import io.vavr.collection.Map;
import java.util.function.BooleanSupplier;
import java.util.function.IntBinaryOperator;
import pagelife.checker.ltl.Formula;

/**
 * A state graph as the search for cycles sees it.
 *
 * @param states the numbers that are states, all of them reachable
 * @param initial the initial states, in the order of the model
 * @param rows the edges
 * @param propositions the states where each proposition is true
 * @param order compares two states by what they are, not by their numbers, which differ from run to run
 * @param halted asked now and then; once true, a {@link Halt} ends it
 */
public record StateGraph(
        StateSet states,
        int[] initial,
        Rows rows,
        Map<Formula.Atom, StateSet> propositions,
        IntBinaryOperator order,
        BooleanSupplier halted) {

    /** A {@link Halt} if the caller has had enough. */
    public void checkHalted() {
        if (halted.getAsBoolean()) {
            throw new Halt(Halt.Reason.ASKED);
        }
    }
}
