package pagelife.checker.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import pagelife.checker.naive.Agreement;
import pagelife.checker.property.NoDeadlock;

/** Scripts that call others, which return. */
class CallTest {
    private final ModelBuilder builder = Model.builder("m");
    private final Cell<Integer> x = builder.cell("x", 0);

    /** Looks, and adds what it was given. */
    private Script add() {
        return new Script()
                .step("a1 look", Integer.class, (now, given) -> {
                    if (given == 0) {
                        now.end();
                    }
                })
                .step("a2 add", Integer.class, (now, given) -> now.change(x, n -> n + given));
    }

    private Seq<String> walk() {
        Model model = builder.build();
        new Agreement(model, Vector.of(NoDeadlock.strict())).requireAll();
        State state = model.initialStates().head();
        Vector<String> seen = Vector.of(text(state));
        for (Seq<Move> moves = Move.in(state); !moves.isEmpty() && seen.size() < 20; moves = Move.in(state)) {
            state = moves.head().to();
            seen = seen.append(text(state));
        }
        return seen;
    }

    private String text(State state) {
        return state.read(x) + " " + state.at(state.model().actors().head());
    }

    @Test
    void aCallReturnsToThePlaceThatFollows() {
        builder.task("t")
                .step("s1 first", now -> now.hand(2))
                .call("s2", add())
                .step("s3 again", now -> now.hand(3))
                .call("s4", add())
                .step("s5 last", now -> {});
        assertEquals(
                Vector.of("0 s1", "0 s2-a1[2]", "0 s2-a2[2]", "2 s3", "2 s4-a1[3]", "2 s4-a2[3]", "5 s5", "5 finished"),
                walk());
    }

    @Test
    void theEndOfWhatIsCalledIsItsReturn() {
        builder.task("t").step("s1 first", now -> now.hand(0)).call("s2", add()).step("s3 last", now -> {});
        assertEquals(Vector.of("0 s1", "0 s2-a1[0]", "0 s3", "0 finished"), walk());
    }

    @Test
    void theCallerKeepsWhatItCarriesIfItIsWanted() {
        builder.task("t")
                .step("s0 begin", now -> now.hand("mine"))
                .step("s1 first", String.class, (now, mine) -> now.hand(2))
                .call("s2", add())
                .step("s3 last", String.class, (now, mine) -> now.write(x, mine.length()));
        assertEquals(
                Vector.of("0 s0", "0 s1[mine]", "0 s2-a1[2, mine]", "0 s2-a2[2, mine]", "2 s3[mine]", "4 finished"),
                walk());
    }

    @Test
    void whatIsCalledMayHandSomethingBack() {
        Script read = new Script().step("r1 read", now -> now.end(now.read(x) + 7));
        builder.task("t").call("get", read).step("s1 use", Integer.class, (now, seen) -> now.write(x, seen));
        assertEquals(Vector.of("0 get-r1", "0 s1[7]", "7 finished"), walk());
    }

    @Test
    void callsMayBeInCalls() {
        Script twice = new Script()
                .step("b1 begin", String.class, (now, who) -> now.hand(1))
                .call("one", add())
                .step("b2 between", String.class, (now, who) -> now.hand(who.length()))
                .call("two", add());
        builder.task("t")
                .step("s1 go", now -> now.hand("me"))
                .step("s2 call", String.class, (now, me) -> now.hand("you" + me))
                .call("c", twice)
                .step("s3 end", String.class, (now, me) -> now.write(x, 100 + me.length()));
        assertEquals(
                Vector.of(
                        "0 s1",
                        "0 s2[me]",
                        "0 c-b1[youme, me]",
                        "0 c-one-a1[1, youme, me]",
                        "0 c-one-a2[1, youme, me]",
                        "1 c-b2[youme, me]",
                        "1 c-two-a1[5, me]",
                        "1 c-two-a2[5, me]",
                        "6 s3[me]",
                        "102 finished"),
                walk());
    }

    @Test
    void aStepMayGoToACallAndToPlacesOfItsOwnScriptOnly() {
        builder.task("t")
                .step("s1 first", now -> now.go("s3", 4))
                .step("s2 never", now -> now.bug("it goes past here"))
                .call("s3", add())
                .step("s4 jump", now -> now.go("a1"));
        Model model = builder.build();
        State state = model.initialStates().head();
        for (int i = 0; i < 3; i++) {
            state = Move.in(state).head().to();
        }
        State last = state;
        String said = assertThrows(ModelException.class, () -> Move.in(last)).getMessage();
        assertEquals("it goes to a1: its script has no such place; it has s1, s2, s4", said);
        assertEquals("s4", ((At) last.at(model.actors().head())).place());
    }

    @Test
    void atACallIsAnywhereInIt() {
        builder.task("t").step("s1 first", now -> now.hand(2)).call("s2", add());
        Model model = builder.build();
        State in = Move.in(model.initialStates().head()).head().to();
        Control at = in.at(model.actors().head());
        assertTrue(At.isAt(at, "s2"));
        assertTrue(At.isAt(at, "s2-a1"));
        assertEquals(2, ((At) at).carried(Integer.class).get());
    }

    @Test
    void whatCannotReturnCannotBeCalled() {
        assertEquals(
                "call c is of a script that has no step: what is called has steps, and returns at its end; fix it",
                assertThrows(ModelException.class, () -> new Script().call("c", new Script()))
                        .getMessage());
        Script forever = new Script().forever().step("a go", now -> {});
        assertEquals(
                "call c is of a script that is repeated forever: what is called has steps, and returns at its end; fix it",
                assertThrows(ModelException.class, () -> new Script().call("c", forever))
                        .getMessage());
        assertEquals(
                "a script has two steps c-a: names must be unique; rename one",
                assertThrows(ModelException.class, () -> {
                            Script once = new Script().step("a go", now -> {});
                            new Script().call("c", once).call("c", once);
                        })
                        .getMessage());
    }
}
