package pagelife.checker.engine.store;

import io.vavr.control.Option;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import pagelife.checker.engine.pack.Layout;
import pagelife.checker.engine.pack.RadixSort;

/**
 * What of the search lies on disk. First the closed levels go there, which nobody needs but a trace; when the visited
 * set itself does not fit, it goes, too: from then on the set in memory only collects candidates for the next level,
 * and at the end of the level those that are in no earlier one are the level (delayed duplicate detection; Stern and
 * Dill 1998, Korf 2004). Files of levels are written in order; how they are looked up, {@link Known} says.
 *
 * <p>Called between rounds, by one thread. Where the disk is full, an {@code UncheckedIOException} leaves everything in
 * memory as it was.
 */
public final class Vault implements AutoCloseable {
    /** States sorted at a time: two buffers of them at most are in memory. */
    private static final int PIECE = 1 << 20;

    private final Levels levels;
    private final LevelSorter sorter;
    private final Scratch scratch;
    private final Known known;
    private final List<RunFile> candidates = new ArrayList<>();
    private final List<Pages> pages = new ArrayList<>();
    private boolean external;
    private long closedStates;
    private long bytes;

    public Vault(Levels levels, Scratch scratch) {
        this.levels = levels;
        this.sorter = new LevelSorter(levels);
        this.scratch = scratch;
        this.known = new Known(levels, scratch);
    }

    /** Whether the visited set is on disk. */
    public boolean external() {
        return external;
    }

    /** States of closed levels, and an upper bound of the candidates that were written, of which some may be known. */
    public long states() {
        return closedStates + candidates.stream().mapToLong(RunFile::states).sum();
    }

    /** Bytes written so far. */
    public long bytes() {
        return bytes + known.bytes() + pages.stream().mapToLong(Pages::bytes).sum();
    }

    /** A file of records that goes with this; as many pages of it as {@code frames} says stay in memory. */
    public Pages pages(String what, int words, int frames) {
        Pages made = new Pages(scratch.medium(), scratch.file(what), words, frames);
        pages.add(made);
        return made;
    }

    /** Writes every level before this one that is still in memory, and forgets it there; says whether there was any. */
    public boolean spill(int before) {
        boolean any = false;
        for (int depth = 0; depth < before; depth++) {
            if (levels.inMemory(depth)) {
                write(depth);
                levels.evict(depth);
                any = true;
            }
        }
        levels.trim();
        return any;
    }

    /** Writes a level unless it has been written. */
    public void write(int depth) {
        if (levels.runs(depth).isEmpty()) {
            levels.unfold(depth);
            levels.setRuns(depth, Option.some(write("level" + depth, levels.level(depth))));
        }
    }

    private List<RunFile> write(String what, List<Levels.Stretch> stretches) {
        List<RunFile> runs = new ArrayList<>();
        for (List<Levels.Stretch> piece : LevelSorter.runs(stretches, PIECE, 1)) {
            runs.add(write(what, sorter.sorted(piece, 0)));
        }
        return runs;
    }

    private RunFile write(String what, long[] sorted) {
        bytes += (long) sorted.length * Long.BYTES;
        return scratch.medium().write(scratch.file(what), levels.words(), sorted);
    }

    /** From here on the visited set is on disk: all closed levels are. */
    public void goExternal() {
        for (int depth = 0; depth < levels.count(); depth++) {
            write(depth);
            closedStates += levels.states(depth);
        }
        external = true;
        knowLevels();
    }

    /** Writes candidates and forgets them in memory. */
    public void flush(List<Levels.Stretch> stretches) {
        candidates.addAll(write("candidates", stretches));
        levels.drop(stretches);
        levels.trim();
    }

    /** Closes a level: the candidates that are in no level before, found in so many ranges at most. */
    public void closeLevel(Store.Loop loop, int ranges) {
        known.tidy();
        List<RunFile> level = subtract(loop, ranges);
        candidates.forEach(RunFile::delete);
        candidates.clear();
        levels.addRuns(level);
        closedStates += levels.states(levels.count() - 1);
        known.add(level);
    }

    private List<RunFile> subtract(Store.Loop loop, int most) {
        Subtraction subtraction = new Subtraction(candidates, known.runs(), levels.words(), most, Subtraction.LEAST);
        RunFile[] parts = new RunFile[subtraction.ranges()];
        try {
            loop.each(
                    parts.length,
                    range -> parts[range] = scratch.medium()
                            .write(
                                    scratch.file("level" + levels.count()),
                                    levels.words(),
                                    writer -> subtraction.write(range, writer)));
        } catch (UncheckedIOException e) {
            Arrays.stream(parts).filter(Objects::nonNull).forEach(part -> discard(part, e));
            throw e;
        }
        List<RunFile> level = new ArrayList<>();
        for (RunFile part : parts) {
            bytes += part.states() * levels.words() * Long.BYTES;
            if (part.states() > 0) {
                level.add(part);
            }
        }
        return level;
    }

    private static void discard(RunFile run, UncheckedIOException why) {
        try {
            run.delete();
        } catch (UncheckedIOException e) {
            why.addSuppressed(e);
        }
    }

    /** Files that are in use and of no level. */
    public List<Path> files() {
        return known.files();
    }

    /** Packs everything on disk again; what is also in memory is written again when it has to be. */
    public void repack(Layout from, Layout to) {
        for (int depth = 0; depth < levels.count(); depth++) {
            List<RunFile> old = levels.runs(depth).getOrElse(List.of());
            if (levels.inMemory(depth) && !external) {
                levels.setRuns(depth, Option.none());
            } else {
                levels.setRuns(depth, Option.some(repack(old, "level" + depth, from, to)));
            }
        }
        List<RunFile> again = repack(candidates, "candidates", from, to);
        candidates.clear();
        candidates.addAll(again);
        known.clear();
        if (external) {
            knowLevels();
        }
    }

    private void knowLevels() {
        for (int depth = 0; depth < levels.count(); depth++) {
            known.add(levels.runs(depth).get());
        }
    }

    private List<RunFile> repack(List<RunFile> old, String what, Layout from, Layout to) {
        List<RunFile> again = new ArrayList<>();
        int[] ids = new int[from.cells()];
        for (RunFile run : old) {
            try (RunFile.Reader reader = run.reader()) {
                while (reader.has()) {
                    long[] piece = new long[PIECE * to.words()];
                    int size = 0;
                    for (; reader.has() && size < PIECE; reader.next()) {
                        from.unpack(reader.packed(), reader.offset(), ids);
                        to.pack(ids, piece, size++ * to.words());
                    }
                    long[] sorted = RadixSort.sort(Arrays.copyOf(piece, size * to.words()), to.words(), 0);
                    bytes += (long) sorted.length * Long.BYTES;
                    again.add(scratch.medium().write(scratch.file(what), to.words(), sorted));
                }
            }
        }
        return again;
    }

    @Override
    public void close() {
        pages.forEach(Pages::close);
        scratch.close();
    }
}
