package pagelife.checker.engine;

import pagelife.checker.liveness.StateSet;

/**
 * From packed states to numbers. A state's number is its place in the {@link Levels}: nearly dense, since only the last
 * chunk of each worker is not full. Made when the search is over, in one pass.
 */
abstract class StateIndex {
    static final double SLOTS_PER_STATE = 1.6;

    private final Levels levels;
    private final int capacity;
    private final StateSet states;

    StateIndex(Levels levels, int capacity) {
        this.levels = levels;
        this.capacity = capacity;
        this.states = new StateSet(capacity);
    }

    /** An index of all states of these levels, with numbers below {@code capacity}. */
    static StateIndex of(Levels levels, int capacity, long size) {
        StateIndex index = levels.words() == 1
                ? new NarrowStateIndex(levels, capacity, size)
                : new WideStateIndex(levels, capacity, size);
        for (int depth = 0; depth < levels.count(); depth++) {
            levels.level(depth).forEach(index::add);
        }
        return index;
    }

    /** The most bytes that an index of so many states takes. */
    static long bytes(long states) {
        return (long) (states * SLOTS_PER_STATE) * (Long.BYTES + Integer.BYTES) + states / Byte.SIZE;
    }

    static int slots(long size) {
        return (int) Math.min(Integer.MAX_VALUE - 8, (long) (size * SLOTS_PER_STATE) + 8);
    }

    private void add(Levels.Stretch stretch) {
        for (int position = stretch.from(); position < stretch.to(); position++) {
            int number = (int) Levels.number(stretch.chunk(), position);
            states.add(number);
            put(levels.chunk(stretch.chunk()), position * levels.words(), number);
        }
    }

    /** Adds a state that is not there. */
    abstract void put(long[] packed, int offset, int number);

    /** The number of the packed state at {@code offset}, or -1 if it is not there. */
    abstract int find(long[] packed, int offset);

    /** The numbers that are states. */
    final StateSet states() {
        return states;
    }

    /** All numbers are below. */
    final int capacity() {
        return capacity;
    }

    final long[] chunkOf(int number) {
        return levels.chunkOf(number);
    }

    final int offsetOf(int number) {
        return levels.offsetOf(number);
    }
}
