package pagelife.checker.liveness;

/** A set of states, a bit each. */
public final class StateSet {
    private final long[] bits;

    /** The empty set of states below {@code capacity}. */
    public StateSet(int capacity) {
        bits = new long[(capacity + Long.SIZE - 1) / Long.SIZE];
    }

    /** All states below {@code capacity}. */
    public static StateSet below(int capacity) {
        StateSet all = new StateSet(capacity);
        for (int state = 0; state < capacity; state++) {
            all.add(state);
        }
        return all;
    }

    /** Adds a state. */
    public void add(int state) {
        bits[state >>> 6] |= 1L << state;
    }

    /** Whether {@code state} is in it. */
    public boolean has(int state) {
        return bit(state) != 0;
    }

    /** 1 if {@code state} is in it, else 0. */
    long bit(int state) {
        return bits[state >>> 6] >>> state & 1;
    }

    /** The first state from {@code from} on that is in it, or -1. */
    public int next(int from) {
        int word = from >>> 6;
        if (word >= bits.length) {
            return -1;
        }
        long rest = bits[word] & -1L << from;
        while (rest == 0) {
            if (++word == bits.length) {
                return -1;
            }
            rest = bits[word];
        }
        return (word << 6) + Long.numberOfTrailingZeros(rest);
    }

    /** How many there are. */
    public long size() {
        long size = 0;
        for (long word : bits) {
            size += Long.bitCount(word);
        }
        return size;
    }
}
