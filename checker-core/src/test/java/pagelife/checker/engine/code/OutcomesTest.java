package pagelife.checker.engine.code;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Vector;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import pagelife.checker.engine.pack.Layout;
import pagelife.checker.model.Model;
import pagelife.checker.model.Step;

/** What is remembered of a step's runs. States are of cells 0, 1 and 2. */
class OutcomesTest {
    private static final Step STEP = step();

    private final Outcomes outcomes = new Outcomes();

    private static Step step() {
        var builder = Model.builder("m");
        builder.task("a").step("go", now -> {});
        return builder.build().steps().head();
    }

    /** A run that read cell 0 and wrote cells. */
    private static Effect effect(int[] ids, int[] cells, int... after) {
        int[] before = new int[cells.length];
        int[] read = {0};
        return new Effect(
                Effect.UNNUMBERED,
                STEP,
                new int[0],
                Vector.empty(),
                Vector.empty(),
                cells,
                before,
                after,
                read,
                new int[] {ids[0]},
                new boolean[] {true},
                new boolean[] {true},
                new boolean[] {true});
    }

    private int[] repeated(int... ids) {
        assertTrue(outcomes.find(ids));
        assertFalse(outcomes.waits());
        outcomes.apply(ids);
        return ids;
    }

    @Test
    void aRunIsFoundByWhatItRead() {
        int[] ids = {5, 6, 7};
        assertFalse(outcomes.find(ids));
        outcomes.keep(effect(ids, new int[] {1}, 9), ids);
        assertArrayEquals(new int[] {5, 9, 7}, repeated(5, 6, 7));
        assertArrayEquals(new int[] {5, 9, 1}, repeated(5, 0, 1));
        assertFalse(outcomes.find(new int[] {4, 6, 7}));
    }

    @Test
    void aRunThatHadToWaitIsFoundAsSuch() {
        BitSet read = new BitSet();
        read.set(1, 3);
        outcomes.keepWait(read, new int[] {0, 3, 4});
        assertTrue(outcomes.find(new int[] {9, 3, 4}));
        assertTrue(outcomes.waits());
        assertFalse(outcomes.find(new int[] {9, 3, 5}));
    }

    @Test
    void runsThatReadOtherCellsAreKeptBesideEachOther() {
        BitSet read = new BitSet();
        read.set(2);
        outcomes.keepWait(read, new int[] {0, 0, 8});
        outcomes.keep(effect(new int[] {3, 0, 0}, new int[] {1}, 2), new int[] {3, 0, 0});
        assertTrue(outcomes.find(new int[] {0, 0, 8}));
        assertTrue(outcomes.waits());
        assertArrayEquals(new int[] {3, 2, 0}, repeated(3, 0, 0));
    }

    @Test
    void aRunThatWritesMoreThanThoseBeforeIsKept() {
        outcomes.keep(effect(new int[] {1, 0, 0}, new int[] {1}, 4), new int[] {1, 0, 0});
        outcomes.keep(effect(new int[] {2, 0, 0}, new int[] {1, 2}, 4, 5), new int[] {2, 0, 0});
        assertArrayEquals(new int[] {2, 4, 5}, repeated(2, 0, 0));
        outcomes.keep(effect(new int[] {1, 0, 0}, new int[] {1}, 4), new int[] {1, 0, 0});
        assertArrayEquals(new int[] {1, 4, 0}, repeated(1, 0, 0));
        assertArrayEquals(new int[] {2, 4, 5}, repeated(2, 0, 0));
    }

    @Test
    void manyRunsAreFound() {
        for (int id = 0; id < 20_000; id++) {
            outcomes.keep(effect(new int[] {id, 0, 0}, new int[] {2}, 3 * id), new int[] {id, 0, 0});
        }
        for (int id = 0; id < 20_000; id++) {
            assertEquals(3 * id, repeated(id, 1, 1)[2]);
        }
    }

    @Test
    void whatDoesNotFitTheLayoutIsSaid() {
        outcomes.keep(effect(new int[] {1, 0, 0}, new int[] {1}, 4), new int[] {1, 0, 0});
        assertTrue(outcomes.find(new int[] {1, 0, 0}));
        assertTrue(outcomes.fits(Layout.ofWidths(new int[] {3, 3, 3}, new int[0])));
        assertFalse(outcomes.fits(Layout.ofWidths(new int[] {3, 2, 3}, new int[0])));
    }

    @Test
    void runsThatNeverRepeatAreNoLongerKept() {
        for (int id = 0; id < 1 << 16; id++) {
            assertFalse(outcomes.find(new int[] {id, 0, 0}));
        }
        assertEquals(0, outcomes.keep(effect(new int[] {1, 0, 0}, new int[] {1}, 4), new int[] {1, 0, 0}));
        assertFalse(outcomes.find(new int[] {1, 0, 0}));
    }
}
