package pagelife.specs.mutants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Move;
import pagelife.checker.model.Rewriting;
import pagelife.checker.model.State;

/** Each kind of mistake in a model of a few steps, whose last states are counted by hand. */
class TamperingTest {
    /** Two tasks that each add 1 to a count, in one step; then each waits until the count is 2, and empties a list. */
    private static Model model() {
        ModelBuilder model = Model.builder("counter");
        Cell<Integer> count = model.cell("count", 0);
        Cell<Vector<String>> list = model.cell("list", Vector.class, Vector.of("a", "b"));
        for (String name : Vector.of("one", "two")) {
            model.task(name)
                    .step("add", now -> now.change(count, n -> n + 1))
                    .step("mark", now -> {})
                    .step("wait", now -> now.await(now.read(count) >= 2))
                    .step("empty", now -> now.write(list, Vector.empty()));
        }
        return model.build();
    }

    /** What the cells hold where nothing can happen any more. */
    private static Set<String> ends(Model model) {
        Set<String> ends = HashSet.empty();
        Set<State> known = HashSet.ofAll(model.initialStates());
        Deque<State> waiting = new ArrayDeque<>(known.toJavaList());
        while (!waiting.isEmpty()) {
            State state = waiting.remove();
            Vector<Move> moves = Move.in(state).toVector();
            if (moves.isEmpty()) {
                ends = ends.add(value(state, "count") + " " + value(state, "list"));
            }
            for (Move move : moves) {
                if (!known.contains(move.to())) {
                    known = known.add(move.to());
                    waiting.add(move.to());
                }
            }
        }
        return ends;
    }

    private static String value(State state, String cell) {
        return state.read(state.model()
                        .cells()
                        .find(one -> one.name().equals(cell))
                        .get())
                .toString();
    }

    private static Set<String> ends(Kind kind, String task, String step, String target) {
        Mutant mutant = new Mutant(task, step, kind, target);
        return ends(Rewriting.during(new Tampering(mutant, name -> name), TamperingTest::model));
    }

    @Test
    void theOriginalAddsTwoAndEmptiesTheList() {
        assertEquals(HashSet.of("2 Vector()"), ends(model()));
    }

    @Test
    void aWriteLeftOutIsMissing() {
        assertEquals(HashSet.of("1 Vector(a, b)"), ends(Kind.DROP_WRITE, "one", "add", "count"));
    }

    @Test
    void aCountIsOffByOne() {
        assertEquals(HashSet.of("3 Vector()"), ends(Kind.ONE_MORE, "one", "add", "count"));
        assertEquals(HashSet.of("1 Vector(a, b)"), ends(Kind.ONE_LESS, "one", "add", "count"));
    }

    @Test
    void onlyTheFirstOfSeveralIsTaken() {
        assertEquals(
                HashSet.of("2 Vector()"),
                ends(Kind.TAKE_ONE, "one", "empty", "list"),
                "the other task takes what is left, or both were taken before");
        Mutant both = new Mutant("task", "empty", Kind.TAKE_ONE, "list");
        assertEquals(
                HashSet.of("2 Vector()"),
                ends(Rewriting.during(new Tampering(both, name -> "task"), TamperingTest::model)),
                "the first takes one, the second the one that is left");
    }

    @Test
    void aGuardIsOpen() {
        Mutant both = new Mutant("task", "wait", Kind.OPEN_GUARD, "");
        Model open = Rewriting.during(new Tampering(both, name -> "task"), TamperingTest::model);
        assertEquals(HashSet.of("2 Vector()"), ends(open));
        assertFalse(Graphs.areEqual(model(), open), "the list can be empty before the count is 2");
    }

    @Test
    void aSplitStepLosesAnUpdate() {
        assertEquals(HashSet.of("2 Vector()", "1 Vector(a, b)"), ends(Kind.SPLIT, "one", "add", ""));
    }

    @Test
    void stepsChangePlaces() {
        Mutant swap = new Mutant("one", "add", Kind.SWAP, "mark", "wait");
        Model swapped = Rewriting.during(new Tampering(swap, name -> name), TamperingTest::model);
        assertEquals(HashSet.of("2 Vector()"), ends(swapped));
        State start = swapped.initialStates().head();
        State after = Move.in(start, swapped.actor("one")).head().to();
        assertEquals("0", value(after, "count"), "it marks before it adds");
        assertEquals("1", value(Move.in(after, swapped.actor("one")).head().to(), "count"));
    }

    @Test
    void theSketchListsWhatCanBeDone() {
        Set<String> mutants = Sketch.of(model()).mutants().map(Mutant::toString).toSet();
        assertEquals(
                HashSet.of(
                        "one add: leaves out its write of count",
                        "one add: makes one too many of count",
                        "one add: makes one too few of count",
                        "one add: lets others in before its first write",
                        "one add: changes places with mark",
                        "one mark: changes places with wait",
                        "one wait: does not wait",
                        "one empty: leaves out its write of list",
                        "one empty: takes one only out of list"),
                mutants.filter(one -> one.startsWith("one ")));
        assertEquals(18, mutants.size());
    }

    @Test
    void aModelIsEqualToItselfAndToNoMutantThatDoesSomethingElse() {
        assertTrue(Graphs.areEqual(model(), model()));
        for (Mutant mutant : Sketch.of(model()).mutants()) {
            Model changed = Rewriting.during(new Tampering(mutant, name -> name), TamperingTest::model);
            assertFalse(Graphs.areEqual(model(), changed), mutant.toString());
        }
    }
}
