package pagelife.checker.engine;

import java.util.List;
import pagelife.checker.liveness.StateSet;

/**
 * From packed states to numbers. A state's number is its place in the {@link Levels}: nearly dense, since only the last
 * chunk of each worker is not full. Made when the search is over, in one pass; 6 to 7 bytes a state.
 *
 * <p>A slot holds a number plus one; the words are compared where they lie, so nothing is stored twice.
 */
final class StateIndex {
    private static final double SLOTS_PER_STATE = 1.6;

    private final Levels levels;
    private final int words;
    private final int capacity;
    private final StateSet states;
    private final int[] slots;

    StateIndex(Levels levels, int capacity, long size) {
        this.levels = levels;
        this.words = levels.words();
        this.capacity = capacity;
        this.states = new StateSet(capacity);
        this.slots = new int[(int) Math.min(Integer.MAX_VALUE - 8, (long) (size * SLOTS_PER_STATE) + 8)];
        for (int depth = 0; depth < levels.count(); depth++) {
            add(levels.level(depth));
        }
    }

    /** How many bytes an index of so many states takes, and the sets of states that come with it. */
    static long bytes(long states) {
        return (long) (states * SLOTS_PER_STATE) * Integer.BYTES + states / Byte.SIZE;
    }

    private void add(List<Levels.Stretch> stretches) {
        for (Levels.Stretch stretch : stretches) {
            long[] chunk = levels.chunk(stretch.chunk());
            for (int position = stretch.from(); position < stretch.to(); position++) {
                int number = (int) Levels.number(stretch.chunk(), position);
                states.add(number);
                slots[slot(chunk, position * words)] = number + 1;
            }
        }
    }

    /** The numbers that are states. */
    StateSet states() {
        return states;
    }

    /** All numbers are below. */
    int capacity() {
        return capacity;
    }

    /** The number of the packed state at {@code offset}, or -1 if it is not there. */
    int find(long[] packed, int offset) {
        return slots[slot(packed, offset)] - 1;
    }

    long[] chunkOf(int number) {
        return levels.chunkOf(number);
    }

    int offsetOf(int number) {
        return levels.offsetOf(number);
    }

    private int slot(long[] packed, int offset) {
        long hash = WideStore.hash(packed, offset, words) >>> 32;
        int slot = (int) (hash * slots.length >>> 32);
        while (slots[slot] != 0 && !same(slots[slot] - 1, packed, offset)) {
            slot = slot + 1 == slots.length ? 0 : slot + 1;
        }
        return slot;
    }

    private boolean same(int number, long[] packed, int offset) {
        long[] chunk = levels.chunkOf(number);
        int at = levels.offsetOf(number);
        for (int word = 0; word < words; word++) {
            if (chunk[at + word] != packed[offset + word]) {
                return false;
            }
        }
        return true;
    }
}
