package pagelife.checker.hand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static pagelife.checker.hand.Checks.check;
import static pagelife.checker.hand.Checks.finding;

import io.vavr.collection.Vector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.Sometimes;
import pagelife.checker.result.Counts;
import pagelife.checker.result.Trace;
import pagelife.checker.search.Order;

/** Several initial states. The one actor counts up to 5. */
class StartTest {
    private final ModelBuilder builder = Model.builder("starts");
    private final Cell<Integer> count = builder.cell("count", Integer.class, 0);

    @BeforeEach
    void countUp() {
        builder.actor("a", Walk.class, new Walk(0)).step("up", "", Source.NONE, Walk.class, (at, view) -> {
            if (view.read(count) >= 5) {
                return view.waits();
            }
            view.write(count, view.read(count) + 1);
            return at;
        });
    }

    private Model startingAt(int... counts) {
        for (int start : counts) {
            builder.startsIn(state -> state.with(count, start));
        }
        return builder.build();
    }

    /* 0 1 2 3 4 5 */
    @Test
    void withoutADeclarationThereIsOne() {
        assertEquals(
                new Counts(6, 5, 6), check(startingAt(), Order.BREADTH_FIRST).counts());
    }

    /* From 3: 3 4 5. The declared value 0 is no start any more. */
    @Test
    void aDeclaredStartReplacesTheFirst() {
        assertEquals(
                new Counts(3, 2, 3), check(startingAt(3), Order.BREADTH_FIRST).counts());
    }

    /* Level 1: 1 and 4; level 2: 2 and 5; level 3: 3, whose step leads to the known 4. 4 transitions. */
    @Test
    void startsThatMeetAreOneStateSpace() {
        assertEquals(
                new Counts(5, 4, 3),
                check(startingAt(1, 4), Order.BREADTH_FIRST).counts());
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void equalStartsAreOne(Order order) {
        assertEquals(new Counts(1, 0, 1), check(startingAt(5, 5, 5), order).counts());
    }

    /* 5 is 1 step from 4 and 4 steps from 1. */
    @Test
    void aTraceBeginsAtTheNearestStart() {
        Sometimes five = new Sometimes("five", "", view -> view.read(count) == 5);
        Trace trace = finding(startingAt(1, 4), five).trace().get();
        assertEquals(4, trace.initial().read(count));
        assertEquals(1, trace.length());
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void aStartMayBreakAClaim(Order order) {
        Invariant low = Invariant.always("low", "", view -> view.read(count) < 4);
        Trace trace =
                check(startingAt(0, 4), order, low).findings().head().trace().get();
        assertEquals(0, trace.length());
        assertEquals(4, trace.last().read(count));
    }

    /* More starts than a young visited set has slots: 0 to 19,999, and nothing moves above 4. */
    @ParameterizedTest
    @EnumSource(Order.class)
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void thereMayBeThousandsOfStarts(Order order) {
        Model model = startingAt(
                Vector.range(0, 20_000).toJavaStream().mapToInt(i -> i).toArray());
        assertEquals(new Counts(20_000, 5, 1), check(model, order).counts());
    }
}
