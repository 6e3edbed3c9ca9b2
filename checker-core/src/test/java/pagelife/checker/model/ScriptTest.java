package pagelife.checker.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import pagelife.checker.Checker;
import pagelife.checker.naive.Agreement;
import pagelife.checker.naive.Configuration;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Options;

/** Scripts: steps one after the other, jumps, what places carry, and what is refused. */
class ScriptTest {
    private record Seen(int number) implements Fact {}

    private final ModelBuilder builder = Model.builder("m");
    private final Cell<Integer> x = builder.cell("x", 0);

    /** The states of a walk that takes the first move again and again, as {@code x at place}. */
    private Seq<String> walk() {
        Model model = builder.build();
        State state = model.initialStates().head();
        Vector<String> seen = Vector.of(text(state));
        for (Seq<Move> moves = Move.in(state); !moves.isEmpty() && seen.size() < 10; moves = Move.in(state)) {
            state = moves.head().to();
            seen = seen.append(text(state));
        }
        return seen;
    }

    private String text(State state) {
        return state.read(x) + " " + state.at(state.model().actors().head());
    }

    private String refused() {
        return assertThrows(ModelException.class, this::walk).getMessage();
    }

    private void requireAgreement(long states, long transitions) {
        Agreement agreement = new Agreement(builder.build(), Vector.of(NoDeadlock.strict()));
        agreement.requireAll();
        var counts = agreement.require(Configuration.PLAIN).counts();
        assertEquals(states, counts.states(), "states");
        assertEquals(transitions, counts.transitions(), "transitions");
    }

    @Test
    void stepsFallThroughToTheEnd() {
        builder.task("a").step("s1 first", now -> now.write(x, 1)).step("s2 second", now -> now.write(x, 2));
        assertEquals(Vector.of("0 s1", "1 s2", "2 finished"), walk());
    }

    /* What comes after a part is so in all of it; after a step, in its place alone. */
    @Test
    void whatIsSoAfterAPartIsSoAtEachOfItsPlaces() {
        Script part = new Script().step("p1 one", now -> {}).step("p2 two", now -> {});
        builder.task("a")
                .step("s1", now -> {})
                .with(script ->
                        script.step("w1 one", now -> {}).has(new Seen(0)).step("w2 two", now -> {}))
                .has(new Seen(1))
                .call("c", part)
                .has(new Seen(2))
                .with(script -> {})
                .step("s2", now -> {})
                .has(new Seen(3), new Seen(4));
        Model model = builder.build();
        Actor a = model.actors().head();
        Vector<String> seen = Vector.empty();
        State state = model.initialStates().head();
        for (Seq<Move> moves = Move.in(state); !moves.isEmpty(); moves = Move.in(state)) {
            seen = seen.append(
                    a.facts(state.at(a), Seen.class).map(Seen::number).mkString(","));
            state = moves.head().to();
        }
        assertEquals(Vector.of("", "0,1", "1", "2", "2", "3,4"), seen);
        assertEquals(7, a.standing().size());
    }

    @Test
    void aStepMayGoElsewhere() {
        builder.task("a")
                .step("s1", now -> now.go("s3"))
                .step("s2", now -> now.write(x, 2))
                .step("s3", now -> now.change(x, n -> n + 5));
        assertEquals(Vector.of("0 s1", "0 s3", "5 finished"), walk());
    }

    @Test
    void whatIsHandedOnIsCarriedAsLongAsSomebodyTakesIt() {
        builder.task("a")
                .step("s1", now -> now.hand(7))
                .step("s2", Integer.class, (now, n) -> now.write(x, n))
                .step("s3", Integer.class, (now, n) -> now.write(x, n + now.read(x)))
                .step("s4", now -> now.write(x, 0));
        assertEquals(Vector.of("0 s1", "0 s2[7]", "7 s3[7]", "14 s4", "0 finished"), walk());
    }

    @Test
    void aPlaceWithAHandleTakesWhatItsTypeSays() {
        Place<Integer> third = Place.of("s3", Integer.class);
        builder.task("a")
                .step("s1", now -> now.go(third, 3))
                .step("s2", now -> now.write(x, 2))
                .step(third, "s3 take", (now, n) -> now.write(x, n));
        assertEquals(Vector.of("0 s1", "0 s3[3]", "3 finished"), walk());
    }

    @Test
    void aScriptThatRepeatsComesBackToItsBeginning() {
        builder.task("a")
                .forever()
                .step("s1", now -> now.await(now.read(x) < 2))
                .step("s2", now -> {
                    now.change(x, n -> n + 1);
                });
        assertEquals(Vector.of("0 s1", "0 s2", "1 s1", "1 s2", "2 s1"), walk());
    }

    @Test
    void aStepThatAwaitsIsBlockedAndNamesWhatItRead() {
        builder.task("a").step("s1", now -> now.await(now.read(x) == 1));
        State start = builder.build().initialStates().head();
        Actor a = start.model().actor("a");
        assertTrue(Move.isBlocked(start, a));
        assertEquals(Vector.of(x), Move.blockers(start, a));
    }

    /** Who serves may wait for something to do, and for nothing else. */
    @Test
    void whoServesRestsAtItsFirstPlaceOnly() {
        builder.task("a")
                .forever()
                .serves()
                .step("s1", now -> now.await(now.read(x) == 1))
                .step("s2", now -> now.await(now.read(x) == 2));
        Model model = builder.build();
        Actor a = model.actor("a");
        State idle = model.initialStates().head();
        State busy = Move.in(idle.with(x, 1)).head().to();
        assertTrue(a.rests(idle.at(a)));
        assertEquals(false, Move.isBlocked(idle, a));
        assertEquals(false, a.rests(busy.at(a)));
        assertTrue(Move.isBlocked(busy, a));
        assertEquals(Verdict.HOLDS, noDeadlock(model));
    }

    @Test
    void whoServesAndIsStuckInTheMiddleIsDeadlocked() {
        builder.task("a").serves().step("s1", now -> {}).step("s2", now -> now.await(now.read(x) == 2));
        assertEquals(Verdict.VIOLATED, noDeadlock(builder.build()));
    }

    private static Verdict noDeadlock(Model model) {
        return Checker.check(model, Vector.of(NoDeadlock.strict()), Options.DEFAULT)
                .finding("no deadlock")
                .get()
                .verdict();
    }

    @Test
    void alternativesStandAtOnePlace() {
        builder.task("a")
                .step("s1", now -> now.write(x, 1))
                .or("s1b", now -> now.write(x, 2))
                .step("s2", now -> {});
        State start = builder.build().initialStates().head();
        assertEquals(
                Vector.of("a: s1", "a: s1b"),
                Move.in(start).map(move -> move.step().toString()));
        assertEquals(Vector.of(1, 2), Move.in(start).map(move -> move.to().read(x)));
    }

    @Test
    void everyAlternativeOfAChoiceIsAMove() {
        builder.task("a").step("s1", now -> {
            String way = now.choose("way", Vector.of("left", "right"));
            now.await(way.equals("right"));
        });
        State start = builder.build().initialStates().head();
        assertEquals(Vector.of("a: s1 (way = right)"), Move.in(start).map(Move::toString));
        assertEquals(false, Move.isBlocked(start, start.model().actor("a")));
    }

    @Test
    void factsFollowFromThePlaceAndWhatItCarries() {
        builder.task("a")
                .step("s1", now -> now.hand(4))
                .step("s2", Integer.class, (now, n) -> {})
                .has(Integer.class, Seen::new);
        State start = builder.build().initialStates().head();
        Actor a = start.model().actor("a");
        assertEquals(Vector.empty(), a.facts(start.at(a)));
        assertEquals(Vector.of(new Seen(4)), a.facts(Move.in(start).head().to().at(a), Seen.class));
    }

    @Test
    void aPlaceThatDoesNotExistIsNamed() {
        builder.task("a").step("s1", now -> now.go("s9")).step("s2", now -> {});
        assertTrue(refused().contains("it goes to s9: its script has no such place; it has s1, s2"), refused());
    }

    @Test
    void aStepGoesToOnePlace() {
        builder.task("a")
                .step("s1", now -> {
                    now.go("s2");
                    now.go("s1");
                })
                .step("s2", now -> {});
        assertTrue(refused().contains("it goes to s1 and before that to s2"), refused());
    }

    @Test
    void aValueOfAWrongClassIsRefused() {
        builder.task("a").step("s1", now -> now.hand("seven")).step("s2", Integer.class, (now, n) -> {});
        assertTrue(refused().contains("hands seven to place s2, which takes a value of class Integer"), refused());
    }

    @Test
    void aPlaceThatCarriesAValueMustBeHandedOne() {
        builder.task("a").step("s1", now -> {}).step("s2", Integer.class, (now, n) -> {});
        assertTrue(refused().contains("hands nothing to place s2"), refused());
    }

    @Test
    void twoStepsOfAScriptMayNotShareAName() {
        Script script = builder.task("a").step("s1", now -> {});
        assertTrue(assertThrows(ModelException.class, () -> script.step("s1 again", now -> {}))
                .getMessage()
                .contains("two steps s1"));
    }

    @Test
    void aScriptNeedsAStep() {
        builder.task("a");
        assertTrue(
                assertThrows(ModelException.class, builder::build).getMessage().contains("task a has no step"));
    }

    @Test
    void allStepsOfAPlaceTakeTheSame() {
        Script script = builder.task("a").step("s1", Integer.class, (now, n) -> {});
        assertTrue(assertThrows(ModelException.class, () -> script.or("s1b", String.class, (now, s) -> {}))
                .getMessage()
                .contains("place s1 takes a value of class Integer"));
    }

    /* Two counters that wrap at 3, one of which waits while the other is at 2: 3 x 3 pairs. */
    @Test
    void theEngineAgreesWithTheNaiveSearch() {
        Cell<Integer> y = builder.cell("y", 0);
        builder.task("a").forever().step("s1", now -> now.change(x, n -> (n + 1) % 3));
        builder.task("b").forever().step("s1", now -> {
            now.await(now.read(x) != 2);
            now.change(y, n -> (n + 1) % 3);
        });
        requireAgreement(9, 9 + 6);
    }
}
