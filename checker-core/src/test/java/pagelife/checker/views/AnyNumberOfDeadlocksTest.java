package pagelife.checker.views;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pagelife.checker.model.ActorBuilder;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.naive.NaiveSearch;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.Property;

/** Tasks that wait for what others hold: whether any number of them may be stuck. */
class AnyNumberOfDeadlocksTest {
    private static final NoDeadlock STRICT = NoDeadlock.strict();

    /** How many units a task has. */
    private record Has(int units) implements Control {}

    /** Tasks that need two of some units, which they take one by one or both at once. */
    private static Instance units(int tasks, int units, boolean atOnce, Function<Model, NoDeadlock> claim) {
        ModelBuilder builder = Model.builder("units");
        Cell<Integer> taken = builder.cell("taken", 0);
        int more = atOnce ? 2 : 1;
        for (int task = 0; task < tasks; task++) {
            ActorBuilder<Has> one = builder.actor("task" + task, Has.class, new Has(0));
            one.step("1", "take", Source.NONE, Has.class, (at, now) -> {
                if (at.units() >= 2 || now.read(taken) + more > units) {
                    return now.waits();
                }
                now.write(taken, now.read(taken) + more);
                return new Has(at.units() + more);
            });
            one.step("2", "give back", Source.NONE, Has.class, (at, now) -> {
                if (at.units() < 2) {
                    return now.waits();
                }
                now.write(taken, now.read(taken) - 2);
                return Control.finished();
            });
        }
        Model model = builder.build();
        Conserved<Integer> counted = new Conserved<>(
                "units",
                taken,
                n -> n,
                (before, n) -> n,
                view -> model.actors()
                        .map(actor -> view.at(actor, at -> at instanceof Has has ? has.units() : 0))
                        .sum()
                        .intValue());
        return new Instance(model, model.actors(), Vector.of(counted), Vector.of(claim.apply(model)));
    }

    private static Answer asked(int units, boolean atOnce, Function<Model, NoDeadlock> claim) {
        return new Views(tasks -> units(tasks, units, atOnce, claim), 2, 5_000, () -> false)
                .run()
                .answers()
                .head();
    }

    /** With as many tasks as there are units each may hold one. */
    @ParameterizedTest
    @CsvSource({"2, 2", "3, 3", "4, 4", "5, 5"})
    void whatEnoughTasksRunIntoIsNotProved(int units, int tasks) {
        Seq<Property> claims = Vector.of(STRICT);
        Model enough = units(tasks, units, false, model -> STRICT).model();
        Model fewer = units(tasks - 1, units, false, model -> STRICT).model();
        assertTrue(new NaiveSearch(enough, claims).shortest(STRICT) >= 0);
        assertEquals(-1, new NaiveSearch(fewer, claims).shortest(STRICT));
        Answer answer = asked(units, false, model -> STRICT);
        assertFalse(answer.isProved());
        assertTrue(answer.resists().isDefined());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5})
    void whoTakesAllAtOnceIsNeverStuck(int units) {
        assertEquals(
                Option.some(new Answer.Proof(1, Mode.STUCK, 0)),
                asked(units, true, model -> STRICT).proof());
    }

    /** Nobody gets two of one: each task waits for good, alone or not. */
    @Test
    void whoIsAloneMayBeStuck() {
        assertFalse(asked(1, true, model -> STRICT).isProved());
    }

    /** What a claim allows where everybody is stuck it may read; but not at the tasks whose number is open. */
    @Test
    void whatIsAllowedIsNoDeadlock() {
        assertTrue(asked(3, false, model -> new NoDeadlock("allowed", "", view -> true))
                .isProved());
        Answer looks = asked(
                3,
                false,
                model -> new NoDeadlock(
                        "looks", "", view -> model.actors().forAll(actor -> view.at(actor) instanceof Has)));
        assertFalse(looks.isProved());
        assertEquals("which deadlocks it allows it finds out at the tasks of the sort", looks.reason());
    }

    /** Who waits for what, and holds what. */
    private enum Where implements Control {
        BEFORE,
        ONE,
        BOTH
    }

    /** Tasks that take two locks, which say who holds them; the first of each pair takes them in the other order. */
    private static Instance locks(int tasks, boolean ordered) {
        ModelBuilder builder = Model.builder("locks");
        Cell<Option<String>> first = builder.cell("first", Option.<String>none());
        Cell<Option<String>> second = builder.cell("second", Option.<String>none());
        for (int task = 0; task < tasks; task++) {
            String name = "task" + task;
            ActorBuilder<Where> one = builder.actor(name, Where.class, Where.BEFORE);
            Seq<Vector<Cell<Option<String>>>> orders = ordered
                    ? Vector.of(Vector.of(first, second))
                    : Vector.of(Vector.of(first, second), Vector.of(second, first));
            one.step("1", "lock", Source.NONE, Where.class, (at, now) -> {
                if (at != Where.BEFORE) {
                    return now.waits();
                }
                Vector<Cell<Option<String>>> order = orders.size() == 1 ? orders.head() : now.choose("order", orders);
                if (now.read(order.get(0)).isDefined()) {
                    return now.waits();
                }
                now.write(order.get(0), Option.some(name));
                return Where.ONE;
            });
            one.step("2", "lock the other", Source.NONE, Where.class, (at, now) -> {
                Cell<Option<String>> other = now.read(first).contains(name) ? second : first;
                if (at != Where.ONE || now.read(other).isDefined()) {
                    return now.waits();
                }
                now.write(other, Option.some(name));
                return Where.BOTH;
            });
            one.step("3", "unlock both", Source.NONE, Where.class, (at, now) -> {
                if (at != Where.BOTH) {
                    return now.waits();
                }
                now.write(first, Option.none());
                now.write(second, Option.none());
                return Control.finished();
            });
        }
        Model model = builder.build();
        return new Instance(model, model.actors(), Vector.empty(), Vector.of(STRICT));
    }

    @Test
    void locksInOneOrderNeverLeadToADeadlock() {
        Views views = new Views(tasks -> locks(tasks, true), 2, 5_000, () -> false);
        assertTrue(views.run().answer(STRICT.name()).isProved());
    }

    @Test
    void locksInTwoOrdersAreNotProved() {
        Views views = new Views(tasks -> locks(tasks, false), 2, 5_000, () -> false);
        assertFalse(views.run().answer(STRICT.name()).isProved());
        assertTrue(new NaiveSearch(locks(2, false).model(), Vector.of(STRICT)).shortest(STRICT) >= 0);
    }
}
