package pagelife.checker.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import pagelife.checker.naive.Agreement;
import pagelife.checker.property.NoDeadlock;

/** Tasks that do one operation after another. */
class ProgramTest {
    private record Slot(int number) {
        @Override
        public String toString() {
            return "P" + number;
        }
    }

    private final ModelBuilder builder = Model.builder("m");
    private final Sort<Slot> slots = new Sort<>("slots", Vector.of(new Slot(0), new Slot(1)));
    private final CellFamily<Slot, Integer> refs = builder.cells("refs", slots.values(), Integer.class, slot -> 1);
    private final Operation pin = Operation.of("pin", "takes a reference and keeps it", slots, this::pin);
    private final Operation unpin = Operation.of("unpin", "drops the reference taken last", this::unpin);

    private static Cell<Vector<Slot>> pins(Task task) {
        return task.cell("pins", Vector.class, Vector.empty());
    }

    private Script pin(Task task, Slot slot) {
        Cell<Vector<Slot>> pins = pins(task);
        return new Script()
                .fairness(Fairness.NONE)
                .step("s1 look", now -> {
                    if (now.read(refs.of(slot)) == 0) {
                        now.end();
                    }
                })
                .step("s2 get", now -> {
                    now.change(refs.of(slot), n -> n + 1);
                    now.change(pins, held -> held.append(slot));
                });
    }

    private Script unpin(Task task) {
        Cell<Vector<Slot>> pins = pins(task);
        return new Script()
                .begins(now -> {
                    if (now.read(pins).isEmpty()) {
                        now.end();
                    }
                })
                .step("s3 put", now -> {
                    now.change(refs.of(now.read(pins).last()), n -> n - 1);
                    now.change(pins, Vector::init);
                });
    }

    private static Slot p(int number) {
        return new Slot(number);
    }

    private Seq<String> walk() {
        State state = builder.build().initialStates().head();
        Actor task = state.model().actors().last();
        Vector<String> seen = Vector.of(state.at(task).toString());
        for (Seq<Move> moves = Move.in(state); !moves.isEmpty() && seen.size() < 12; moves = Move.in(state)) {
            state = moves.head().to();
            seen = seen.append(state.at(task).toString());
        }
        return seen;
    }

    @Test
    void theEndOfAnOperationIsTheBeginningOfTheNextInTheSameStep() {
        builder.task("a", Program.of(pin.call(p(0)), unpin.call()));
        assertEquals(Vector.of("pin P0: s1", "pin P0: s2", "unpin: s3", "finished"), walk());
    }

    @Test
    void aTaskOfOneOperationSaysNothingOfIt() {
        builder.task("a", pin.call(p(1)));
        assertEquals(Vector.of("s1", "s2", "finished"), walk());
    }

    @Test
    void anOperationWithNothingToDoIsSkipped() {
        builder.task("a", Program.of(unpin.call(), pin.call(p(0)), unpin.call(), unpin.call()));
        assertEquals(Vector.of("pin P0: s1", "pin P0: s2", "unpin: s3", "finished"), walk());
    }

    @Test
    void aLoopGoesRound() {
        builder.task("a", Program.loop(pin.call(p(0)), unpin.call()));
        assertEquals(Vector.of("pin P0: s1", "pin P0: s2", "unpin: s3", "pin P0: s1"), walk().take(4));
    }

    @Test
    void aLoopInWhichNothingIsToBeDoneIsDone() {
        builder.task("a", Program.loop(unpin.call()));
        builder.task("b", pin.call(p(0)));
        assertEquals(
                Control.finished(),
                builder.build().initialStates().head().at(builder.build().actor("a")));
    }

    @Test
    void aChoiceAtTheBeginningIsSeveralInitialStates() {
        builder.task("a", Program.either(pin.call(p(0)), pin.call(p(1))));
        assertEquals(
                Vector.of("pin P0: s1", "pin P1: s1"),
                builder.build()
                        .initialStates()
                        .map(state -> state.at(state.model().actor("a")).toString()));
    }

    @Test
    void pinsAreKeptFromOneOperationToTheNext() {
        builder.task("a", Program.of(pin.call(p(0)), pin.call(p(1)), unpin.call(), unpin.call()));
        State state = builder.build().initialStates().head();
        for (int i = 0; i < 4; i++) {
            state = Move.in(state).head().to();
        }
        assertEquals(2, state.read(refs.of(p(0))));
        assertEquals(2, state.read(refs.of(p(1))));
        assertEquals("{refs(P0)=2, refs(P1)=2, pins(a)=Vector(P0, P1), at(a)=unpin: s3}", sorted(state));
    }

    private static String sorted(State state) {
        return state.toString()
                .replace("at(a)=unpin: s3, pins(a)=Vector(P0, P1)", "pins(a)=Vector(P0, P1), at(a)=unpin: s3");
    }

    @Test
    void aSetupRunsToItsEndBeforeTheModelStarts() {
        builder.before(Program.of(pin.call(p(0)), pin.call(p(0))));
        builder.task("a", unpin.call());
        State start = builder.build().initialStates().single();
        assertEquals(3, start.read(refs.of(p(0))));
        assertEquals(Control.finished(), start.at(start.model().actor("setup")));
    }

    @Test
    void aTaskHasWhatItTookInTheSetup() {
        builder.before(Program.of(pin.call(p(1))));
        builder.before("a", pin.call(p(0)));
        builder.before("a", pin.call(p(1)));
        builder.task("a", Program.of(unpin.call()));
        State start = builder.build().initialStates().single();
        assertEquals(2, start.read(refs.of(p(0))));
        assertEquals(3, start.read(refs.of(p(1))));
        assertEquals("s3", start.at(start.model().actor("a")).toString());
        assertTrue(start.toString().contains("pins(a)=Vector(P0, P1)"), start.toString());
        assertTrue(start.toString().contains("pins(setup)=Vector(P1)"), start.toString());
    }

    @Test
    void aTaskOfTheSetupAloneIsRefused() {
        builder.before("b", pin.call(p(0)));
        builder.task("a", unpin.call());
        String said = assertThrows(ModelException.class, builder::build).getMessage();
        assertTrue(said.contains("task b does something before model"), said);
    }

    @Test
    void aSetupThatCannotGoOnIsRefused() {
        Cell<Boolean> open = builder.cell("open", false);
        Operation wait = Operation.of(
                "wait",
                "waits until it is open",
                task -> new Script().step("w1 wait", now -> now.await(now.read(open))));
        builder.before(wait.call());
        String said = assertThrows(ModelException.class, builder::build).getMessage();
        assertTrue(said.contains("cannot go on at wait: w1 (open = false)"), said);
    }

    @Test
    void anArgumentOfAnotherSortIsRefused() {
        String said = assertThrows(ModelException.class, () -> pin.call(p(2))).getMessage();
        assertTrue(said.contains("pin is given P2: slots are P0, P1"), said);
        said = assertThrows(ModelException.class, pin::call).getMessage();
        assertTrue(said.contains("it takes pin <slots>"), said);
    }

    @Test
    void fairnessThatOperationsDoNotShareIsOwedToTheirSteps() {
        builder.task("a", Program.of(pin.call(p(0)), unpin.call()));
        Actor a = builder.build().actor("a");
        assertEquals(Fairness.NONE, a.fairness());
        assertEquals(Fairness.NONE, a.step("s1").fairness());
        assertEquals(Fairness.WEAK, a.step("s3").fairness());
    }

    /*
     * Each of two tasks goes through s1, s2, s3: 4 places each, and nothing else differs: 16 states. Each row and each
     * column of that square has 3 steps: 24 transitions.
     */
    @Test
    void theEngineAgreesWithTheNaiveSearch() {
        builder.task("a", Program.of(pin.call(p(0)), unpin.call()));
        builder.task("b", Program.of(pin.call(p(0)), unpin.call()));
        Agreement agreement = new Agreement(builder.build(), Vector.of(NoDeadlock.strict()));
        agreement.requireAll();
        assertEquals(16, agreement.oracle().states());
        assertEquals(24, agreement.oracle().transitions());
    }
}
