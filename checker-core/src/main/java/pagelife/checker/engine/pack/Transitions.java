package pagelife.checker.engine.pack;

import java.util.Arrays;

/** Transitions from some one-word states: for each the state it comes from and its effect. */
public final class Transitions {
    private long[] sources = new long[1 << 10];
    private int[] effects = new int[1 << 10];
    private int count;

    /** Adds one. */
    public void add(long source, int effect) {
        if (count == effects.length) {
            sources = Arrays.copyOf(sources, 2 * count);
            effects = Arrays.copyOf(effects, 2 * count);
        }
        sources[count] = source;
        effects[count++] = effect;
    }

    /** For each the state it comes from. */
    public long[] sources() {
        return Arrays.copyOf(sources, count);
    }

    /** For each the index of its effect; the complement of the step's if it was executed directly. */
    public int[] effects() {
        return Arrays.copyOf(effects, count);
    }
}
