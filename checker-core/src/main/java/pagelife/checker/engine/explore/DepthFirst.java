package pagelife.checker.engine.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import pagelife.checker.engine.pack.Layout;
import pagelife.checker.engine.store.Levels;

/**
 * The stack of a depth-first search. A state is pushed once, by the state that found it; so when an entry of depth k is
 * taken, the last ones taken of depths 0 to k - 1 are the path to it.
 */
public final class DepthFirst {
    private final Levels levels;
    private long[] numbers = new long[64];
    private int[] depths = new int[64];
    private int size;
    private long[] path = new long[64];
    private int depth;

    public DepthFirst(Levels levels) {
        this.levels = levels;
    }

    /** Pushes new states, found by a state of depth one less. */
    public void push(List<Levels.Stretch> found, int at) {
        for (Levels.Stretch stretch : found) {
            for (int position = stretch.from(); position < stretch.to(); position++) {
                if (size == numbers.length) {
                    numbers = Arrays.copyOf(numbers, 2 * size);
                    depths = Arrays.copyOf(depths, 2 * size);
                }
                numbers[size] = Levels.number(stretch.chunk(), position);
                depths[size++] = at;
            }
        }
        levels.extend(found); // for the day that everything is packed anew
    }

    /** Takes the newest state; false when there is none. */
    public boolean pop() {
        if (size == 0) {
            return false;
        }
        depth = depths[--size];
        if (depth == path.length) {
            path = Arrays.copyOf(path, 2 * depth);
        }
        path[depth] = numbers[size];
        return true;
    }

    public int depth() {
        return depth;
    }

    /** The state in hand, as a stretch of one. */
    public Levels.Stretch current() {
        int chunk = (int) (path[depth] / Levels.CHUNK);
        int position = (int) (path[depth] % Levels.CHUNK);
        return new Levels.Stretch(chunk, position, position + 1);
    }

    /** The states from an initial one to the one in hand. */
    public List<int[]> path(Layout layout) {
        List<int[]> states = new ArrayList<>();
        for (int i = 0; i <= depth; i++) {
            int[] ids = new int[layout.cells()];
            layout.unpack(levels.chunkOf(path[i]), levels.offsetOf(path[i]), ids);
            states.add(ids);
        }
        return states;
    }

    /** The path to a sighting made from the state at the end of {@code path}. */
    public static List<int[]> to(Sighting sighting, List<int[]> path) {
        if (sighting.depth() < path.size()) {
            return path;
        }
        List<int[]> longer = new ArrayList<>(path);
        longer.add(sighting.candidate().ids());
        return longer;
    }
}
