package pagelife.checker.engine.store;

import java.util.ArrayList;
import java.util.List;

/** Where one worker puts the new states that it finds. */
public final class Appender {
    /** Where the chunks come from. */
    private final Levels levels;
    /** What has been appended and is closed. */
    private final List<Levels.Stretch> stretches = new ArrayList<>();
    /** The chunk in hand; -1 before the first one. */
    private int chunk = -1;
    /** The position in it where the open stretch begins. */
    private int from;
    /** The position of the next state; the end of the chunk before there is one. */
    private int position = Levels.CHUNK;
    /** The states of the chunk. */
    private long[] packed = {};

    public Appender(Levels levels) {
        this.levels = levels;
    }

    /** Appends the state that starts at {@code offset} of {@code source} and returns its number. */
    long append(long[] source, int offset) {
        if (position == Levels.CHUNK) {
            turn();
        }
        int words = levels.words();
        for (int w = 0; w < words; w++) {
            packed[position * words + w] = source[offset + w];
        }
        return Levels.number(chunk, position++);
    }

    /** Takes back the last state. */
    void undo() {
        position--;
    }

    private void turn() {
        close();
        chunk = levels.allocate();
        packed = levels.chunk(chunk);
        from = 0;
        position = 0;
    }

    private void close() {
        if (chunk >= 0 && position > from) {
            stretches.add(new Levels.Stretch(chunk, from, position));
        }
        from = position;
    }

    /** What was appended since the last call. */
    public List<Levels.Stretch> drain() {
        close();
        List<Levels.Stretch> drained = List.copyOf(stretches);
        stretches.clear();
        return drained;
    }

    /** Gives its chunk up, since the states in it are about to be dropped. */
    public void abandon() {
        if (chunk >= 0 && position < Levels.CHUNK) {
            levels.drop(List.of(new Levels.Stretch(chunk, position, Levels.CHUNK)));
        }
        chunk = -1;
        from = Levels.CHUNK;
        position = Levels.CHUNK;
    }

    /** Looks its chunk up again, after everything was packed anew. */
    public void refresh() {
        packed = chunk < 0 ? packed : levels.chunk(chunk);
    }
}
