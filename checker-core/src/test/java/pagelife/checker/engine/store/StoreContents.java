package pagelife.checker.engine.store;

import java.util.SplittableRandom;

/**
 * A visited set with many states in it, and a block of further ones that is about to be inserted: known or new ones,
 * far apart. What {@link StoreBenchmark} measures.
 */
abstract class StoreContents {
    /** States in a block: what some hundred states lead to. */
    static final int BLOCK = 1 << 11;

    final SplittableRandom random = new SplittableRandom(1);
    private final int words;
    private Store store = new NarrowStore();
    private int states;

    /** Blocks in the set. */
    private int blocks;

    StoreContents(int words) {
        this.words = words;
    }

    /** Starts over with so many states. */
    final void fill(int wanted) {
        states = wanted;
        store = empty(new Levels(words));
        for (blocks = 0; blocks < wanted / BLOCK; blocks++) {
            makeRoom();
            block(blocks);
            insert(BLOCK);
        }
    }

    /** Rolls a block of new states; now and then that takes as long as to fill the set, since it is not to grow far. */
    final void rollNew() {
        if ((long) blocks * BLOCK >= states + states / 2) {
            fill(states);
        }
        makeRoom();
        block(blocks++);
    }

    /** Rolls a block of states in the set. */
    final void rollKnown() {
        anyOf(blocks);
    }

    private void makeRoom() {
        if (store.crowded(BLOCK)) {
            store.grow(BLOCK, Store.Loop.PLAIN);
        }
    }

    /** Inserts the block, of which so many must be new. */
    final int insert(int expected) {
        int found = insert();
        if (found != expected) {
            throw new IllegalStateException(found + " of a block were new instead of " + expected);
        }
        return found;
    }

    /** An empty store, whose states go to these levels; blocks are inserted into it from now on. */
    abstract Store empty(Levels levels);

    /** Makes the block of this number: states that no other block has. */
    abstract void block(int number);

    /** Makes a block of states that are in some block below this number, each of them anywhere. */
    abstract void anyOf(int number);

    /** Inserts the block and says how many were new. */
    abstract int insert();

    /** Single states of so many words, one word in a narrow store, more in a wide one. */
    static final class Single extends StoreContents {
        /** An odd factor takes consecutive numbers to different words that look random. */
        private static final long SPREAD = 0x9e3779b97f4a7c15L;

        private final int words;
        private final long[] packed;
        private final int[] fresh = new int[BLOCK];
        private Store.Inserter inserter = (states, count, found) -> 0;

        Single(int words) {
            super(words);
            this.words = words;
            this.packed = new long[BLOCK * words];
        }

        @Override
        Store empty(Levels levels) {
            Store store = words == 1 ? new NarrowStore() : new WideStore(levels);
            inserter = store.inserter(new Appender(levels));
            return store;
        }

        @Override
        void block(int number) {
            for (int i = 0; i < BLOCK; i++) {
                state(i, (long) number * BLOCK + i);
            }
        }

        @Override
        void anyOf(int number) {
            for (int i = 0; i < BLOCK; i++) {
                state(i, random.nextLong((long) number * BLOCK));
            }
        }

        private void state(int position, long number) {
            for (int w = 0; w < words; w++) {
                packed[position * words + w] = number * (SPREAD + 2L * w);
            }
        }

        @Override
        int insert() {
            return inserter.addAll(packed, BLOCK, fresh);
        }
    }

    /**
     * Sets of successors as on dax with three GUP actors: an entry has bits for {@value #LANES} states, of which an
     * eighth are there in the end, found in {@value #VISITS} sets of {@value #SET}. Entries are far apart.
     */
    static final class Clusters extends StoreContents {
        private static final int NEAR_BITS = 8;
        private static final int LANES = 1 << NEAR_BITS;
        private static final int SET = 8;
        private static final int VISITS = 4;
        private static final int FLIP = 0x5a;

        /** Each entry is visited again after so many others. */
        private static final int ENTRIES_BETWEEN = 1 << 10;

        private static final int SETS = BLOCK / SET;

        private final SuccessorSets sets = new SuccessorSets(1);
        private ClusterStore.Adder adder = new ClusterStore(1, NEAR_BITS).adder(new Appender(new Levels(1)));

        Clusters() {
            super(1);
        }

        @Override
        Store empty(Levels levels) {
            ClusterStore store = new ClusterStore(1, NEAR_BITS);
            adder = store.adder(new Appender(levels));
            return store;
        }

        @Override
        void block(int number) {
            sets.truncate(0, 0);
            for (int set = 0; set < SETS; set++) {
                add((long) number * SETS + set);
            }
        }

        @Override
        void anyOf(int number) {
            sets.truncate(0, 0);
            for (int set = 0; set < SETS; set++) {
                add(random.nextLong((long) number * SETS));
            }
        }

        /**
         * Sets are numbered in the order of visits: first to one entry after the other, then to the same ones again.
         */
        private void add(long set) {
            long round = set / ENTRIES_BETWEEN;
            long entry = round / VISITS * ENTRIES_BETWEEN + set % ENTRIES_BETWEEN;
            int visit = (int) (round % VISITS);
            int start = sets.used();
            for (int i = visit * SET; i < (visit + 1) * SET; i++) {
                int lane =
                        (int) (entry + 37L * i) & LANES - 1; // an odd factor takes different numbers to different lanes
                sets.addNear(lane ^ FLIP);
            }
            sets.add(new long[] {entry + 1 << NEAR_BITS}, 0, NEAR_BITS, visit, FLIP, start, sets.used());
        }

        @Override
        int insert() {
            if (!adder.add(sets)) {
                throw new IllegalStateException("few near bits are their own lanes");
            }
            return adder.found();
        }
    }
}
