package pagelife.checker.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Vector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import pagelife.checker.engine.code.Cells;
import pagelife.checker.engine.code.DirectExecution;
import pagelife.checker.engine.code.Effect;
import pagelife.checker.engine.code.Execution;
import pagelife.checker.engine.code.Memo;
import pagelife.checker.engine.code.StepProgram;
import pagelife.checker.model.Model;

/** Random models whose steps are all executed directly: what is remembered of runs against the model's own code. */
class DirectAgreementTest {
    private static final int MOST_STATES = 400;

    @Property(tries = 1000, seed = "3", edgeCases = EdgeCasesMode.NONE)
    @Label("a run that is remembered does what the code does, seed 3")
    void aRunThatIsRememberedDoesWhatTheCodeDoes(@ForAll("numbers") List<Integer> numbers) {
        Blueprint blueprint = Roller.roll(Dice.of(numbers));
        Model model = new Construction(blueprint).model();
        Cells cells = new Cells(model);
        List<int[]> states = new ArrayList<>();
        Execution code = new Execution(cells);
        Memo memo = new Memo(cells, Vector.empty());
        reach(code, memo.steps(), model.initialStates().map(cells::intern).toJavaList(), states);
        memo.layOut();
        DirectExecution direct = new DirectExecution(memo, (watch, effect, ids) -> {});
        for (StepProgram step : memo.steps()) {
            memo.makeDirect(step);
        }
        long first = agrees(states, memo, direct, code);
        long second = agrees(states, memo, direct, code);
        assertTrue(second <= first, blueprint::toString);
    }

    /** Demands the same successors of each state; returns how often code ran that was not remembered. */
    private static long agrees(List<int[]> states, Memo memo, DirectExecution direct, Execution code) {
        long before = direct.executions();
        for (int[] state : states) {
            for (StepProgram step : memo.steps()) {
                List<String> found = new ArrayList<>();
                int[] from = state.clone();
                assertTrue(direct.run(step, from, (after, taken) -> found.add(taken + Arrays.toString(after))));
                assertEquals(
                        code.effects(step, state).stream()
                                .map(effect -> step.step().index() + Arrays.toString(Execution.apply(effect, state)))
                                .toList(),
                        found);
                assertTrue(Arrays.equals(state, from), "the state is left as it is");
            }
        }
        return direct.executions() - before;
    }

    private static void reach(Execution code, StepProgram[] steps, List<int[]> initial, List<int[]> states) {
        Deque<int[]> open = new ArrayDeque<>(initial);
        Set<String> known = new HashSet<>();
        while (!open.isEmpty() && states.size() < MOST_STATES) {
            int[] state = open.remove();
            if (known.add(Arrays.toString(state))) {
                states.add(state);
                for (StepProgram step : steps) {
                    for (Effect effect : code.effects(step, state)) {
                        open.add(Execution.apply(effect, state));
                    }
                }
            }
        }
    }

    @Provide
    Arbitrary<List<Integer>> numbers() {
        return Arbitraries.integers().between(0, 99_999).list().ofMinSize(100).ofMaxSize(600);
    }
}
