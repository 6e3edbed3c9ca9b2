package pagelife.checker.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import pagelife.checker.Checker;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Move;
import pagelife.checker.model.Now;
import pagelife.checker.model.State;
import pagelife.checker.model.Step;
import pagelife.checker.naive.NaiveSearch;
import pagelife.checker.result.StepUse;
import pagelife.checker.result.StepUses;

/** What steps read, write and wait for is what their code does in the states that can be reached, and no more. */
class StepUsesTest {
    @Provide
    Arbitrary<RandomModel> models() {
        return RandomModel.any();
    }

    @Property(tries = 300)
    void usesAreThoseOfTheCodeInEveryState(@ForAll("models") RandomModel random) {
        Model model = random.make().model();
        Vector<State> states =
                Vector.ofAll(new NaiveSearch(model, List.of()).depths().keySet());
        StepUses uses = Checker.uses(model, Options.DEFAULT);
        assertEquals(states.size(), uses.states());
        assertTrue(uses.complete());
        assertEquals(model.steps(), uses.steps().map(StepUse::step));
        uses.steps().forEach(use -> assertUse(use, states));
    }

    private static void assertUse(StepUse use, Vector<State> states) {
        Step step = use.step();
        Vector<Move> moves = states.flatMap(state -> Move.in(state, step));
        Vector<State> here = states.filter(state -> step.startsAt(state.at(step.actor())));
        assertEquals(!moves.isEmpty(), use.taken(), step::toString);
        assertEquals(others(step, moves.flatMap(Move::reads)), use.reads().toSet(), () -> "reads of " + step);
        assertEquals(
                others(step, moves.flatMap(move -> move.from().changed(move.to()))),
                use.writes().toSet(),
                () -> "writes of " + step);
        assertEquals(use.reads().sortBy(Cell::index), use.reads());
        if (here.forAll(state -> Move.in(state, step).isEmpty())) {
            assertEquals(!here.isEmpty(), use.waits(), () -> "waits of " + step);
        }
    }

    private static Set<Cell<?>> others(Step step, Vector<Cell<?>> cells) {
        return HashSet.<Cell<?>>ofAll(cells).remove(step.actor().control());
    }

    /** A buffer with one place: who takes waits while it is empty, who puts while it is full. */
    private static Model buffer(int values) {
        ModelBuilder m = Model.builder("buffer");
        Cell<Integer> place = m.cell("place", Integer.class, 0);
        Cell<Integer> sum = m.cell("sum", Integer.class, 0);
        m.task("puts").step("p1 put", now -> {
            now.await(now.read(place) == 0);
            now.write(place, 1);
            again(now, now.read(sum) < values, "p1");
        });
        m.task("takes").step("t1 take", now -> {
            now.await(now.read(place) != 0);
            now.write(place, 0);
            now.write(sum, now.read(sum) + 1);
            again(now, now.read(sum) < values, "t1");
        });
        return m.build();
    }

    private static void again(Now now, boolean again, String step) {
        if (again) {
            now.go(step);
        }
    }

    @Test
    void itIsSaidWhatAStepReadsAndWritesAndWaitsFor() {
        StepUses uses = Checker.uses(buffer(3), Options.DEFAULT);
        assertEquals(
                "p1 reads place sum, writes place, waits on place",
                told(uses.steps().get(0)));
        assertEquals(
                "t1 reads place sum, writes place sum, waits on place",
                told(uses.steps().get(1)));
    }

    @Test
    void aLimitIsSaid() {
        StepUses uses = Checker.uses(buffer(3), Options.DEFAULT.withLimits(Limits.NONE.withStates(1)));
        assertFalse(uses.complete());
        assertEquals("p1 reads place sum, writes place", told(uses.steps().get(0)));
    }

    /** After ten thousand values of its counter nothing of the step is recorded any more for use in the search. */
    @Test
    void aStepThatIsExecutedDirectlyIsNotedToo() {
        ModelBuilder m = Model.builder("far");
        Cell<Integer> count = m.cell("count", Integer.class, 0);
        Cell<Boolean> late = m.cell("late", Boolean.class, false);
        Cell<Boolean> open = m.cell("open", Boolean.class, false);
        m.task("counter").step("c1", now -> {
            int counted = now.read(count);
            if (counted > 30_000 && now.read(late)) {
                now.await(now.read(open));
            }
            now.write(count, counted + 1);
            again(now, counted < 40_000, "c1");
        });
        m.task("closer").step("d1", now -> now.write(late, true));
        Model model = m.build();
        StepUses uses = Checker.uses(model, Options.DEFAULT);
        assertEquals(
                "c1 reads count late, writes count, waits on count late open",
                told(uses.steps().get(0)));
    }

    private static String told(StepUse use) {
        return use.step().id() + " reads " + use.reads().mkString(" ") + ", writes "
                + use.writes().mkString(" ")
                + (use.waits() ? ", waits on " + use.waitsOn().mkString(" ") : "");
    }
}
