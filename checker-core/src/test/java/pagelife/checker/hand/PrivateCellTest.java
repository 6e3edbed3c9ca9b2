package pagelife.checker.hand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static pagelife.checker.hand.Checks.check;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pagelife.checker.model.ActorBuilder;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.Sometimes;
import pagelife.checker.property.StepProperty;
import pagelife.checker.result.Counts;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Order;

/** Cells that belong to one actor. */
class PrivateCellTest {
    private final ModelBuilder builder = Model.builder("private");
    private final Cell<Integer> mine = counting("a");
    private final Cell<Integer> yours = counting("b");
    private final Model model = builder.build();

    /** An actor that counts its own cell from 0 to 2. */
    private Cell<Integer> counting(String name) {
        ActorBuilder<Walk> actor = builder.actor(name, Walk.class, new Walk(0));
        Cell<Integer> count = actor.cell("count of " + name, Integer.class, 0);
        actor.step("up", "", Source.NONE, Walk.class, (at, view) -> {
            if (view.read(count) == 2) {
                return view.waits();
            }
            view.write(count, view.read(count) + 1);
            return at;
        });
        return count;
    }

    /* 3 x 3 counts; 2 steps in each of 3 rows and 3 columns: 12. */
    @ParameterizedTest
    @EnumSource(Order.class)
    void theirValuesArePartOfTheState(Order order) {
        assertEquals(new Counts(9, 12, 5), check(model, order).counts());
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void aClaimMayReadThemAll(Order order) {
        Invariant different = Invariant.always("not both full", "", view -> view.read(mine) + view.read(yours) < 4);
        assertEquals(
                Verdict.VIOLATED,
                check(model, order, different).findings().head().verdict());
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void aStepPropertyMayReadThoseOfOtherActors(Order order) {
        StepProperty turns = new StepProperty(
                "b never moves before a", "", taken -> !taken.actor().name().equals("b") || taken.before(mine) > 0);
        assertEquals(
                Verdict.VIOLATED, check(model, order, turns).findings().head().verdict());
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void aWitnessMayLieInThem(Order order) {
        Sometimes ahead = new Sometimes("a is ahead by 2", "", view -> view.read(mine) - view.read(yours) == 2);
        assertEquals(Verdict.HOLDS, check(model, order, ahead).findings().head().verdict());
    }
}
