package pagelife.checker.engine.store;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Numbers the values that the near bits of states take: their <em>lanes</em> in the bitmaps of a {@link ClusterStore}.
 * A few near bits are their own lane. Many take far fewer values than they could tell apart, since cells depend on each
 * other: these are numbered from 0 in the order they are met. Safe for any number of threads.
 */
public final class Lanes {
    /** The answer for a value that has no lane while there is room for no more. */
    static final int NONE = -1;

    /** Up to so many near bits are their own lane: states whose near bits are alike then lie in one cache line. */
    private static final int FEW_BITS = 13;

    /** For each value its number plus one, or 0. A racing reader that misses a new number asks again, with the lock. */
    private final int[] numbers;

    private final AtomicInteger count = new AtomicInteger();
    /** How many there can ever be. */
    private final int most;

    Lanes(int nearBits) {
        most = 1 << nearBits;
        numbers = nearBits <= FEW_BITS ? new int[0] : new int[1 << nearBits];
        count.set(nearBits <= FEW_BITS ? 1 << nearBits : 0);
    }

    /** The lane of a value; of a new one only if it is below {@code room}, else {@link #NONE}. */
    int of(int near, int room) {
        if (numbers.length == 0) {
            return near;
        }
        int known = numbers[near] - 1;
        return known >= 0 ? known : number(near, room);
    }

    private synchronized int number(int near, int room) {
        if (numbers[near] == 0) {
            if (count.get() >= room) {
                return NONE;
            }
            numbers[near] = count.incrementAndGet();
        }
        return numbers[near] - 1;
    }

    /** How many lanes there are. */
    int count() {
        return count.get();
    }

    /** How many there can ever be. */
    int most() {
        return most;
    }
}
