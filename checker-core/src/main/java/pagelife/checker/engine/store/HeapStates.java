package pagelife.checker.engine.store;

import java.util.ArrayList;
import java.util.List;

/** States in memory. */
final class HeapStates extends PackedStates {
    private static final int CHUNK_BITS = 14;
    private static final int CHUNK = 1 << CHUNK_BITS;

    /** The states by number, so many to a chunk. */
    private final List<long[]> chunks = new ArrayList<>();
    /** How many there are. */
    private int size;

    HeapStates(Levels levels) {
        super(levels.words());
        for (int depth = 0; depth < levels.count(); depth++) {
            levels.visit(depth, this::add);
        }
    }

    private void add(long[] packed, int from, int to) {
        int next = from;
        while (next < to) {
            int place = size & CHUNK - 1;
            if (place == 0) {
                chunks.add(new long[CHUNK * words()]);
            }
            int count = Math.min(to - next, CHUNK - place);
            System.arraycopy(packed, next * words(), chunks.get(chunks.size() - 1), place * words(), count * words());
            next += count;
            size += count;
        }
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public long[] chunkOf(int number) {
        return chunks.get(number >>> CHUNK_BITS);
    }

    @Override
    public int offsetOf(int number) {
        return (number & CHUNK - 1) * words();
    }
}
