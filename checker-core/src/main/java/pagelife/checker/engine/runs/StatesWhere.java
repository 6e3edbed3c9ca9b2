package pagelife.checker.engine.runs;

import io.vavr.control.Option;
import java.util.function.IntPredicate;
import pagelife.checker.liveness.StateGraph;
import pagelife.checker.liveness.StateSet;
import pagelife.checker.ltl.Formula;

/** Looks for states that meet a condition made of propositions alone, without any automaton. */
final class StatesWhere {
    private StatesWhere() {}

    /** Whether some state meets {@code condition}; empty if it is about more than states. */
    static Option<Boolean> isMetBySome(Formula condition, StateGraph graph) {
        return test(condition, graph).map(test -> {
            StateSet states = graph.states();
            int state = states.next(0);
            while (state >= 0 && !test.test(state)) {
                state = states.next(state + 1);
            }
            return state >= 0;
        });
    }

    private static Option<IntPredicate> test(Formula condition, StateGraph graph) {
        if (condition instanceof Formula.Constant f) {
            return Option.some(state -> f.value());
        }
        if (condition instanceof Formula.Proposition f) {
            StateSet states = graph.propositions().get(f).get();
            return Option.some(states::has);
        }
        if (condition instanceof Formula.Not f) {
            return test(f.operand(), graph).map(IntPredicate::negate);
        }
        if (condition instanceof Formula.And f) {
            return test(f.left(), graph).flatMap(left -> test(f.right(), graph).map(left::and));
        }
        if (condition instanceof Formula.Or f) {
            return test(f.left(), graph).flatMap(left -> test(f.right(), graph).map(left::or));
        }
        return Option.none();
    }
}
