package pagelife.checker.engine.store;

/**
 * An index of states of any number of words: a slot holds a number, and the words are compared where they lie. 7 bytes
 * a state.
 */
final class WideStateIndex extends StateIndex {
    /** The states. */
    private final PackedStates states;
    /** Longs of a state. */
    private final int words;
    /** An open table of numbers of states, each one more than the number; 0 in an empty slot. */
    private final int[] slots;

    WideStateIndex(PackedStates states) {
        this.states = states;
        this.words = states.words();
        this.slots = new int[slots(states.size())];
    }

    @Override
    void put(long[] packed, int offset, int number) {
        slots[slot(packed, offset)] = number + 1;
    }

    @Override
    public int find(long[] packed, int offset) {
        return slots[slot(packed, offset)] - 1;
    }

    /** Where a state is, or where it would be put. */
    private int slot(long[] packed, int offset) {
        long hash = WideStore.hash(packed, offset, words) >>> Integer.SIZE;
        int slot = (int) (hash * slots.length >>> Integer.SIZE);
        while (slots[slot] != 0 && !states.is(slots[slot] - 1, packed, offset)) {
            slot = slot + 1 == slots.length ? 0 : slot + 1;
        }
        return slot;
    }
}
