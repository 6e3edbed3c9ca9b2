package pagelife.checker.engine.code;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import pagelife.checker.model.ModelException;

/**
 * A node of a program's decision trie: what its code does next, given the values it has read and the choices it has
 * made so far. Since a program is a pure function of what it reads, the next thing it does is determined by the path
 * here.
 *
 * <p>Guarded by the lock of its {@link Memo}.
 */
public final class Point {
    /** What comes next. */
    public enum Kind {
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

    /** Of a cell with more values a point has met a few, as a rule: an array would be mostly holes. */
    private static final int MOST_IN_ARRAY = 1 << 8;

    public final Program program;
    /** The choices on the path here. */
    final int[] choices;
    /** Whether more than one path leads here, since a read before looked at a part of a value only. */
    public final boolean shared;

    public Kind kind = Kind.OPEN;
    public int cell = -1;
    public Point[] next = NONE;
    /** Of a read of a cell that has had many values, what comes after those with large ids. */
    private Map<Integer, Point> nextOfMany = Map.of();
    /** Of a read that looks at a part of the value only. */
    private Part part;
    /** What the code ended with; null when that is nothing: a step that waits, a claim with nothing to show. */
    public Object outcome;
    /** What else to evaluate where a step ends: the step properties. */
    public Point[] followers = NONE;

    Point(Program program, int[] choices, boolean shared) {
        this.program = program;
        this.choices = choices;
        this.shared = shared;
    }

    /** A function of a value, and the points after each of its results. */
    private record Part(Function<Object, Object> function, Domain domain, Map<Object, Point> points) {}

    /** From here on this point reads a cell. */
    void reads(int c) {
        kind = Kind.READ;
        cell = c;
        nextOfMany = new HashMap<>(0);
    }

    /** From here on this point reads a part of a cell with this domain. */
    public void readsPart(int c, Function<Object, Object> function, Domain domain) {
        reads(c);
        part = new Part(function, domain, new HashMap<>());
    }

    public boolean readsPart() {
        return part != null;
    }

    /** The function that takes the part, as the code gave it. */
    Function<?, ?> function() {
        return part.function;
    }

    /** Whether two values have the same part, as far as that can be told: the code need not have met them here. */
    boolean isSamePart(int id, int other) {
        Point one = known(id);
        if (one != null && known(other) != null) {
            return one == known(other);
        }
        try {
            Object first = part.function.apply(part.domain.value(id));
            return first != null && first.equals(part.function.apply(part.domain.value(other)));
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            return false;
        }
    }

    /** The point after a read of {@code id}, if the code has come there; equal parts have the same. */
    private Point known(int id) {
        if (id >= MOST_IN_ARRAY) {
            return nextOfMany.get(id);
        }
        return id < next.length ? next[id] : null;
    }

    /** Whether this point reads a cell, and all of it or a part as asked. */
    boolean isReadOf(int c, boolean inPart) {
        return kind == Kind.READ && cell == c && inPart == (part != null);
    }

    /** Forgets what comes next. */
    void reset() {
        kind = Kind.OPEN;
        next = NONE;
        nextOfMany = Map.of();
        part = null;
    }

    /** The point after a read of {@code id}. */
    public Point afterRead(int id) {
        if (id >= MOST_IN_ARRAY) {
            Point known = nextOfMany.get(id);
            if (known == null) {
                known = made(id);
                nextOfMany.put(id, known);
            }
            return known;
        }
        if (id >= next.length) {
            next = Arrays.copyOf(next, Math.max(id + 1, 2 * next.length));
        }
        if (next[id] == null) {
            next[id] = made(id);
        }
        return next[id];
    }

    private Point made(int id) {
        return part == null ? program.point(choices, shared) : afterPart(partOf(id));
    }

    private Point afterPart(Object value) {
        Point known = part.points.get(value);
        if (known == null) {
            known = program.point(choices, true);
            part.points.put(value, known);
        }
        return known;
    }

    private Object partOf(int id) {
        Object value = part.domain.value(id);
        Object result;
        try {
            result = part.function.apply(value);
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            throw new ModelException(
                    program + " threw " + e + " on a part of " + value + ": a step or a claim must not throw; fix it",
                    e);
        }
        if (result == null) {
            throw new ModelException(program + " takes null for a part of " + value + ": use an Option");
        }
        return result;
    }

    /** The point after the choice of {@code alternative}. */
    public Point afterChoice(int alternative) {
        if (next[alternative] == null) {
            int[] longer = Arrays.copyOf(choices, choices.length + 1);
            longer[choices.length] = alternative;
            next[alternative] = program.point(longer, shared);
        }
        return next[alternative];
    }
}
