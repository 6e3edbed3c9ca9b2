package pagelife.checker.engine.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pagelife.checker.engine.walk.Together;

/** Thin bitmaps against whole ones. */
class ThinBitmapsTest {
    private static final int BITS = 16;
    private static final int THREADS = 4;

    /** Bitmaps with a lane for each of so many values. */
    private static ThinBitmaps of(int lanes) {
        Lanes known = new Lanes(BITS);
        for (int value = 0; value < lanes; value++) {
            known.of(value, lanes);
        }
        return new ThinBitmaps(known, lanes);
    }

    private static BitSet told(Bitmaps bitmaps, long[] segment) {
        BitSet set = new BitSet();
        bitmaps.each(segment, 0, (index, bits) -> {
            for (long left = bits; left != 0; left &= left - 1) {
                set.set(64 * index + Long.numberOfTrailingZeros(left));
            }
        });
        return set;
    }

    private static void agreesWithABitSet(int lanes, int added) {
        ThinBitmaps bitmaps = of(lanes);
        long[] segment = new long[bitmaps.entryWords()];
        BitSet expected = new BitSet();
        Random random = new Random(lanes);
        for (int i = 0; i < added; i++) {
            int lane = random.nextInt(lanes);
            assertEquals(!expected.get(lane), bitmaps.add(segment, 0, lane));
            expected.set(lane);
        }
        assertEquals(expected, told(bitmaps, segment));
        int[] near = random.ints(500, 0, lanes).toArray();
        int[] absent = new int[near.length];
        int count = bitmaps.sift(segment, 0, near, 0, near.length, 0, absent, 0);
        assertEquals(
                Arrays.stream(near).filter(lane -> !expected.get(lane)).boxed().toList(),
                Arrays.stream(absent, 0, count).boxed().toList());
    }

    /* Of 16,320 lanes, 255 words, numbers have 8 bits; of one more 16. */
    @Test
    void theyHoldWhatWasAdded() {
        for (int lanes : new int[] {1, 64, 65, 1_000, 16_320, 16_321, 65_536}) {
            agreesWithABitSet(lanes, 10);
            agreesWithABitSet(lanes, 50_000);
        }
    }

    @Test
    void theyHoldTheSameWhenTheyAreWidened() {
        Bitmaps bitmaps = of(64);
        long[] segment = new long[bitmaps.entryWords()];
        BitSet expected = new BitSet();
        while (bitmaps.room < 30_000) {
            for (int lane = 0; lane < bitmaps.room; lane += 97) {
                bitmaps.add(segment, 0, lane);
                expected.set(lane);
            }
            Bitmaps wider = bitmaps.widened();
            long[] moved = new long[wider.entryWords()];
            bitmaps.move(segment, 0, wider, moved, 0);
            bitmaps = wider;
            segment = moved;
            assertEquals(expected, told(bitmaps, segment));
        }
    }

    /* Four threads add the lanes of one entry, each in an order of its own: each lane is new to one of them. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aLaneIsNewToOneThread() throws Exception {
        int lanes = 4_096;
        for (int round = 0; round < 100; round++) {
            ThinBitmaps bitmaps = of(lanes);
            long[] segment = new long[bitmaps.entryWords()];
            int first = round;
            List<Integer> news = Together.run(THREADS, thread -> {
                        List<Integer> order = new ArrayList<>();
                        for (int lane = 0; lane < lanes; lane++) {
                            order.add(lane);
                        }
                        java.util.Collections.shuffle(order, new Random(10L * first + thread));
                        order.removeIf(lane -> !bitmaps.add(segment, 0, lane));
                        return order.size();
                    })
                    .stream()
                    .toList();
            assertEquals(lanes, news.stream().mapToInt(Integer::intValue).sum());
            assertEquals(lanes, told(bitmaps, segment).cardinality());
        }
    }

    /** A store of entries for 4,096 lanes, and so many states, so many to an entry. */
    private static ClusterStore filled(long[] states, int perEntry) {
        ClusterStore store = new ClusterStore(1, 12);
        Store.Inserter inserter = store.inserter(new Appender(new Levels(1)));
        Arrays.setAll(states, i -> (long) (i / perEntry) << 12 | i % perEntry * (4_096L / perEntry));
        store.grow(states.length / perEntry, Store.Loop.PLAIN);
        assertEquals(states.length, inserter.addAll(states, states.length, new int[states.length]));
        return store;
    }

    /* 60,000 entries of 520 bytes that hold 3 states each: 31 MB and room for some more. */
    @Test
    void aStoreWhoseBitmapsAreMostlyHolesGetsSlim() {
        long[] states = new long[180_000];
        ClusterStore store = filled(states, 3);
        long before = store.bytes();
        store.slim();
        assertTrue(store.bytes() < before / 2, store.bytes() + " of " + before);
        assertEquals(
                0, store.inserter(new Appender(new Levels(1))).addAll(states, states.length, new int[states.length]));
        assertEquals(states.length, store.size());
    }

    /* 60,000 entries that hold each 64th of their lanes: no word of them is 0. */
    @Test
    void aStoreWhoseBitmapsHaveNoHolesStaysAsItIs() {
        ClusterStore store = filled(new long[60_000 * 64], 64);
        long before = store.bytes();
        store.slim();
        assertEquals(before, store.bytes());
    }

    @Test
    void aSmallStoreStaysAsItIs() {
        ClusterStore store = filled(new long[3_000], 3);
        long before = store.bytes();
        store.slim();
        assertEquals(before, store.bytes());
    }
}
