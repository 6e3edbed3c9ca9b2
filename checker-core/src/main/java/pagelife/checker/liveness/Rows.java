package pagelife.checker.liveness;

import java.util.Arrays;
import pagelife.checker.model.ModelException;

/**
 * The edges of a state graph in compressed rows: per state where its row starts, per edge, in {@link Edges}, the target
 * and the step. Rows are made on demand, for blocks of states, by a {@link Source}; a state whose row nobody asks for
 * costs 4 bytes.
 *
 * <p>States are numbers below {@link #capacity}, not all of which need to be states.
 */
public final class Rows {
    /** A target that is not known, since a limit stopped the search before. The step is possible all the same. */
    public static final int UNKNOWN = -1;

    /** The target of a step that fails: the run ends with it, in the state where it was taken. */
    public static final int FAILED = -2;

    private static final int NOT_MADE = -1;
    private static final int EMPTY = -2;
    private static final int BLOCK = 1 << 10;
    private static final int MOST_STEPS = 1 << 15;

    private final Source source;
    private final int[] first;
    private final Edges edges;
    private final StateSet failing;
    private int rowStart;
    private boolean fails;

    /** Makes rows. */
    public interface Source {
        /**
         * Makes the rows of the first {@code count} of {@code states}: for each {@link #begin}, edges, {@link #end}.
         */
        void make(int[] states, int count, Rows rows);
    }

    /** Edges one after the other, each with a target and a step; the last of each row is marked. */
    public interface Edges {
        /** How many there are. */
        int count();

        /** Appends one; a {@link Halt} if there are as many as can be counted. */
        void add(int target, int step);

        /** Marks the one that was added last. */
        void mark();

        /** Where one leads to. */
        int target(int edge);

        /** The step that one stands for. */
        int step(int edge);

        /** Whether one is marked. */
        boolean isMarked(int edge);

        /** Bytes of memory in use. */
        long bytes();
    }

    /** No rows yet, which are to be kept in memory. */
    public Rows(int capacity, int modelSteps, Source source) {
        this(capacity, modelSteps, source, new HeapEdges());
    }

    /** No rows yet, and where their edges are to be kept. */
    public Rows(int capacity, int modelSteps, Source source, Edges edges) {
        if (modelSteps >= MOST_STEPS) {
            throw new ModelException("the model has " + modelSteps + " steps: temporal properties allow for less than "
                    + MOST_STEPS + "; give alternatives of one step as choices");
        }
        this.source = source;
        this.edges = edges;
        this.first = new int[capacity];
        this.failing = new StateSet(capacity);
        Arrays.fill(first, NOT_MADE);
    }

    int capacity() {
        return first.length;
    }

    /** How many edges there are so far. */
    public int edges() {
        return edges.count();
    }

    /** Bytes in use. */
    public long bytes() {
        return (long) first.length * Integer.BYTES + edges.bytes();
    }

    /** Starts the row of the next state. */
    public void begin() {
        rowStart = edges.count();
        fails = false;
    }

    /** Adds an edge to the row. */
    public void add(int target, int step) {
        edges.add(target, step);
        fails |= target == FAILED;
    }

    /** Ends the row, which is that of {@code state}. */
    public void end(int state) {
        boolean empty = edges.count() == rowStart;
        first[state] = empty ? EMPTY : rowStart;
        if (!empty) {
            edges.mark();
        }
        if (fails) {
            failing.add(state);
        }
    }

    /** Makes the rows of these states that are not there yet. */
    void make(StateSet wanted) {
        int[] block = new int[BLOCK];
        int count = 0;
        for (int state = wanted.next(0); state >= 0; state = wanted.next(state + 1)) {
            if (first[state] == NOT_MADE) {
                block[count++] = state;
            }
            if (count == BLOCK) {
                source.make(block, count, this);
                count = 0;
            }
        }
        source.make(block, count, this);
    }

    /** The first edge of {@code state}, whose row is made if it was not; negative if it has none. */
    int first(int state) {
        if (first[state] == NOT_MADE) {
            source.make(new int[] {state}, 1, this);
        }
        return first[state];
    }

    /** The states whose row is made and has a step that fails. */
    StateSet failing() {
        return failing;
    }

    /** The state that {@code edge} leads to, {@link #UNKNOWN} or {@link #FAILED}. */
    int target(int edge) {
        return edges.target(edge);
    }

    /** The step that {@code edge} stands for. */
    int step(int edge) {
        return edges.step(edge);
    }

    /** Whether {@code edge} is the last of its row. */
    boolean isLast(int edge) {
        return edges.isMarked(edge);
    }

    /** Whether no step is possible in a state. */
    public boolean isEmpty(int state) {
        return first(state) < 0;
    }

    /** Visits the edges of a state. */
    public void forEach(int state, Visitor visitor) {
        int edge = first(state);
        while (edge >= 0) {
            visitor.edge(step(edge), target(edge));
            edge = isLast(edge) ? -1 : edge + 1;
        }
    }

    /** Hears of the edges of a state. */
    public interface Visitor {
        /** An edge; the target may be {@link #UNKNOWN} or {@link #FAILED}. */
        void edge(int step, int target);
    }
}
