package pagelife.checker.engine.store;

/** All states of a search with numbers from 0, level by level, wherever the search kept them. */
public abstract class PackedStates {
    /** Longs of a state. */
    private final int words;

    PackedStates(int words) {
        this.words = words;
    }

    /** In memory: 8 bytes a word and state. */
    public static PackedStates inMemory(Levels levels) {
        return new HeapStates(levels);
    }

    /** In a file of the vault. */
    public static PackedStates inFile(Levels levels, Vault vault) {
        return new FiledStates(levels, vault);
    }

    public final int words() {
        return words;
    }

    /** How many there are; their numbers are below. */
    public abstract int size();

    /** The array that holds a state, to be used before another one is asked for. */
    public abstract long[] chunkOf(int number);

    /** Where in it the state starts. */
    public abstract int offsetOf(int number);

    /** Whether the state of this number is the packed one at {@code offset}. */
    final boolean is(int number, long[] packed, int offset) {
        return RunFile.compare(chunkOf(number), offsetOf(number), packed, offset, words) == 0;
    }
}
