package pagelife.checker.engine.store;

import java.util.Arrays;
import pagelife.checker.engine.pack.Layout;

/**
 * A store of states whose low bits, the <em>near</em> bits, are kept as a bitmap: an entry is the rest of the state,
 * its key, followed by one bit for each {@linkplain Lanes lane}, a value of the near bits. The key of one word is the
 * rest behind a bijective mix; that of several words is a hash of the rest, and then the rest itself.
 *
 * <p>With several words a key is there whole only when the lowest bit of its second word is 1, which is a near bit and
 * as such means nothing: whoever claims an empty slot, by its hash, writes that word last.
 *
 * <p>Where {@code Clustering} finds cells that vary freely against the others, an entry holds many states: a fraction
 * of a byte each instead of eight, and one look-up serves a whole set of successors that differ in near bits only.
 * Exact all the same.
 */
public final class ClusterStore extends Store {
    /** Slots of a segment at first: entries are large. */
    private static final int FIRST_CLUSTERS = 1 << 7;

    /** Smaller sets stay as they are: thin bitmaps took a quarter more time on philosophers 15, to save 7 of 13 MB. */
    private static final long LARGE_TABLE = 1 << 25;

    /** So do those of which a state takes less than this, in bytes: levels take more. */
    private static final long LARGE_SHARE = 4;

    /** Thin bitmaps must need no more than this share of the memory: each look-up is a step longer. */
    private static final double THIN = 0.5;

    /** Pieces of thin bitmaps are filled to two thirds or so. */
    private static final double PIECE_SLACK = 1.5;

    /** The bit that tells a key of several words that is there whole. */
    private static final long WHOLE = 1;

    /** Longs of a packed state. */
    private final int words;
    /** Longs of an entry before its bitmap. */
    private final int keyWords;
    /** How many of the low bits of a state are near. */
    private final int nearBits;
    /** Which states of an entry are there. */
    private Bitmaps bitmaps;

    /** A store of states of so many words with so many near bits, at least one. */
    public ClusterStore(int words, int nearBits) {
        this(words, nearBits, full(new Lanes(nearBits)));
    }

    private static Bitmaps full(Lanes lanes) {
        return new FullBitmaps(lanes, lanes.count());
    }

    /** The same with {@linkplain ThinBitmaps thin bitmaps} from the first state on. */
    public static ClusterStore thin(int words, int nearBits) {
        Lanes lanes = new Lanes(nearBits);
        return new ClusterStore(words, nearBits, new ThinBitmaps(lanes, lanes.count()));
    }

    private ClusterStore(int words, int nearBits, Bitmaps bitmaps) {
        super(keyWords(words) + bitmaps.entryWords(), FIRST_CLUSTERS);
        this.words = words;
        this.keyWords = keyWords(words);
        this.nearBits = nearBits;
        this.bitmaps = bitmaps;
    }

    /** A store without states that knows the lanes of this one. */
    public ClusterStore emptied() {
        return new ClusterStore(words, nearBits, bitmaps.emptied());
    }

    @Override
    public void release() {
        super.release();
        bitmaps = bitmaps.emptied();
    }

    private static int keyWords(int words) {
        return words == 1 ? 1 : 1 + words;
    }

    /**
     * The first word of the entry of the states with the far bits of the one at {@code offset}. Never 0, the mark of an
     * empty slot: of one word, the rest of a state plus one is not, and the mix takes only 0 to 0.
     */
    private long entry(long[] packed, int offset) {
        if (words == 1) {
            return NarrowStore.mix((packed[offset] >>> nearBits) + 1);
        }
        return WideStore.hash(Layout.far(packed[offset], nearBits), packed, offset, words) | 1;
    }

    /** Whether the entry at {@code at}, whose first word is the right one, is that of these far bits. */
    private boolean same(long[] segment, int at, long[] packed, int offset) {
        long first = (long) WORD.getAcquire(segment, at + 1);
        while (first == 0) { // another worker has claimed it a moment ago
            Thread.onSpinWait();
            first = (long) WORD.getAcquire(segment, at + 1);
        }
        if ((first ^ WHOLE) != Layout.far(packed[offset], nearBits)) {
            return false;
        }
        for (int w = 1; w < words; w++) {
            if (segment[at + 1 + w] != packed[offset + w]) {
                return false;
            }
        }
        return true;
    }

    /** Writes the key of an entry of several words that has just been claimed. */
    private void complete(long[] segment, int at, long[] packed, int offset) {
        for (int w = 1; w < words; w++) {
            segment[at + 1 + w] = packed[offset + w];
        }
        WORD.setRelease(segment, at + 1, Layout.far(packed[offset], nearBits) | WHOLE);
    }

    /** How many values of the near bits have been met. */
    public int lanes() {
        return bitmaps.lanes.count();
    }

    /** Gives the bitmaps room for more lanes. No worker may be running. */
    public void widen() {
        use(bitmaps.widened());
    }

    /** Bytes that the next {@link #widen} will bring this to. */
    public long bytesWhenWidened() {
        return tableBytes() / stride() * (keyWords + bitmaps.entryWords(bitmaps.wider())) + bytesAside();
    }

    private void use(Bitmaps others) {
        reshape(keyWords + others.entryWords(), (from, at, to, there) -> {
            System.arraycopy(from, at, to, there, keyWords);
            bitmaps.move(from, at + keyWords, others, to, there + keyWords);
        });
        bitmaps = others;
    }

    @Override
    long bytesAside() {
        return bitmaps.bytes();
    }

    /** Makes large bitmaps thin if they are mostly holes. */
    @Override
    public void slim() {
        if (bitmaps instanceof FullBitmaps full && isLarge()) {
            ThinBitmaps thin = new ThinBitmaps(full.lanes, full.room);
            double words = entries() * (double) thin.entryWords() + PIECE_SLACK * filledWords();
            if (words < THIN * entries() * full.entryWords()) {
                use(thin);
            }
        }
    }

    private boolean isLarge() {
        return tableBytes() >= LARGE_TABLE && entries() * stride() * Long.BYTES > LARGE_SHARE * size();
    }

    private long filledWords() {
        long[] filled = new long[1];
        for (long[] segment : segments) {
            for (int at = 0; at < segment.length; at += stride()) {
                if (segment[at] != 0) {
                    bitmaps.each(segment, at + keyWords, (index, bits) -> filled[0]++);
                }
            }
        }
        return filled[0];
    }

    /** Entries are few for their states, so that time counts for more than space. */
    @Override
    public double largeGrowth() {
        return 1.5;
    }

    /** One worker's way in for sets of successors. */
    public Adder adder(Appender appender) {
        return new Adder(appender);
    }

    /** One worker's way in for single states. Widens: no other worker may be running. */
    @Override
    public Inserter inserter(Appender appender) {
        Adder adder = new Adder(appender);
        SuccessorSets sets = new SuccessorSets(words);
        return (packed, count, fresh) -> {
            sets.truncate(0, 0);
            for (int i = 0; i < count; i++) {
                sets.addNear(Layout.near(packed[i * words], nearBits));
                sets.add(packed, i * words, nearBits, i, 0, i, i + 1); // its position for an effect
            }
            while (!adder.add(sets)) {
                widen();
            }
            System.arraycopy(adder.effects(), 0, fresh, 0, adder.found());
            return adder.found();
        };
    }

    /** Inserts sets of successors; first a pass that only loads, so that the cache misses of a block overlap. */
    public final class Adder {
        /** Where new states go. */
        private final Appender appender;
        /** For each set its entry; written by the pass that loads. */
        private long[] entries = new long[1 << 10];
        /** For each set where in its segment to look for the entry, and once that is found its bitmap. */
        private int[] places = new int[1 << 10];
        /** Near bits of successors that were not there when looked at. */
        private int[] absent = new int[1 << 10];
        /** For each of those the set that it is of. */
        private int[] setOfAbsent = new int[1 << 10];
        /** How many of those there are. */
        private int absentCount;
        /** The new states of the block, one after the other; the first {@link #found} count. */
        private long[] states = new long[words << 10];
        /** For each of those the effect that led to it. */
        private int[] effects = new int[1 << 10];
        /** How many successors of the block were new so far. */
        private int found;
        /** The set to go on with once there are more lanes; 0 for a new block. */
        private int next;
        /** How many entries this call has added. */
        private int newEntries;

        @SuppressWarnings("unused") // written, so that the loads are not optimised away
        private long loaded;

        private Adder(Appender appender) {
            this.appender = appender;
        }

        /**
         * Adds all successors. If the bitmaps have too few lanes it stops half-way; to be called again with the same
         * sets when they have been {@linkplain #widen widened}.
         *
         * @return whether all are in; then {@link #states} are those that were not there
         */
        public boolean add(SuccessorSets sets) {
            if (next == 0) {
                found = 0;
            }
            int foundBefore = found;
            newEntries = 0;
            room(sets);
            load(sets);
            find(sets);
            int end = sift(sets);
            insert(sets);
            added(found - foundBefore, newEntries);
            boolean done = end == sets.count();
            next = done ? 0 : end;
            return done;
        }

        private void room(SuccessorSets sets) {
            if (entries.length < sets.count()) {
                entries = new long[2 * sets.count()];
                places = new int[2 * sets.count()];
            }
            int successors = sets.successors(0);
            if (absent.length < successors) {
                absent = new int[2 * successors];
                setOfAbsent = new int[2 * successors];
            }
        }

        /** How many successors were new. */
        public int found() {
            return found;
        }

        /** The new ones. */
        public long[] states() {
            return states;
        }

        /** The effects that led to the new ones. */
        public int[] effects() {
            return effects;
        }

        private void load(SuccessorSets sets) {
            long[] far = sets.far();
            long sum = 0;
            for (int set = next; set < sets.count(); set++) {
                long entry = entry(far, set * words);
                int slot = slot(entry, slotsOfSegment()) * stride();
                entries[set] = entry;
                places[set] = slot;
                sum += (long) WORD.getOpaque(segments[segment(entry)], slot);
            }
            loaded = sum;
        }

        private void find(SuccessorSets sets) {
            long[] far = sets.far();
            for (int set = next; set < sets.count(); set++) {
                places[set] = keyWords + find(segments[segment(entries[set])], places[set], entries[set], far, set);
            }
        }

        /** Notes the successors that are not there. Returns the set it came to. */
        private int sift(SuccessorSets sets) {
            Bitmaps known = bitmaps;
            int missing = 0;
            for (int set = next; set < sets.count(); set++) {
                absentCount = missing;
                long[] segment = segments[segment(entries[set])];
                int start = sets.starts()[set];
                int now = known.sift(
                        segment, places[set], sets.near(), start, sets.ends()[set], sets.flips()[set], absent, missing);
                if (now == Bitmaps.NO_ROOM) {
                    return set; // all of it again, once there is room
                }
                while (missing < now) {
                    setOfAbsent[missing++] = set;
                }
            }
            absentCount = missing;
            return sets.count();
        }

        private void insert(SuccessorSets sets) {
            for (int i = 0; i < absentCount; i++) {
                int set = setOfAbsent[i];
                int lane = bitmaps.lanes.of(absent[i], bitmaps.room);
                if (bitmaps.add(segments[segment(entries[set])], places[set], lane)) {
                    append(sets.far(), set, absent[i], sets.effects()[set]);
                }
            }
        }

        private void append(long[] far, int set, int near, int effect) {
            if (found == effects.length) {
                states = Arrays.copyOf(states, 2 * found * words);
                effects = Arrays.copyOf(effects, 2 * found);
            }
            int to = found * words;
            states[to] = far[set * words] | near;
            for (int w = 1; w < words; w++) {
                states[to + w] = far[set * words + w];
            }
            effects[found] = effect;
            appender.append(states, to);
            found++;
        }

        /** Where the entry of a set is, from now on if it was not there. */
        private int find(long[] segment, int from, long entry, long[] far, int set) {
            int at = from;
            while (true) {
                long there = (long) WORD.getOpaque(segment, at);
                if (there == 0) {
                    there = (long) WORD.compareAndExchange(segment, at, 0L, entry);
                    if (there == 0) {
                        newEntries++;
                        if (words > 1) {
                            complete(segment, at, far, set * words);
                        }
                        return at;
                    }
                }
                if (there == entry && (words == 1 || same(segment, at, far, set * words))) {
                    return at;
                }
                at = after(at, from, stride(), segment.length);
            }
        }
    }

    @Override
    public void restore(int chunk, long[] packed, int from, int to) {
        int newEntries = 0;
        for (int position = from; position < to; position++) {
            int offset = position * words;
            int lane = lane(packed[offset]);
            while (lane == Lanes.NONE) {
                slim();
                widen();
                lane = lane(packed[offset]);
            }
            long entry = entry(packed, offset);
            long[] segment = segments[segment(entry)];
            int first = slot(entry, slotsOfSegment()) * stride();
            int at = first;
            while (segment[at] != 0 && (segment[at] != entry || words > 1 && !same(segment, at, packed, offset))) {
                at = after(at, first, stride(), segment.length);
            }
            if (segment[at] == 0) {
                newEntries++;
                segment[at] = entry;
                if (words > 1) {
                    complete(segment, at, packed, offset);
                }
            }
            bitmaps.add(segment, at + keyWords, lane);
        }
        added(to - from, newEntries);
    }

    private int lane(long state) {
        return bitmaps.lanes.of(Layout.near(state, nearBits), bitmaps.room);
    }
}
