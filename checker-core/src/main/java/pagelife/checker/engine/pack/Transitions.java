package pagelife.checker.engine.pack;

import java.util.Arrays;

/** Transitions from some states: for each the state it comes from and its effect. */
public final class Transitions {
    /** Longs of a state. */
    private final int words;
    /** For each the state it comes from, one after the other. */
    private long[] sources;
    /** For each the index of its effect, or the complement of its step. */
    private int[] effects = new int[1 << 10];
    /** How many there are. */
    private int count;

    /** Transitions from states of so many words. */
    public Transitions(int words) {
        this.words = words;
        this.sources = new long[words << 10];
    }

    /** Adds one from the state at {@code offset} of {@code packed}. */
    public void add(long[] packed, int offset, int effect) {
        if (count == effects.length) {
            sources = Arrays.copyOf(sources, 2 * count * words);
            effects = Arrays.copyOf(effects, 2 * count);
        }
        System.arraycopy(packed, offset, sources, count * words, words);
        effects[count++] = effect;
    }

    /** For each the state it comes from, one after the other. */
    public long[] sources() {
        return Arrays.copyOf(sources, count * words);
    }

    /** For each the index of its effect; the complement of the step's if it was executed directly. */
    public int[] effects() {
        return Arrays.copyOf(effects, count);
    }
}
