package pagelife.checker.liveness;

import java.util.Arrays;
import pagelife.checker.model.ModelException;

/**
 * The edges of a state graph in compressed rows: per state where its row starts, per edge the target (4 bytes) and the
 * step (2 bytes). Rows are made on demand, for blocks of states, by a {@link Source}; a state whose row nobody asks for
 * costs 4 bytes.
 *
 * <p>States are numbers below {@link #capacity}, not all of which need to be states.
 */
public final class Rows {
    /** A target that is not known, since a limit stopped the search before. The step is possible all the same. */
    public static final int UNKNOWN = -1;

    private static final int NOT_MADE = -1;
    private static final int EMPTY = -2;
    private static final int BLOCK = 1 << 10;
    private static final char LAST = 0x8000;
    private static final int MOST_STEPS = LAST;
    private static final int MOST_EDGES = Integer.MAX_VALUE - 8;

    private final Source source;
    private final int[] first;
    private int[] targets = new int[1 << 10];
    private char[] steps = new char[1 << 10];
    private int edges;
    private int rowStart;

    /** Makes rows. */
    public interface Source {
        /**
         * Makes the rows of the first {@code count} of {@code states}: for each {@link #begin}, edges, {@link #end}.
         */
        void make(int[] states, int count, Rows rows);
    }

    /** No rows yet. */
    public Rows(int capacity, int modelSteps, Source source) {
        if (modelSteps >= MOST_STEPS) {
            throw new ModelException("the model has " + modelSteps + " steps: temporal properties allow for less than "
                    + MOST_STEPS + "; give alternatives of one step as choices");
        }
        this.source = source;
        this.first = new int[capacity];
        Arrays.fill(first, NOT_MADE);
    }

    int capacity() {
        return first.length;
    }

    /** How many edges there are so far. */
    public int edges() {
        return edges;
    }

    /** Bytes in use. */
    public long bytes() {
        return (long) first.length * Integer.BYTES + (long) targets.length * (Integer.BYTES + Character.BYTES);
    }

    /** Starts the row of the next state. */
    public void begin() {
        rowStart = edges;
    }

    /** Adds an edge to the row. */
    public void add(int target, int step) {
        if (edges == targets.length) {
            if (edges == MOST_EDGES) {
                throw new Halt(Halt.Reason.MEMORY);
            }
            int room = (int) Math.min(MOST_EDGES, edges + (long) (edges >>> 1) + 1);
            targets = Arrays.copyOf(targets, room);
            steps = Arrays.copyOf(steps, room);
        }
        targets[edges] = target;
        steps[edges++] = (char) step;
    }

    /** Ends the row, which is that of {@code state}. */
    public void end(int state) {
        first[state] = edges == rowStart ? EMPTY : rowStart;
        if (edges > rowStart) {
            steps[edges - 1] |= LAST;
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

    /** The state that {@code edge} leads to, or {@link #UNKNOWN}. */
    int target(int edge) {
        return targets[edge];
    }

    /** The step that {@code edge} stands for. */
    int step(int edge) {
        return steps[edge] & ~LAST;
    }

    /** Whether {@code edge} is the last of its row. */
    boolean isLast(int edge) {
        return steps[edge] >= LAST;
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
        /** An edge; the target may be {@link #UNKNOWN}. */
        void edge(int step, int target);
    }
}
