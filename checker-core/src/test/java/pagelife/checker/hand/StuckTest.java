package pagelife.checker.hand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static pagelife.checker.hand.Checks.check;
import static pagelife.checker.hand.Checks.finding;

import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.result.Counts;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Order;

/** Waiting, finishing, and states in which no step is possible. */
class StuckTest {
    private static final NoDeadlock STRICT = NoDeadlock.strict();

    /** Two actors that take two locks, one in one order, one in the other, and then release both. */
    private static Model crossed() {
        ModelBuilder builder = Model.builder("two locks");
        Vector<Cell<Boolean>> locks = Vector.of("left", "right").map(name -> builder.cell(name, Boolean.class, false));
        for (int first = 0; first < 2; first++) {
            Cell<Boolean> mine = locks.get(first);
            Cell<Boolean> other = locks.get(1 - first);
            builder.actor("a" + first, Walk.class, new Walk(0))
                    .step("take", "", Source.NONE, Walk.class, (at, view) -> {
                        if (view.read(at.place() == 0 ? mine : other)) {
                            return view.waits();
                        }
                        view.write(mine, at.place() == 0); // the second lock is taken and both are released in one step
                        return at.next(2);
                    });
        }
        return builder.build();
    }

    /** An actor that waits for a flag, and one that may set it. */
    private static Model waiter(boolean set) {
        ModelBuilder builder = Model.builder("waiter");
        Cell<Boolean> flag = builder.cell("flag", Boolean.class, false);
        builder.actor("waiter", Walk.class, new Walk(0))
                .step("wait", "", Source.NONE, Walk.class, (at, view) -> view.read(flag) ? at.next(1) : view.waits());
        builder.actor("setter", Walk.class, new Walk(0)).step("set", "", Source.NONE, Walk.class, (at, view) -> {
            view.write(flag, set);
            return at.next(1);
        });
        return builder.build();
    }

    /* Places 0, 1 (holds its lock) and F: all 9 pairs. From 00, 10 and 01 two steps each, from 11 none (each waits for the
     * other), from F0, 0F, F1, 1F one, from FF none: 10 transitions. FF takes 4 steps. */
    @Test
    void crossedLocksHaveNineStatesAndTenTransitions() {
        assertEquals(new Counts(9, 10, 5), check(crossed(), Order.BREADTH_FIRST).counts());
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void crossedLocksDeadlock(Order order) {
        assertEquals(
                Verdict.VIOLATED,
                check(crossed(), order, STRICT).findings().head().verdict());
    }

    @Test
    void theShortestDeadlockOfCrossedLocksTakesOneStepEach() {
        assertEquals(
                Vector.of("a0", "a1"),
                finding(crossed(), STRICT)
                        .trace()
                        .get()
                        .steps()
                        .map(step -> step.step().actor().name())
                        .sorted());
    }

    @Test
    void aDeadlockTheModelAllowsIsNone() {
        Model model = crossed();
        NoDeadlock lenient = new NoDeadlock(
                "lenient",
                "",
                view -> model.actors().forAll(actor -> view.at(actor).equals(new Walk(1))));
        assertEquals(Verdict.HOLDS, finding(model, lenient).verdict());
    }

    /* waiter blocked, setter sets (1), waiter goes on (2): 3 states in a row. */
    @ParameterizedTest
    @EnumSource(Order.class)
    void aWaitIsNoTransition(Order order) {
        assertEquals(new Counts(3, 2, 3), check(waiter(true), order).counts());
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void aStateWhereEveryActorHasFinishedIsNoDeadlock(Order order) {
        assertEquals(
                Verdict.HOLDS,
                check(waiter(true), order, STRICT).findings().head().verdict());
    }

    /* The setter finishes without setting the flag: nobody will. */
    @ParameterizedTest
    @EnumSource(Order.class)
    void aWaitThatNobodyEndsIsADeadlock(Order order) {
        assertEquals(
                Verdict.VIOLATED,
                check(waiter(false), order, STRICT).findings().head().verdict());
    }

    /* An actor that always can take a step keeps the others' wait from being a deadlock. */
    @Test
    void aStateWithAStepToItselfIsNoDeadlock() {
        ModelBuilder builder = Model.builder("spinner");
        builder.actor("spinner", Walk.class, new Walk(0)).step("spin", "", Source.NONE, Walk.class, (at, view) -> at);
        builder.actor("waiter", Walk.class, new Walk(0))
                .step("wait", "", Source.NONE, Walk.class, (at, view) -> view.waits());
        Model model = builder.build();
        assertEquals(Verdict.HOLDS, finding(model, STRICT).verdict());
        assertEquals(new Counts(1, 1, 1), check(model, Order.BREADTH_FIRST).counts());
    }

    @Test
    void anInitialStateMayBeStuck() {
        ModelBuilder builder = Model.builder("stuck");
        builder.actor("waiter", Walk.class, new Walk(0))
                .step("wait", "", Source.NONE, Walk.class, (at, view) -> view.waits());
        assertEquals(0, finding(builder.build(), STRICT).trace().get().length());
    }

    /* Finished actors have no step, so the one state is final. */
    @Test
    void aFinishedActorTakesNoStep() {
        ModelBuilder builder = Model.builder("one step");
        builder.actor("a", Walk.class, new Walk(0))
                .step("end", "", Source.NONE, Walk.class, (at, view) -> Control.finished());
        assertEquals(
                new Counts(2, 1, 2), check(builder.build(), Order.BREADTH_FIRST).counts());
    }
}
