package pagelife.checker.engine.store;

import io.vavr.control.Option;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import pagelife.checker.engine.pack.Layout;

/**
 * The packed states in the order they were found, in chunks; which stretches of them make up each level.
 *
 * <p>A chunk is filled by one worker. Workers read the directory of chunks without a lock: when it is full, a longer
 * copy takes its place, and who learns of a state in a new chunk sees that copy.
 */
public final class Levels {
    /** States in a chunk: large enough to make the bookkeeping vanish, small enough for a tiny model. */
    public static final int CHUNK = 1 << 12;

    private static final int CHUNK_BITS = 12;

    /** States that are folded together: some ten kilobytes of them, for the old generation, and unfolded a few hundred. */
    private static final int FOLD = 1 << 14;

    /** A stretch of states: positions from (inclusive) to (exclusive) of one chunk. */
    public record Stretch(int chunk, int from, int to) {
        /** How many states. */
        public int size() {
            return to - from;
        }
    }

    /**
     * Which levels are folded.
     *
     * @param least those of fewer states are not
     * @param worth nor are those that would take more than this share of their memory
     */
    public record Folding(long least, double worth) {
        /** Those by which something is gained. */
        public static final Folding USUAL = new Folding(1 << 14, 0.7);

        /** All of them, to test that it changes nothing. */
        public static final Folding ALWAYS = new Folding(1, Double.POSITIVE_INFINITY);
    }

    /** Takes packed states: positions from (inclusive) to (exclusive) of an array. */
    public interface Visitor {
        public void states(long[] packed, int from, int to);
    }

    /** One level: in memory, folded or not, on disk, or both. */
    private static final class Level {
        private final long states;
        private List<Stretch> stretches;
        private List<FoldedStates> folded = List.of();
        private boolean inMemory = true;
        private Option<List<RunFile>> runs = Option.none();

        Level(List<Stretch> stretches) {
            this.stretches = stretches;
            this.states = stretches.stream().mapToLong(Stretch::size).sum();
        }

        Level(long states, List<RunFile> runs) {
            this.stretches = List.of();
            this.states = states;
            this.inMemory = false;
            this.runs = Option.some(runs);
        }
    }

    private final Deque<long[]> spareChunks = new ArrayDeque<>();
    private final List<Level> levels = new ArrayList<>();
    private int words;
    private volatile long[][] chunks = new long[1 << 10][];
    private int[] dropped = new int[1 << 10];
    private int allocated;
    private int present;
    /** How many levels are on disk only. */
    private int outOfMemory;
    /** Bytes of the levels that are folded. */
    private long foldedBytes;
    /** The levels before this one are folded, are not worth it or are on disk. */
    private int nextToFold;

    public Levels(int words) {
        this.words = words;
    }

    public int words() {
        return words;
    }

    /** A new chunk for a worker. */
    public synchronized int allocate() {
        if (allocated == chunks.length) {
            chunks = Arrays.copyOf(chunks, 2 * allocated);
            dropped = Arrays.copyOf(dropped, 2 * allocated);
        }
        long[] spare = spareChunks.poll();
        chunks[allocated] = spare == null ? new long[CHUNK * words] : spare;
        present++;
        return allocated++;
    }

    /** Forgets the states of these stretches; a chunk of which nothing is left is used again. */
    public synchronized void drop(List<Stretch> stretches) {
        for (Stretch stretch : stretches) {
            int chunk = stretch.chunk();
            dropped[chunk] += stretch.size();
            if (dropped[chunk] == CHUNK) {
                spareChunks.push(chunks[chunk]);
                chunks[chunk] = null;
                present--;
            }
        }
    }

    /** Gives the memory of chunks that were dropped back. */
    synchronized void trim() {
        spareChunks.clear();
    }

    public long[] chunk(int index) {
        return chunks[index];
    }

    /** The chunk that holds the state of this number. */
    public long[] chunkOf(long number) {
        return chunks[(int) (number >>> CHUNK_BITS)];
    }

    /** Where in its chunk the state of this number starts. */
    public int offsetOf(long number) {
        return (int) (number & CHUNK - 1) * words;
    }

    public static long number(int chunk, int position) {
        return (long) chunk << CHUNK_BITS | position;
    }

    /** Closes a level. */
    public void add(List<Stretch> level) {
        levels.add(new Level(level));
    }

    /** Closes a level that lies on disk. */
    public void addRuns(List<RunFile> runs) {
        levels.add(new Level(runs.stream().mapToLong(RunFile::states).sum(), runs));
        outOfMemory++;
    }

    /** Adds states to the only level there is; for a search that has none. */
    public void extend(List<Stretch> found) {
        if (levels.isEmpty()) {
            levels.add(new Level(new ArrayList<>()));
        }
        List<Stretch> all = levels.get(0).stretches;
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
    public int count() {
        return levels.size();
    }

    /** How many states a level has. */
    public long states(int depth) {
        return levels.get(depth).states;
    }

    /** The states of a level that is in memory and not folded. */
    public List<Stretch> level(int depth) {
        return levels.get(depth).stretches;
    }

    public boolean inMemory(int depth) {
        return levels.get(depth).inMemory;
    }

    public boolean isFolded(int depth) {
        return !levels.get(depth).folded.isEmpty();
    }

    /**
     * Has the large levels before this one take less memory, since they have been explored: from now on they can be
     * {@linkplain #visit visited} only. No worker may be running, and no store may refer to them.
     */
    public void fold(int before, int nearBits, Folding folding, Store.Loop loop) {
        for (; nextToFold < before; nextToFold++) {
            Level level = levels.get(nextToFold);
            if (level.inMemory && level.folded.isEmpty() && level.states >= folding.least) {
                fold(level, nearBits, folding, loop);
            }
        }
        while (spareChunks.size() > present) {
            spareChunks.pop();
        }
    }

    private void fold(Level level, int nearBits, Folding folding, Store.Loop loop) {
        LevelSorter states = new LevelSorter(this);
        List<List<Stretch>> runs = LevelSorter.runs(level.stretches, FOLD, 1);
        FoldedStates[] folded = new FoldedStates[runs.size()];
        loop.each(folded.length, i -> folded[i] = new FoldedStates(states.gathered(runs.get(i)), words, nearBits));
        long bytes = Arrays.stream(folded).mapToLong(FoldedStates::bytes).sum();
        if (bytes < folding.worth * level.states * words * Long.BYTES) {
            drop(level.stretches);
            level.stretches = List.of();
            level.folded = List.of(folded);
            foldedBytes += bytes;
        }
    }

    /** Has a level that is folded as it was before. */
    public void unfold(int depth) {
        if (!isFolded(depth)) {
            return;
        }
        Level level = levels.get(depth);
        List<Stretch> stretches = new ArrayList<>();
        for (FoldedStates folded : level.folded) {
            long[] states = folded.unfolded();
            for (int from = 0; from < folded.size(); from += CHUNK) {
                stretches.add(copy(states, from, Math.min(CHUNK, folded.size() - from)));
            }
        }
        forgetFolded(level);
        level.stretches = stretches;
        nextToFold = Math.min(nextToFold, depth);
    }

    private Stretch copy(long[] states, int from, int count) {
        int chunk = allocate();
        System.arraycopy(states, from * words, chunks[chunk], 0, count * words);
        if (count < CHUNK) {
            drop(List.of(new Stretch(chunk, count, CHUNK)));
        }
        return new Stretch(chunk, 0, count);
    }

    private void forgetFolded(Level level) {
        foldedBytes -= level.folded.stream().mapToLong(FoldedStates::bytes).sum();
        level.folded = List.of();
    }

    /** Whether every level is in memory. */
    public boolean allInMemory() {
        return outOfMemory == 0;
    }

    /** The runs of a level that has been written; empty if it has not. */
    public Option<List<RunFile>> runs(int depth) {
        return levels.get(depth).runs;
    }

    /** Notes that a level has been written, or, with none, that what was written is out of date. */
    void setRuns(int depth, Option<List<RunFile>> runs) {
        levels.get(depth).runs = runs;
    }

    /** Forgets the states of a level that has been written. */
    public void evict(int depth) {
        Level level = levels.get(depth);
        drop(level.stretches);
        level.stretches = List.of();
        forgetFolded(level);
        outOfMemory += level.inMemory ? 1 : 0;
        level.inMemory = false;
    }

    /** Notes that the states of a level on disk are in memory again. */
    public void bringIn(int depth, List<Stretch> stretches) {
        Level level = levels.get(depth);
        outOfMemory -= level.inMemory ? 0 : 1;
        level.stretches = stretches;
        level.inMemory = true;
    }

    /** Shows all states of a level, wherever they are. */
    public void visit(int depth, Visitor visitor) {
        Level level = levels.get(depth);
        if (level.inMemory) {
            level.stretches.forEach(stretch -> visitor.states(chunks[stretch.chunk()], stretch.from(), stretch.to()));
            level.folded.forEach(folded -> visitor.states(folded.unfolded(), 0, folded.size()));
            return;
        }
        for (RunFile run : level.runs.get()) {
            try (RunFile.Reader reader = run.reader()) {
                for (; reader.has(); reader.next()) {
                    int position = reader.offset() / words;
                    visitor.states(reader.packed(), position, position + 1);
                }
            }
        }
    }

    /** Bytes of the states in memory. */
    public long bytes() {
        return (long) present * CHUNK * words * Long.BYTES + foldedBytes;
    }

    /** Bytes of chunks that wait to be used again. */
    public long spareBytes() {
        return (long) spareChunks.size() * CHUNK * words * Long.BYTES;
    }

    /** Packs everything in memory again, after all that is folded was unfolded. No worker may be running. */
    public void repack(Layout from, Layout to) {
        int[] ids = new int[from.cells()];
        spareChunks.clear();
        for (int c = 0; c < allocated; c++) {
            long[] old = chunks[c];
            if (old != null) {
                long[] packed = from.words() == to.words() ? old : new long[CHUNK * to.words()];
                for (int i = 0; i < CHUNK; i++) {
                    from.unpack(old, i * from.words(), ids);
                    to.pack(ids, packed, i * to.words());
                }
                chunks[c] = packed;
            }
        }
        words = to.words();
    }
}
