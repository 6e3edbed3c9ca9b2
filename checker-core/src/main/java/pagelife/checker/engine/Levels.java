package pagelife.checker.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The packed states in the order they were found, in chunks; which stretches of them make up each level.
 *
 * <p>A chunk is filled by one worker. The directory of chunks grows between rounds only, so that workers may read it
 * without a lock.
 */
final class Levels {
    /** States in a chunk: large enough to make the bookkeeping vanish, small enough for a tiny model. */
    static final int CHUNK = 1 << 12;

    private static final int CHUNK_BITS = 12;

    /** A stretch of states: positions from (inclusive) to (exclusive) of one chunk. */
    record Stretch(int chunk, int from, int to) {}

    private int words;
    private long[][] chunks = new long[1 << 10][];
    private int allocated;
    private final List<List<Stretch>> levels = new ArrayList<>();

    Levels(int words) {
        this.words = words;
    }

    int words() {
        return words;
    }

    /** A new chunk for a worker. */
    synchronized int allocate() {
        chunks[allocated] = new long[CHUNK * words];
        return allocated++;
    }

    /** Whether the directory should grow before another round by so many workers. */
    synchronized boolean tight(int workers) {
        return chunks.length - allocated < workers * 64;
    }

    /** Makes room in the directory. No worker may be running. */
    void widen() {
        chunks = Arrays.copyOf(chunks, 2 * chunks.length);
    }

    long[] chunk(int index) {
        return chunks[index];
    }

    /** The chunk that holds the state of this number. */
    long[] chunkOf(long number) {
        return chunks[(int) (number >>> CHUNK_BITS)];
    }

    /** Where in its chunk the state of this number starts. */
    int offsetOf(long number) {
        return (int) (number & CHUNK - 1) * words;
    }

    static long number(int chunk, int position) {
        return (long) chunk << CHUNK_BITS | position;
    }

    /** Closes a level. */
    void add(List<Stretch> level) {
        levels.add(level);
    }

    /** Adds states to the only level there is; for a search that has none. */
    void extend(List<Stretch> found) {
        if (levels.isEmpty()) {
            levels.add(new ArrayList<>());
        }
        List<Stretch> all = levels.get(0);
        for (Stretch stretch : found) {
            Stretch last = all.isEmpty() ? stretch : all.get(all.size() - 1);
            if (last.chunk == stretch.chunk && last.to == stretch.from) {
                all.set(all.size() - 1, new Stretch(last.chunk, last.from, stretch.to));
            } else {
                all.add(stretch);
            }
        }
    }

    /** How many levels are closed. */
    int count() {
        return levels.size();
    }

    List<Stretch> level(int depth) {
        return levels.get(depth);
    }

    long bytes() {
        return (long) allocated * CHUNK * words * Long.BYTES;
    }

    /** Packs everything again. No worker may be running. */
    void repack(Layout from, Layout to) {
        int[] ids = new int[from.cells()];
        for (int c = 0; c < allocated; c++) {
            long[] old = chunks[c];
            long[] packed = from.words() == to.words() ? old : new long[CHUNK * to.words()];
            for (int i = 0; i < CHUNK; i++) {
                from.unpack(old, i * from.words(), ids);
                to.pack(ids, packed, i * to.words());
            }
            chunks[c] = packed;
        }
        words = to.words();
    }
}
