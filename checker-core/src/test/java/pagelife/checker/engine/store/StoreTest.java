package pagelife.checker.engine.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The visited sets against a hash set. */
class StoreTest {
    /** A store, where its states go, and the hash set that it must equal. */
    private static final class Pair {
        private final Kind kind;
        private final int words;
        private final Levels levels;
        private final Appender appender;
        private final Set<List<Long>> expected = new HashSet<>();
        private final List<List<Long>> inOrder = new ArrayList<>();
        private Store store;
        private Store.Inserter inserter;

        Pair(Kind kind) {
            this.kind = kind;
            this.words = kind.words;
            this.levels = new Levels(words);
            this.appender = new Appender(levels);
            use(kind.store(levels));
        }

        void use(Store made) {
            store = made;
            inserter = store.inserter(appender);
        }

        /** A state made of a few of the bits of {@code seed}, the same in each word but for a factor. */
        List<Long> state(long seed) {
            return LongStream.range(0, words)
                    .map(w -> seed * (2 * w + 1))
                    .boxed()
                    .toList();
        }

        /** Adds a block and demands the positions that a hash set gives. */
        void add(List<Long> seeds) {
            long[] packed = seeds.stream()
                    .flatMap(seed -> state(seed).stream())
                    .mapToLong(word -> word)
                    .toArray();
            List<Integer> news = new ArrayList<>();
            for (int i = 0; i < seeds.size(); i++) {
                if (expected.add(state(seeds.get(i)))) {
                    news.add(i);
                    inOrder.add(state(seeds.get(i)));
                }
            }
            if (store.crowded(seeds.size())) {
                store.grow(seeds.size(), Store.Loop.PLAIN);
            }
            int[] fresh = new int[seeds.size()];
            int found = inserter.addAll(packed, seeds.size(), fresh);
            assertArrayEquals(
                    news.stream().mapToInt(i -> i).toArray(), Arrays.copyOf(fresh, found), "positions of new states");
            assertEquals(expected.size(), store.size(), "size");
        }

        /** The states in the levels, in order. */
        List<List<Long>> appended() {
            levels.extend(appender.drain());
            List<List<Long>> states = new ArrayList<>();
            for (Levels.Stretch stretch : levels.level(0)) {
                long[] chunk = levels.chunk(stretch.chunk());
                for (int i = stretch.from(); i < stretch.to(); i++) {
                    states.add(Arrays.stream(chunk, i * words, (i + 1) * words)
                            .boxed()
                            .toList());
                }
            }
            return states;
        }

        /** Puts everything into another store, as after a new layout. */
        void restore() {
            appended();
            use(kind.store(levels));
            store.grow(expected.size(), Store.Loop.PLAIN);
            for (Levels.Stretch stretch : levels.level(0)) {
                store.restore(stretch.chunk(), levels.chunk(stretch.chunk()), stretch.from(), stretch.to());
            }
        }
    }

    @Property(tries = 200, seed = "1")
    @Label("a block comes back as from a hash set, seed 1")
    void aBlockComesBackAsFromAHashSet(@ForAll("blocks") List<List<Long>> blocks, @ForAll Kind kind) {
        Pair pair = new Pair(kind);
        blocks.forEach(pair::add);
        assertEquals(pair.inOrder, pair.appended());
    }

    @Property(tries = 100, seed = "1")
    @Label("after a restore nothing is new, seed 1")
    void afterARestoreNothingIsNew(@ForAll("blocks") List<List<Long>> blocks, @ForAll Kind kind) {
        Pair pair = new Pair(kind);
        blocks.forEach(pair::add);
        pair.restore();
        blocks.forEach(pair::add);
        assertEquals(pair.inOrder, pair.appended());
    }

    @Provide
    Arbitrary<List<List<Long>>> blocks() {
        Arbitrary<Long> few = Arbitraries.longs().between(-5, 5);
        Arbitrary<Long> any = Arbitraries.longs();
        return Arbitraries.oneOf(few, any)
                .list()
                .ofMaxSize(200)
                .list()
                .ofMinSize(1)
                .ofMaxSize(10);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void theStateOfZerosIsAStateLikeOthers(Kind kind) {
        Pair pair = new Pair(kind);
        pair.add(List.of(1L, 0L, 0L));
        pair.add(List.of(0L, 2L));
        assertEquals(3, pair.store.size());
    }

    /* 105,000 states need two growths from the first 65,536 slots; each block overlaps the one before by half. */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void growthLosesNothing(Kind kind) {
        Pair pair = new Pair(kind);
        for (long from = 0; from < 100_000; from += 5_000) {
            pair.add(LongStream.range(from, from + 10_000).boxed().toList());
        }
        assertEquals(105_000, pair.store.size());
    }

    /* 64 segments of 1,024 slots, to be filled to 3/4: 49,152 states. */
    @Test
    void roomIsReservedBeforeItIsTaken() {
        Store store = new NarrowStore();
        assertTrue(store.reserve(49_000));
        assertFalse(store.reserve(153));
        assertTrue(store.reserve(152));
        store.release(49_000);
        assertTrue(store.reserve(153));
    }

    /**
     * A full segment would be probed forever, and the store grows by its total only: so states must spread over
     * segments, however regular they are. Here they vary in some of their bits only, which count in any order.
     */
    @Property(tries = 50, seed = "1")
    @Label("no segment overflows before the store is full, seed 1")
    void noSegmentOverflowsBeforeTheStoreIsFull(@ForAll Kind kind, @ForAll("bits") List<Integer> bits) {
        int[] taken = new int[64];
        for (int number = 0; number < 49_152; number++) {
            long state = 0;
            for (int i = 0; i < 16; i++) {
                state |= (number >>> i & 1L) << bits.get(i);
            }
            taken[kind.segment(Collections.nCopies(kind.words, state))]++;
        }
        assertTrue(Arrays.stream(taken).max().getAsInt() < 1_024, Arrays.toString(taken));
    }

    @Provide
    Arbitrary<List<Integer>> bits() { // from 16 on: those below are no part of an entry with a bitmap
        return Arbitraries.integers().between(16, 63).list().uniqueElements().ofSize(16);
    }

    /* 8 bytes a slot; 75 % full before it grows by a fifth, once it is beyond 32 MiB: 10.7 to 12.8 bytes a state. */
    @Test
    void aLargeNarrowStoreTakesAtMostThirteenBytesAState() {
        Store store = new NarrowStore();
        Levels levels = new Levels(1);
        Store.Inserter inserter = store.inserter(new Appender(levels));
        long[] block = new long[4_096];
        int[] fresh = new int[block.length];
        for (long from = 1; from < 5_000_000; from += block.length) {
            for (int i = 0; i < block.length; i++) {
                block[i] = from + i;
            }
            if (store.crowded(block.length)) {
                store.grow(block.length, Store.Loop.PLAIN);
            }
            inserter.addAll(block, block.length, fresh);
            if (store.bytes() > 1L << 26) {
                assertTrue(store.bytes() < 13 * store.size());
            }
        }
    }

    @Property(seed = "1")
    @Label("the mix of a narrow store takes different states to different entries, seed 1")
    void theMixTakesDifferentStatesToDifferentEntries(@ForAll long state) {
        long entry = NarrowStore.mix(state);
        assertEquals(state, unmix(entry));
    }

    /**
     * The inverse of the mix: multiplies by the inverse factors and undoes the shifts, which are less than half a word.
     */
    private static long unmix(long entry) {
        long shifted = entry * inverse(0x94d049bb133111ebL);
        shifted = shifted ^ shifted >>> 27 ^ shifted >>> 54;
        long state = shifted * inverse(0xbf58476d1ce4e5b9L);
        return state ^ state >>> 30 ^ state >>> 60;
    }

    /** Newton's iteration doubles the right bits: 3, 6, 12, 24, 48, 96. */
    private static long inverse(long odd) {
        long inverse = odd;
        for (int i = 0; i < 5; i++) {
            inverse *= 2 - odd * inverse;
        }
        return inverse;
    }
}
