package pagelife.checker.engine.store;

import java.util.Arrays;
import pagelife.checker.engine.pack.Layout;

/**
 * A store of one-word states whose low bits, the <em>near</em> bits, are kept as a bitmap: an entry is the rest of the
 * state behind a bijective mix, followed by one bit for each {@linkplain Lanes lane}, a value of the near bits.
 *
 * <p>Where {@code Clustering} finds cells that vary freely against the others, an entry holds many states: a fraction
 * of a byte each instead of eight, and one look-up serves a whole set of successors that differ in near bits only.
 * Exact all the same.
 */
public final class ClusterStore extends Store {
    /** A word of a bitmap has 2^6 lanes. */
    private static final int WORD_BITS = 6;

    /** Up to so many lanes the bitmaps double, from there on they grow by a quarter. */
    private static final int MANY_LANES = 1 << 10;

    /** Slots of a segment at first: entries are large. */
    private static final int FIRST_CLUSTERS = 1 << 7;

    /** How many of the low bits of a state are near. */
    private final int nearBits;
    /** Which bit of a bitmap is for which near bits; shared, and passed on to an emptied store. */
    private final Lanes lanes;

    /** How many lanes the bitmaps have room for. */
    private int room;

    /** A store of states with so many near bits. */
    public ClusterStore(int nearBits) {
        this(nearBits, new Lanes(nearBits));
    }

    private ClusterStore(int nearBits, Lanes lanes) {
        this(nearBits, lanes, words(lanes.count()) << WORD_BITS);
    }

    private ClusterStore(int nearBits, Lanes lanes, int room) {
        super(1 + words(room), FIRST_CLUSTERS);
        this.nearBits = nearBits;
        this.lanes = lanes;
        this.room = room;
    }

    /** A store without states that knows the lanes of this one. */
    public ClusterStore emptied() {
        return new ClusterStore(nearBits, lanes, room);
    }

    private static int words(int lanes) {
        return Math.max(1, (lanes + Long.SIZE - 1) / Long.SIZE);
    }

    /** Never 0, the mark of an empty slot: the rest of a state plus one is not, and the mix takes only 0 to 0. */
    private long entry(long state) {
        return NarrowStore.mix((state >>> nearBits) + 1);
    }

    /** How many values of the near bits have been met. */
    public int lanes() {
        return lanes.count();
    }

    /** Gives the bitmaps room for more lanes. No worker may be running. */
    public void widen() {
        room = wider();
        widen(1 + words(room));
    }

    /** Bytes that the next {@link #widen} will bring this to. */
    public long bytesWhenWidened() {
        return bytes() / stride() * (1 + words(wider()));
    }

    private int wider() {
        int wished = room < MANY_LANES ? 2 * room : room + room / 4;
        return words(Math.min(wished, 1 << nearBits)) << WORD_BITS;
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
        SuccessorSets sets = new SuccessorSets();
        return (packed, count, fresh) -> {
            sets.truncate(0, 0);
            for (int i = 0; i < count; i++) {
                sets.addNear(Layout.near(packed[i], nearBits));
                sets.add(Layout.far(packed[i], nearBits), i, 0, i, i + 1); // its position for an effect
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
        private int[] bitmaps = new int[1 << 10];
        /** Near bits of successors that were not there when looked at. */
        private int[] absent = new int[1 << 10];
        /** For each of those the set that it is of. */
        private int[] setOfAbsent = new int[1 << 10];
        /** How many of those there are. */
        private int absentCount;
        /** The new states of the block; the first {@link #found} count. */
        private long[] states = new long[1 << 10];
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
                bitmaps = new int[2 * sets.count()];
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
                long entry = entry(far[set]);
                int slot = slot(entry, slotsOfSegment()) * stride();
                entries[set] = entry;
                bitmaps[set] = slot;
                sum += (long) WORD.getOpaque(segments[segment(entry)], slot);
            }
            loaded = sum;
        }

        private void find(SuccessorSets sets) {
            for (int set = next; set < sets.count(); set++) {
                bitmaps[set] = find(segments[segment(entries[set])], bitmaps[set], entries[set]) + 1;
            }
        }

        /**
         * Notes the successors that are not there, without a branch on whether they are, so that many loads are on
         * their way at once. Returns the set it came to.
         */
        private int sift(SuccessorSets sets) {
            int[] near = sets.near();
            int missing = 0;
            for (int set = next; set < sets.count(); set++) {
                long[] segment = segments[segment(entries[set])];
                int bitmap = bitmaps[set];
                int flip = sets.flips()[set];
                int end = sets.ends()[set];
                absentCount = missing;
                for (int i = sets.starts()[set]; i < end; i++) {
                    int bits = near[i] ^ flip;
                    int lane = lanes.of(bits, room);
                    if (lane == Lanes.NONE) {
                        return set; // all of it again, once there is room
                    }
                    long word = (long) WORD.getOpaque(segment, bitmap + (lane >>> WORD_BITS));
                    absent[missing] = bits;
                    setOfAbsent[missing] = set;
                    missing += (int) (~word >>> lane & 1);
                }
            }
            absentCount = missing;
            return sets.count();
        }

        private void insert(SuccessorSets sets) {
            for (int i = 0; i < absentCount; i++) {
                int set = setOfAbsent[i];
                int lane = lanes.of(absent[i], room);
                long bit = 1L << lane;
                long[] segment = segments[segment(entries[set])];
                if (((long) WORD.getAndBitwiseOr(segment, bitmaps[set] + (lane >>> WORD_BITS), bit) & bit) == 0) {
                    append(sets.far()[set] | absent[i], sets.effects()[set]);
                }
            }
        }

        private void append(long state, int effect) {
            if (found == states.length) {
                states = Arrays.copyOf(states, 2 * found);
                effects = Arrays.copyOf(effects, 2 * found);
            }
            states[found] = state;
            effects[found] = effect;
            appender.append(states, found);
            found++;
        }

        /** Where the entry is, from now on if it was not there. */
        private int find(long[] segment, int from, long entry) {
            int at = from;
            while (true) {
                long there = (long) WORD.getOpaque(segment, at);
                if (there == 0) {
                    there = (long) WORD.compareAndExchange(segment, at, 0L, entry);
                    if (there == 0) {
                        newEntries++;
                        return at;
                    }
                }
                if (there == entry) {
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
            int lane = lanes.of(Layout.near(packed[position], nearBits), room);
            while (lane == Lanes.NONE) {
                widen();
                lane = lanes.of(Layout.near(packed[position], nearBits), room);
            }
            long entry = entry(packed[position]);
            long[] segment = segments[segment(entry)];
            int first = slot(entry, slotsOfSegment()) * stride();
            int at = first;
            while (segment[at] != entry && segment[at] != 0) {
                at = after(at, first, stride(), segment.length);
            }
            newEntries += segment[at] == 0 ? 1 : 0;
            segment[at] = entry;
            segment[at + 1 + (lane >>> WORD_BITS)] |= 1L << lane;
        }
        added(to - from, newEntries);
    }
}
