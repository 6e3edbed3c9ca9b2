package pagelife.checker.engine.store;

/** From packed states to their numbers. Made when the search is over, in one pass. */
public abstract class StateIndex {
    private static final double SLOTS_PER_STATE = 1.6;

    /** An index of all these states. */
    public static StateIndex of(PackedStates states) {
        StateIndex index = states.words() == 1 ? new NarrowStateIndex(states.size()) : new WideStateIndex(states);
        for (int number = 0; number < states.size(); number++) {
            index.put(states.chunkOf(number), states.offsetOf(number), number);
        }
        return index;
    }

    /**
     * An index of states in a file.
     *
     * @param closed whether nobody will ask for a state that is not there, which makes it much faster
     */
    public static StateIndex ofFile(PackedStates states, boolean closed) {
        return new PerfectStateIndex(states, closed);
    }

    /** The most bytes that an index of so many states in a file takes. */
    public static long bytesOfFile(long states) {
        return states * Integer.BYTES + PerfectHash.bytes(states);
    }

    /** The most bytes that an index of so many states takes. */
    public static long bytes(long states) {
        return (long) (states * SLOTS_PER_STATE) * (Long.BYTES + Integer.BYTES);
    }

    static int slots(int states) {
        return (int) Math.min(Integer.MAX_VALUE - 8, (long) (states * SLOTS_PER_STATE) + 8);
    }

    /** Adds a state that is not there. */
    abstract void put(long[] packed, int offset, int number);

    /** The number of the packed state at {@code offset}, or -1 if it is not there. */
    public abstract int find(long[] packed, int offset);
}
