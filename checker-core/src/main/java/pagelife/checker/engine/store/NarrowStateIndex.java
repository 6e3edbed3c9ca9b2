package pagelife.checker.engine.store;

/**
 * An index of one-word states. States lie beside their numbers, so that finding one is two independent cache misses,
 * and those of independent searches overlap. 20 bytes a state.
 */
final class NarrowStateIndex extends StateIndex {
    private final long[] keys;
    /** The number plus one; 0 in an empty slot. */
    private final int[] numbers;

    NarrowStateIndex(int states) {
        this.keys = new long[slots(states)];
        this.numbers = new int[keys.length];
    }

    private int slot(long state) {
        return (int) ((NarrowStore.mix(state) >>> Integer.SIZE) * keys.length >>> Integer.SIZE);
    }

    @Override
    void put(long[] packed, int offset, int number) {
        int slot = slot(packed[offset]);
        while (numbers[slot] != 0) {
            slot = slot + 1 == numbers.length ? 0 : slot + 1;
        }
        keys[slot] = packed[offset];
        numbers[slot] = number + 1;
    }

    @Override
    public int find(long[] packed, int offset) {
        long state = packed[offset];
        int slot = slot(state);
        while (numbers[slot] != 0 && keys[slot] != state) {
            slot = slot + 1 == numbers.length ? 0 : slot + 1;
        }
        return numbers[slot] - 1;
    }
}
