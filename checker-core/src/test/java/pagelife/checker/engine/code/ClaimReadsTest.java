package pagelife.checker.engine.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Option;
import java.util.BitSet;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;

/** Which changes of a cell can change the answer of a claim that reads it, or looks at parts of it. */
class ClaimReadsTest {
    private static final int CELL = 0;

    /** A claim without an answer. */
    private static final class Silent extends Program {
        @Override
        Object run(Recorder recorder) {
            return null;
        }
    }

    private final ClaimReads reads = new ClaimReads(Option.none());
    private final Domain domain = numbers();

    /** The domain of a cell whose id is its value, from 0 to 9. */
    private static Domain numbers() {
        ModelBuilder builder = Model.builder("numbers");
        Cell<Integer> number = builder.cell("number", Integer.class, 0);
        Domain domain = new Domain(number, 10);
        for (int i = 0; i < 10; i++) {
            assertEquals(i, domain.intern(i));
        }
        return domain;
    }

    private boolean looksAt(IntFunction<Object> part) {
        Point point = new Silent().root();
        point.readsPart(CELL, value -> part.apply((Integer) value), domain);
        return reads.looks(point);
    }

    @Test
    void aCellThatIsNotReadDoesNotMatter() {
        assertFalse(reads.mayMatter(CELL, 0, 1));
        assertEquals(new BitSet(), reads.cells());
    }

    @Test
    void anyChangeOfACellReadWholeMatters() {
        assertTrue(reads.readsWhole(CELL));
        assertFalse(reads.readsWhole(CELL), "it is no news");
        assertTrue(reads.mayMatter(CELL, 0, 1));
        assertFalse(reads.mayMatter(CELL, 1, 1));
    }

    @Test
    void aChangeThatLeavesThePartAloneDoesNotMatter() {
        assertTrue(looksAt(number -> number % 2));
        assertFalse(reads.mayMatter(CELL, 0, 2));
        assertTrue(reads.mayMatter(CELL, 0, 1));
        assertFalse(looksAt(number -> number % 2 == 0), "it tells no more than the first");
    }

    /* 0 and 2 are both even; that one of them is a multiple of 4 is found to matter later. */
    @Test
    void aNewLookMayTellWhatNoneToldBefore() {
        looksAt(number -> number % 2);
        assertFalse(reads.mayMatter(CELL, 0, 2));
        assertTrue(looksAt(number -> number % 4 == 0), "a change counts that did not before");
        assertTrue(reads.mayMatter(CELL, 0, 2));
        assertFalse(reads.mayMatter(CELL, 0, 4));
    }

    @Test
    void onceReadWholeNoPartCounts() {
        looksAt(number -> number % 2);
        assertTrue(reads.readsWhole(CELL));
        assertTrue(reads.mayMatter(CELL, 0, 2));
        assertFalse(looksAt(number -> number), "it is no news");
    }

    /* A claim may look at the inverse where another cell has told it that there is one. */
    @Test
    void aPartThatCannotBeTakenOfAValueMatters() {
        looksAt(number -> 6 / number);
        assertTrue(reads.mayMatter(CELL, 0, 1));
        assertTrue(reads.mayMatter(CELL, 1, 0));
        assertFalse(reads.mayMatter(CELL, 4, 5));
    }

    @Test
    void aPartThatIsNothingMatters() {
        looksAt(number -> null);
        assertTrue(reads.mayMatter(CELL, 0, 1));
    }

    @Test
    void aCellLookedAtInVeryManyPlacesCountsAsReadWhole() {
        for (int i = 0; i < 1 << 12; i++) {
            assertEquals(i == 0, looksAt(number -> 1));
        }
        assertFalse(reads.mayMatter(CELL, 0, 1));
        assertTrue(looksAt(number -> 1));
        assertTrue(reads.mayMatter(CELL, 0, 1));
    }
}
