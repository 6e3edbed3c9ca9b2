package pagelife.checker.engine.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The states met so far as a few sorted runs, for looking up: those of the levels at first, merged so that each is more
 * than {@value #RATIO} times as large as all smaller ones together. So there are no more runs than the logarithm of the
 * states, and a state is written again as often at most.
 */
final class Known {
    /** How much larger a run is than those after it. */
    private static final int RATIO = 2;

    private final Levels levels;
    private final Scratch scratch;
    /** The largest first. */
    private final List<RunFile> runs = new ArrayList<>();
    /** Those of them that are of no level. */
    private final List<RunFile> merged = new ArrayList<>();

    private long bytes;

    Known(Levels levels, Scratch scratch) {
        this.levels = levels;
        this.scratch = scratch;
    }

    /** The runs. */
    List<RunFile> runs() {
        return runs;
    }

    /** The files that are of no level. */
    List<Path> files() {
        return merged.stream().map(RunFile::path).toList();
    }

    /** Bytes written so far. */
    long bytes() {
        return bytes;
    }

    /** Adds the runs of a level. */
    void add(List<RunFile> level) {
        runs.addAll(level);
        runs.sort(Comparator.comparingLong(RunFile::states).reversed());
    }

    /** Forgets all of them: the states are written anew. */
    void clear() {
        runs.clear();
        merged.forEach(RunFile::delete);
        merged.clear();
    }

    /** Merges what is not large enough beside what is smaller. */
    void tidy() {
        int from = tooSmall();
        if (runs.size() - from < 2) {
            return;
        }
        List<RunFile> old = List.copyOf(runs.subList(from, runs.size()));
        RunFile made = scratch.medium().write(scratch.file("known"), levels.words(), writer -> {
            try (Merge merge = new Merge(old, levels.words(), new long[0])) {
                for (; merge.has(); merge.next()) {
                    writer.add(merge.packed(), merge.offset());
                }
            }
        });
        bytes += made.states() * levels.words() * Long.BYTES;
        runs.removeAll(old);
        runs.add(made);
        old.stream().filter(merged::remove).forEach(RunFile::delete);
        merged.add(made);
    }

    /** The first run that is not large enough. */
    private int tooSmall() {
        long smaller = 0;
        int first = runs.size();
        for (int i = runs.size() - 1; i >= 0; i--) {
            if (runs.get(i).states() < RATIO * smaller) {
                first = i;
            }
            smaller += runs.get(i).states();
        }
        return first;
    }
}
