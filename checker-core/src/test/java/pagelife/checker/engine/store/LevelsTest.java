package pagelife.checker.engine.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import pagelife.checker.engine.pack.Layout;

/** Where states lie, in the order they were found. */
class LevelsTest {
    private final Levels levels = new Levels(2);
    private final Appender appender = new Appender(levels);

    private static long[] state(long number) {
        return new long[] {number, -number};
    }

    private long[] stateOf(long number) {
        int offset = levels.offsetOf(number);
        return Arrays.copyOfRange(levels.chunkOf(number), offset, offset + 2);
    }

    @Test
    void aStateLiesUnderTheNumberThatAppendingItGave() {
        long[] numbers = new long[10_000]; // more than two chunks of 4,096
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = appender.append(state(i), 0);
        }
        for (int i = 0; i < numbers.length; i++) {
            assertArrayEquals(state(i), stateOf(numbers[i]));
        }
    }

    @Test
    void aStateMayStartAnywhereInItsSource() {
        assertArrayEquals(new long[] {8, 9}, stateOf(appender.append(new long[] {7, 8, 9}, 1)));
    }

    @Test
    void whatIsTakenBackIsNotThere() {
        appender.append(state(1), 0);
        appender.append(state(2), 0);
        appender.undo();
        appender.append(state(3), 0);
        assertEquals(List.of(new Levels.Stretch(0, 0, 2)), appender.drain());
        assertArrayEquals(state(3), stateOf(1));
    }

    @Test
    void drainingGivesWhatCameSinceTheLastTime() {
        appender.append(state(1), 0);
        appender.drain();
        appender.append(state(2), 0);
        appender.append(state(3), 0);
        assertEquals(List.of(new Levels.Stretch(0, 1, 3)), appender.drain());
        assertEquals(List.of(), appender.drain());
    }

    /* 4,096 states fill the first chunk, 904 are left for the second. */
    @Test
    void aFullChunkIsFollowedByAnother() {
        for (int i = 0; i < 5_000; i++) {
            appender.append(state(i), 0);
        }
        assertEquals(List.of(new Levels.Stretch(0, 0, 4_096), new Levels.Stretch(1, 0, 904)), appender.drain());
    }

    @Test
    void workersNeverShareAChunk() {
        long mine = appender.append(state(1), 0);
        long theirs = new Appender(levels).append(state(2), 0);
        assertNotEquals(mine / Levels.CHUNK, theirs / Levels.CHUNK);
    }

    /* The directory has room for 1,024 chunks at first. */
    @Test
    void thereIsNoEndToChunks() {
        for (int i = 0; i < 1_100; i++) {
            levels.allocate();
        }
        assertEquals(1_100, levels.allocate());
    }

    @Test
    void packingAnewKeepsTheIds() {
        int[] sizes = {200, 3, 1 << 20, 5, 1 << 20, 1 << 20};
        Layout from = layout(sizes);
        sizes[1] = 1 << 19;
        Layout to = layout(sizes);
        assertEquals(2, from.words());
        assertEquals(2, to.words());
        assertKeeps(from, to);
    }

    @Test
    void packingAnewIntoMoreWordsKeepsTheIds() {
        int[] sizes = {200, 3, 1 << 20, 5, 1 << 16};
        Layout from = layout(sizes);
        sizes[1] = 1 << 29;
        Layout to = layout(sizes);
        assertEquals(1, from.words());
        assertEquals(2, to.words());
        assertKeeps(from, to);
    }

    private static Layout layout(int[] sizes) {
        int[] unlimited = new int[sizes.length];
        Arrays.fill(unlimited, Integer.MAX_VALUE);
        return Layout.of(sizes, unlimited, new int[0]);
    }

    private static void assertKeeps(Layout from, Layout to) {
        Levels levels = new Levels(from.words());
        Appender appender = new Appender(levels);
        long[] packed = new long[from.words()];
        int[] ids = new int[from.cells()];
        for (int i = 0; i < 5_000; i++) {
            from.pack(ids(i, ids), packed, 0);
            appender.append(packed, 0);
        }
        levels.repack(from, to);
        for (int i = 0; i < 5_000; i++) {
            to.unpack(levels.chunkOf(i), levels.offsetOf(i), ids);
            int[] expected = ids(i, new int[ids.length]);
            assertArrayEquals(expected, ids);
        }
    }

    private static int[] ids(int i, int[] ids) {
        ids[0] = i % 200;
        ids[1] = i % 3;
        ids[2] = i;
        ids[4] = 7 * i;
        return ids;
    }

    /* A chunk is 4,096 states of 2 words of 8 bytes. */
    @Test
    void bytesAreThoseOfTheChunksInMemory() {
        assertEquals(0, levels.bytes());
        appender.append(state(1), 0);
        assertEquals(65_536, levels.bytes());
        new Appender(levels).append(state(2), 0);
        assertEquals(131_072, levels.bytes());
    }

    @Test
    void aDroppedChunkNoLongerCountsAndIsUsedAgain() {
        fill(4_096);
        levels.add(appender.drain());
        long[] chunk = levels.chunk(0);
        levels.evict(0);
        assertEquals(0, levels.bytes());
        fill(1);
        assertSame(chunk, levels.chunk(1));
        assertEquals(65_536, levels.bytes());
    }

    /* 96 states of the second chunk are dropped with the level, 4,000 when the worker gives it up. */
    @Test
    void aChunkCountsUntilTheLastOfItsStatesIsDropped() {
        fill(4_192);
        levels.add(appender.drain());
        levels.evict(0);
        assertEquals(65_536, levels.bytes());
        appender.abandon();
        assertEquals(0, levels.bytes());
    }

    @Test
    void aLevelIsInMemoryUntilItIsEvictedAndOnceItIsBroughtBackIn() {
        fill(1);
        levels.add(appender.drain());
        fill(2);
        levels.add(appender.drain());
        assertTrue(levels.inMemory(0) && levels.inMemory(1) && levels.allInMemory());
        List<Levels.Stretch> stretches = levels.level(1);
        levels.evict(1);
        assertTrue(levels.inMemory(0));
        assertFalse(levels.inMemory(1));
        assertFalse(levels.allInMemory());
        assertEquals(2, levels.states(1));
        levels.bringIn(1, stretches);
        assertTrue(levels.inMemory(1) && levels.allInMemory());
    }

    private void fill(int states) {
        for (int i = 0; i < states; i++) {
            appender.append(state(i), 0);
        }
    }

    /* A worker goes on in its chunk after a round. */
    @Test
    void oneLevelJoinsNeighbours() {
        appender.append(state(1), 0);
        levels.extend(appender.drain());
        appender.append(state(2), 0);
        levels.extend(appender.drain());
        assertEquals(List.of(new Levels.Stretch(0, 0, 2)), levels.level(0));
    }

    private static List<Long> numbers(Levels levels, int depth) {
        List<Long> numbers = new ArrayList<>();
        levels.visit(depth, (packed, from, to) -> {
            for (int position = from; position < to; position++) {
                assertEquals(-packed[2 * position], packed[2 * position + 1]);
                numbers.add(packed[2 * position]);
            }
        });
        return numbers;
    }

    private List<Long> close(long from, long to) {
        LongStream.range(from, to).forEach(number -> appender.append(state(number), 0));
        levels.add(appender.drain());
        return LongStream.range(from, to).boxed().toList();
    }

    @Test
    void aFoldedLevelIsSeenAsItWasAndUnfoldsToThat() {
        List<Long> first = close(0, 100);
        List<Long> second = close(100, 20_000);
        List<Long> third = close(20_000, 20_010);
        levels.fold(2, 4, Levels.Folding.ALWAYS, Store.Loop.PLAIN);
        for (int again = 0; again < 2; again++) {
            assertEquals(first, numbers(levels, 0));
            assertEquals(second, numbers(levels, 1));
            assertEquals(third, numbers(levels, 2));
            assertEquals(again == 0, levels.isFolded(1));
            assertFalse(levels.isFolded(2));
            levels.unfold(0);
            levels.unfold(1);
        }
        levels.fold(2, 4, Levels.Folding.ALWAYS, Store.Loop.PLAIN);
        assertTrue(levels.isFolded(1));
    }

    /* Random states have nothing in common, and 10,000 are few. */
    @Test
    void aLevelIsFoldedOnlyWhereThatGains() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            appender.append(new long[] {random.nextLong(), random.nextLong()}, 0);
        }
        levels.add(appender.drain());
        close(0, 10_000);
        close(0, 20_000);
        levels.fold(3, 4, Levels.Folding.USUAL, Store.Loop.PLAIN);
        assertEquals(List.of(false, false, true), List.of(levels.isFolded(0), levels.isFolded(1), levels.isFolded(2)));
    }

    @Test
    void aFoldedLevelThatIsEvictedTakesNothing() {
        close(0, 20_000);
        close(20_000, 20_001);
        levels.fold(1, 4, Levels.Folding.ALWAYS, Store.Loop.PLAIN);
        levels.evict(0);
        assertEquals(65_536, levels.bytes()); // the chunk of the second level
        assertFalse(levels.isFolded(0));
    }
}
