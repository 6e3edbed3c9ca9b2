package pagelife.checker.engine.store;

import java.util.ArrayList;
import java.util.List;

/**
 * What is in some sorted runs and in none of some others, each state once, in ranges that do not depend on one another.
 */
final class Subtraction {
    /** Below so many states in a range it is not worth a thread. */
    static final long LEAST = 1 << 16;

    private final List<RunFile> candidates;
    private final List<RunFile> known;
    private final int words;
    /** Where ranges begin; the first and the last one are empty, for no bound. */
    private final List<long[]> bounds = new ArrayList<>();

    /** Cut into at most {@code most} ranges of about {@code least} candidates or more. */
    Subtraction(List<RunFile> candidates, List<RunFile> known, int words, int most, long least) {
        this.candidates = candidates;
        this.known = known;
        this.words = words;
        long states = candidates.stream().mapToLong(RunFile::states).sum();
        int ranges = (int) Math.max(1, Math.min(most, states / least));
        bounds.add(new long[0]);
        if (ranges > 1) {
            cut(ranges);
        }
        bounds.add(new long[0]);
    }

    /** Between states that are there, so that ranges are about equal. */
    private void cut(int ranges) {
        RunFile longest = candidates.get(0);
        for (RunFile each : candidates) {
            longest = each.states() > longest.states() ? each : longest;
        }
        try (RunFile.Reader reader = longest.reader()) {
            for (int range = 1; range < ranges; range++) {
                bounds.add(reader.firstOfBlock(reader.blocksInAll() * range / ranges));
            }
        }
    }

    /** How many ranges there are. */
    int ranges() {
        return bounds.size() - 1;
    }

    /** Writes what is left in one range. */
    void write(int range, RunFile.Writer writer) {
        long[] from = bounds.get(range);
        long[] to = bounds.get(range + 1);
        long[] last = new long[words];
        boolean any = false;
        List<RunFile.Reader> readers = new ArrayList<>();
        try (Merge merge = new Merge(candidates, words, from)) {
            for (RunFile run : known) {
                readers.add(run.reader());
                readers.get(readers.size() - 1).jump(from);
            }
            for (; merge.has() && merge.isBefore(to); merge.next()) {
                if (!any || RunFile.compare(last, 0, merge.packed(), merge.offset(), words) != 0) {
                    any = true;
                    System.arraycopy(merge.packed(), merge.offset(), last, 0, words);
                    if (!isIn(readers, last)) {
                        writer.add(last, 0);
                    }
                }
            }
        } finally {
            readers.forEach(RunFile.Reader::close);
        }
    }

    private static boolean isIn(List<RunFile.Reader> known, long[] state) {
        for (int i = 0; i < known.size(); i++) {
            RunFile.Reader reader = known.get(i);
            reader.seek(state, 0);
            if (reader.has() && RunFile.compare(reader.packed(), reader.offset(), state, 0, state.length) == 0) {
                return true;
            }
        }
        return false;
    }
}
