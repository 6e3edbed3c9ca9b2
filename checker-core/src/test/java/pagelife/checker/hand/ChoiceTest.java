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
import pagelife.checker.model.StepCode;
import pagelife.checker.property.Sometimes;
import pagelife.checker.result.Counts;
import pagelife.checker.search.Order;

/** Steps that choose. */
class ChoiceTest {
    private final ModelBuilder builder = Model.builder("choices");
    private final Cell<Integer> sum = builder.cell("sum", Integer.class, 0);

    private Model once(StepCode<Walk> code) {
        builder.actor("a", Walk.class, new Walk(0)).step("choose", "", Source.NONE, Walk.class, code);
        return builder.build();
    }

    /* x from 1, 2, 3, then y from x to 3: (1,1) (1,2) (1,3) (2,2) (2,3) (3,3) are 6 transitions; the sums are 2 3 4 4 5 6:
     * 5 states after, 1 before. */
    @ParameterizedTest
    @EnumSource(Order.class)
    void aLaterChoiceMayDependOnAnEarlierOne(Order order) {
        Model model = once((at, view) -> {
            int x = view.choose("x", Vector.of(1, 2, 3));
            int y = view.choose("y", Vector.rangeClosed(x, 3));
            view.write(sum, x + y);
            return Control.finished();
        });
        assertEquals(new Counts(6, 6, 2), check(model, order).counts());
    }

    /* Of the 3 alternatives 2 wait. */
    @ParameterizedTest
    @EnumSource(Order.class)
    void anAlternativeMayWait(Order order) {
        Model model = once((at, view) -> {
            int x = view.choose("x", Vector.of(1, 2, 3));
            if (x != 2) {
                return view.waits();
            }
            view.write(sum, x);
            return Control.finished();
        });
        assertEquals(new Counts(2, 1, 2), check(model, order).counts());
    }

    /* Two alternatives that come to the same are two transitions to one state. */
    @ParameterizedTest
    @EnumSource(Order.class)
    void alternativesWithTheSameEffectCountTwice(Order order) {
        Model model = once((at, view) -> {
            view.choose("x", Vector.of(1, 2));
            return Control.finished();
        });
        assertEquals(new Counts(2, 2, 2), check(model, order).counts());
    }

    /* After the choice of 0 it ends, after that of 1 it chooses again among 3: 1 + 3 transitions; 0, 10, 11, 12. */
    @ParameterizedTest
    @EnumSource(Order.class)
    void aChoiceMayLeadToFurtherOnes(Order order) {
        Model model = once((at, view) -> {
            int x = view.choose("x", Vector.of(0, 1));
            view.write(sum, x == 0 ? 7 : 10 + view.choose("y", Vector.of(0, 1, 2)));
            return Control.finished();
        });
        assertEquals(new Counts(5, 4, 2), check(model, order).counts());
    }

    /* Read after a choice: the read belongs to one branch only. 2 actors cannot be told from their order here. */
    @ParameterizedTest
    @EnumSource(Order.class)
    void aReadMayFollowAChoice(Order order) {
        Model model = once((at, view) -> {
            if (view.choose("read", Vector.of(false, true)) && view.read(sum) == 0) {
                view.write(sum, 1);
            }
            return at.next(2);
        });
        // (0,0) -> (1,0) (1,1); (1,0) -> (F,0) (F,1); (1,1) -> (F,1) twice
        assertEquals(new Counts(5, 6, 3), check(model, order).counts());
    }

    @Test
    void aTraceTellsTheChoices() {
        Model model = once((at, view) -> {
            int x = view.choose("x", Vector.of(1, 2, 3));
            view.write(sum, 10 * x + view.choose("y", Vector.of(4, 5)));
            return Control.finished();
        });
        Sometimes target = new Sometimes("35", "", view -> view.read(sum) == 35);
        assertEquals(
                Vector.of("x = 3", "y = 5"),
                finding(model, target).trace().get().steps().head().choices());
    }
}
