package pagelife.checker.engine;

import java.util.Arrays;

/**
 * A node of a program's decision trie: what its code does next, given the values it has read and the choices it has made
 * so far. Since a program is a pure function of what it reads, the next thing it does is determined by the path here.
 *
 * <p>Guarded by the lock of its {@link Memo}.
 */
final class Point {
    /** What comes next. */
    enum Kind {
        /** Not known: the code has not run this far yet. */
        OPEN,
        /** It reads a cell; {@link #next} is indexed by the cell's id. */
        READ,
        /** It chooses; {@link #next} is indexed by the alternative. */
        CHOOSE,
        /** It ends, with {@link #outcome}. */
        END,
        /** It is executed afresh each time, since recording it does not pay. */
        DIRECT
    }

    private static final Point[] NONE = {};

    final Program program;
    /** The choices on the path here. */
    final int[] choices;

    Kind kind = Kind.OPEN;
    int cell = -1;
    Point[] next = NONE;
    /** What the code ended with; null when that is nothing: a step that waits, a claim with nothing to show. */
    Object outcome;
    /** What else to evaluate where a step ends: the step properties. */
    Point[] followers = NONE;

    Point(Program program, int[] choices) {
        this.program = program;
        this.choices = choices;
    }

    /** The point after a read of {@code id}. */
    Point afterRead(int id) {
        if (id >= next.length) {
            next = Arrays.copyOf(next, Math.max(id + 1, Math.min(2 * next.length, id + 64)));
        }
        if (next[id] == null) {
            next[id] = program.point(choices);
        }
        return next[id];
    }

    /** The point after the choice of {@code alternative}. */
    Point afterChoice(int alternative) {
        if (next[alternative] == null) {
            int[] longer = Arrays.copyOf(choices, choices.length + 1);
            longer[choices.length] = alternative;
            next[alternative] = program.point(longer);
        }
        return next[alternative];
    }
}
