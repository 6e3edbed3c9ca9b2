package pagelife.checker.engine.store;

import java.util.ArrayList;
import java.util.List;

/**
 * All states of a search with numbers from 0, level by level, wherever the search kept them. 8 bytes a word and state.
 */
public final class PackedStates {
    private static final int CHUNK_BITS = 14;
    private static final int CHUNK = 1 << CHUNK_BITS;

    /** Longs of a state. */
    private final int words;
    /** The states by number, so many to a chunk. */
    private final List<long[]> chunks = new ArrayList<>();
    /** How many there are. */
    private int size;

    public PackedStates(Levels levels) {
        this.words = levels.words();
        for (int depth = 0; depth < levels.count(); depth++) {
            levels.visit(depth, this::add);
        }
    }

    private void add(long[] packed, int from, int to) {
        int next = from;
        while (next < to) {
            int place = size & CHUNK - 1;
            if (place == 0) {
                chunks.add(new long[CHUNK * words]);
            }
            int count = Math.min(to - next, CHUNK - place);
            System.arraycopy(packed, next * words, chunks.get(chunks.size() - 1), place * words, count * words);
            next += count;
            size += count;
        }
    }

    public int words() {
        return words;
    }

    /** How many there are; their numbers are below. */
    public int size() {
        return size;
    }

    /** The array that holds a state. */
    public long[] chunkOf(int number) {
        return chunks.get(number >>> CHUNK_BITS);
    }

    /** Where in it the state starts. */
    public int offsetOf(int number) {
        return (number & CHUNK - 1) * words;
    }
}
