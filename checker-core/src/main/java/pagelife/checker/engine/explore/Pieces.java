package pagelife.checker.engine.explore;

import java.util.ArrayList;
import java.util.List;
import pagelife.checker.engine.code.Memo;
import pagelife.checker.engine.pack.Layout;
import pagelife.checker.engine.store.Levels;
import pagelife.checker.engine.store.RunFile;

/** Brings levels back from the disk, piece by piece, in the present layout. */
final class Pieces {
    /** Chunks of a level on disk that are read at a time: 64 of 4,096 states, some megabytes. */
    private static final int CHUNKS = 64;

    /** It knows the present layout. */
    private final Memo memo;
    /** Where a piece is put. */
    private final Levels levels;

    Pieces(Memo memo, Levels levels) {
        this.memo = memo;
        this.levels = levels;
    }

    /** Has a whole level in memory again, written in the present layout. */
    void bringIn(int depth) {
        List<Levels.Stretch> stretches = new ArrayList<>();
        for (RunFile run : levels.runs(depth).get()) {
            try (RunFile.Reader reader = run.reader()) {
                while (reader.has()) {
                    stretches.addAll(next(reader, memo.layout()));
                }
            }
        }
        levels.bringIn(depth, stretches);
    }

    /** The next piece of a level that was written in this layout. */
    List<Levels.Stretch> next(RunFile.Reader reader, Layout written) {
        List<Levels.Stretch> piece = new ArrayList<>();
        int[] ids = new int[written.cells()];
        while (reader.has() && piece.size() < CHUNKS) {
            int chunk = levels.allocate();
            int position = 0;
            long[] states = levels.chunk(chunk);
            boolean asWritten = written == memo.layout();
            for (; reader.has() && position < Levels.CHUNK; reader.next()) {
                int to = position++ * levels.words();
                if (asWritten) {
                    System.arraycopy(reader.packed(), reader.offset(), states, to, levels.words());
                } else {
                    written.unpack(reader.packed(), reader.offset(), ids);
                    memo.layout().pack(ids, states, to);
                }
            }
            piece.add(new Levels.Stretch(chunk, 0, position));
        }
        return piece;
    }
}
