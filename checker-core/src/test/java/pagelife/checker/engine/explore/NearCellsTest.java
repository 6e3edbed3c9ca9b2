package pagelife.checker.engine.explore;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pagelife.checker.engine.pack.Layout;
import pagelife.checker.engine.store.Appender;
import pagelife.checker.engine.store.Levels;
import pagelife.checker.engine.store.NarrowStore;
import pagelife.checker.engine.store.PinnedStates;
import pagelife.checker.engine.store.Store;
import pagelife.checker.engine.walk.PinnedPages;
import pagelife.checker.search.Grouping;

/** When near cells are chosen, on the states of {@link PinnedPages} one after the other. */
class NearCellsTest {
    private static final PinnedStates PINNED = new PinnedStates();
    private static final long[] STATES = PINNED.sorted(new BitSet());

    private static final int FIRST = 1 << 15;

    private final Levels levels = new Levels(1);
    private final Appender appender = new Appender(levels);
    private final NarrowStore store = new NarrowStore();
    private final Store.Inserter inserter = store.inserter(appender);
    private final Worker worker = new Worker(PINNED.memo(), levels, store, 0);
    private int next;

    @BeforeEach
    void nothingIsNear() {
        PINNED.memo().cluster(new BitSet());
    }

    private NearCells nearCells(Grouping grouping) {
        return new NearCells(PINNED.memo(), levels, grouping, FIRST);
    }

    /** Closes a level of the next states, until there are so many. */
    private void findUpTo(int count) {
        long[] level = Arrays.copyOfRange(STATES, next, count);
        if (store.crowded(level.length)) {
            store.grow(level.length, Store.Loop.PLAIN);
        }
        inserter.addAll(level, level.length, new int[level.length]);
        levels.add(appender.drain());
        next = count;
    }

    @Test
    void theChoiceIsMadeWhenSoManyStatesAreKnown() {
        NearCells nearCells = nearCells(Grouping.AUTOMATIC);
        findUpTo(FIRST - 1);
        assertFalse(nearCells.due(store));
        findUpTo(FIRST);
        assertTrue(nearCells.due(store));
    }

    @Test
    void theChoiceIsMadeAgainWhenThereAreEightTimesAsMany() {
        NearCells nearCells = nearCells(Grouping.AUTOMATIC);
        findUpTo(FIRST);
        nearCells.choose(store, List.of(), worker);
        assertFalse(nearCells.due(store));
        findUpTo((1 << 18) - 1);
        assertFalse(nearCells.due(store));
        findUpTo(1 << 18);
        assertTrue(nearCells.due(store));
    }

    /* Where the pinning actors are is free of each other and of most else: 4,096 values that could be near. */
    @Test
    void anEntryOfTheChoiceHoldsMoreThanAHundredStates() {
        Layout layout = PINNED.memo().layout();
        NearCells nearCells = nearCells(Grouping.AUTOMATIC);
        findUpTo(STATES.length);
        assertTrue(nearCells.choose(store, List.of(), worker));
        long near = PINNED.memo().near().stream().mapToLong(layout::mask).reduce(0, (left, right) -> left | right);
        long entries =
                Arrays.stream(STATES).map(state -> state & ~near).distinct().count();
        assertTrue(100 * entries < STATES.length, entries + " entries of " + STATES.length + " states");
        assertFalse(nearCells.choose(store, List.of(), worker), "the same choice is no change");
    }

    @Test
    void aTestMayHaveItFromTheFirstStateOn() {
        NearCells nearCells = nearCells(Grouping.ALWAYS);
        assertFalse(nearCells.due(store), "there is no level to choose by");
        findUpTo(1);
        assertTrue(nearCells.due(store));
    }

    @Test
    void orNever() {
        NearCells nearCells = nearCells(Grouping.NEVER);
        findUpTo(STATES.length);
        assertFalse(nearCells.due(store));
    }

    @Test
    void aResumedSearchKeepsTheChoiceOfItsCheckpoint() {
        NearCells nearCells = nearCells(Grouping.AUTOMATIC);
        findUpTo(1 << 16);
        nearCells.resumed(store);
        assertFalse(nearCells.due(store));
    }

    @Test
    void levelsOnDiskAreNotLaidOutAnew() {
        NearCells nearCells = nearCells(Grouping.AUTOMATIC);
        findUpTo(FIRST);
        findUpTo(1 << 16);
        levels.evict(0);
        assertFalse(nearCells.due(store));
    }

    @Test
    void wideStatesAreGroupedAsWell() {
        Levels wide = new Levels(2);
        wide.add(List.of());
        NearCells nearCells = new NearCells(PINNED.memo(), wide, Grouping.AUTOMATIC, FIRST);
        assertFalse(nearCells.due(store));
        findUpTo(1 << 16);
        assertTrue(nearCells.due(store));
    }
}
