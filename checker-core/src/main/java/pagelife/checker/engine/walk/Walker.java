package pagelife.checker.engine.walk;

import java.util.Arrays;
import java.util.List;
import pagelife.checker.engine.code.Alarms;
import pagelife.checker.engine.code.DirectExecution;
import pagelife.checker.engine.code.Memo;
import pagelife.checker.engine.code.Point;
import pagelife.checker.engine.code.Program;
import pagelife.checker.engine.pack.Layout;
import pagelife.checker.engine.pack.Replay;

/**
 * Finds the successors of packed states by walking the forest of steps. One worker's own.
 *
 * <p>Successors collect in a buffer over a block of states, so that they can be inserted together.
 */
public final class Walker {
    private static final int FIRST_ROOM = 1 << 12;

    /** The tries of all steps as one table; this walker grows it where it meets something new. */
    private final Forest forest;
    /** Runs the steps that are not recorded. */
    private final DirectExecution direct;
    /** The roots of the tries of all steps. */
    private final List<Point> roots;
    /** Who hears of steps that break a claim. */
    private final Alarms alarms;
    /** Where ids lie in the words of a state. */
    private Layout layout;
    /** Where a walk begins: a code of the forest, {@link Forest#OPEN} until the first one. */
    private int root;
    /** The state in hand as ids, one a cell; filled in only where something has to be found out. */
    private int[] ids;
    /** Codes of the forest still to be walked for the state in hand; empty between states. */
    private int[] stack = new int[FIRST_ROOM];
    /** The buffer: packed states, {@link Layout#words} longs each. */
    private long[] successors = new long[FIRST_ROOM];
    /** For each successor its effect, or the complement of its step; see {@link #effects}. */
    private int[] effects = new int[FIRST_ROOM];
    /** How many successors are in the buffer. */
    private int count;

    public Walker(Memo memo, Alarms alarms) {
        this.forest = new Forest(memo);
        this.direct = new DirectExecution(memo, alarms);
        this.roots = Arrays.stream(memo.steps()).map(Program::root).toList();
        this.alarms = alarms;
        this.ids = new int[memo.cells().count()];
    }

    /** Starts over with this layout and an empty buffer. */
    public void clear(Layout changed) {
        layout = changed;
        forest.clear(changed);
        root = Forest.OPEN;
        count = 0;
        successors = new long[FIRST_ROOM * changed.words()];
        effects = new int[FIRST_ROOM];
    }

    /** The successors in the buffer, one after the other. */
    public long[] successors() {
        return successors;
    }

    /**
     * For each successor in the buffer the index of the effect that led to it; the complement of the step's, a negative
     * number, if it was executed directly.
     */
    public int[] effects() {
        return effects;
    }

    /** How many successors are in the buffer. */
    public int count() {
        return count;
    }

    /** Drops the successors from {@code from} on. */
    public void truncate(int from) {
        count = from;
    }

    public long directExecutions() {
        return direct.executions();
    }

    /**
     * Adds the successors of the state at {@code offset} of {@code packed} to the buffer.
     *
     * @return false if a new value did not fit the layout; the buffer is then as before
     */
    public boolean expand(long[] packed, int offset) {
        int before = count;
        if (root == Forest.OPEN) {
            int planted = forest.plant(roots, unpack(packed, offset));
            if (planted == Forest.OUTGROWN) {
                return false;
            }
            root = planted;
        }
        boolean done = layout.words() == 1 ? expandNarrow(packed, offset) : expandWide(packed, offset);
        if (!done) {
            count = before;
        }
        return done;
    }

    /*
     * The two loops below are the same but for how a word is found and a successor made; the narrow one keeps the state
     * in a register. It is what states of one word run while they are not grouped, and the twin buys little: 5 % of a
     * whole search. Measured with ./check dax/large --threads 1, Grouping.NEVER set in Options.DEFAULT, in three
     * alternating pairs on two shared cores, CPU seconds (user and system): 10.1, 9.9, 9.5 as it is, 10.3, 11.1, 10.0
     * with the wide loop for all states. Grouped, as usual, the search of that variant hardly comes here.
     *
     * Children that are leaves or nothing are handled where their node stands; only what goes deeper is pushed.
     */

    private boolean expandNarrow(long[] packed, int offset) {
        long state = packed[offset];
        int[] table = forest.table();
        long[] masks = forest.masks();
        int top = 0;
        int code = root;
        while (true) {
            if (code >= Forest.NODE) {
                int node = code - Forest.NODE;
                int id = (int) (state >>> table[node]) & table[node + 1];
                code = table[node + Forest.HEADER + id];
                if (code == Forest.OPEN) {
                    code = forest.grow(node, id, unpack(packed, offset));
                    if (code == Forest.OUTGROWN) {
                        return false;
                    }
                    table = forest.table();
                    masks = forest.masks();
                }
                if (code >= Forest.NODE) {
                    continue;
                }
            }
            if (code < 0) {
                room(1);
                int effect = Forest.leaf(code);
                successors[count] = state ^ masks[effect];
                effects[count++] = effect;
            } else if (code != Forest.NOTHING) {
                int nodes = table[code];
                int leaves = table[code + 1];
                int at = code + Forest.BUNDLE;
                room(leaves);
                for (int end = at + leaves + nodes, leaf = at + nodes; leaf < end; leaf++) {
                    int effect = Forest.leaf(table[leaf]);
                    successors[count] = state ^ masks[effect];
                    effects[count++] = effect;
                }
                top = stackRoom(top, nodes);
                room(nodes);
                for (int end = at + nodes; at < end; at++) {
                    int node = table[at] - Forest.NODE;
                    int child = table[node + Forest.HEADER + ((int) (state >>> table[node]) & table[node + 1])];
                    if (child < Forest.OPEN) {
                        int effect = Forest.leaf(child);
                        successors[count] = state ^ masks[effect];
                        effects[count++] = effect;
                    } else if (child != Forest.NOTHING) {
                        stack[top++] = child == Forest.OPEN ? table[at] : child;
                    }
                }
                if (table[code + 2] > 0) {
                    top = specials(code, packed, offset, top);
                    if (top == Forest.OUTGROWN) {
                        return false;
                    }
                    table = forest.table();
                    masks = forest.masks();
                }
            }
            if (top == 0) {
                return true;
            }
            code = stack[--top];
        }
    }

    private boolean expandWide(long[] packed, int offset) {
        int[] table = forest.table();
        int top = 0;
        int code = root;
        while (true) {
            if (code >= Forest.NODE) {
                int node = code - Forest.NODE;
                int id = (int) (packed[offset + (table[node] >>> Forest.SHIFT_BITS)] >>> table[node]) & table[node + 1];
                code = table[node + Forest.HEADER + id];
                if (code == Forest.OPEN) {
                    code = forest.grow(node, id, unpack(packed, offset));
                    if (code == Forest.OUTGROWN) {
                        return false;
                    }
                    table = forest.table();
                }
                if (code >= Forest.NODE) {
                    continue;
                }
            }
            if (code < 0) {
                emitWide(Forest.leaf(code), packed, offset);
            } else if (code != Forest.NOTHING) {
                int nodes = table[code];
                int at = code + Forest.BUNDLE + nodes;
                for (int end = at + table[code + 1]; at < end; at++) {
                    emitWide(Forest.leaf(table[at]), packed, offset);
                }
                top = stackRoom(top, nodes);
                at = code + Forest.BUNDLE;
                for (int end = at + nodes; at < end; at++) {
                    int node = table[at] - Forest.NODE;
                    int id = (int) (packed[offset + (table[node] >>> Forest.SHIFT_BITS)] >>> table[node])
                            & table[node + 1];
                    int child = table[node + Forest.HEADER + id];
                    if (child < Forest.OPEN) {
                        emitWide(Forest.leaf(child), packed, offset);
                    } else if (child != Forest.NOTHING) {
                        stack[top++] = child == Forest.OPEN ? table[at] : child;
                    }
                }
                if (table[code + 2] > 0) {
                    top = specials(code, packed, offset, top);
                    if (top == Forest.OUTGROWN) {
                        return false;
                    }
                    table = forest.table();
                }
            }
            if (top == 0) {
                return true;
            }
            code = stack[--top];
        }
    }

    private void emitWide(int effect, long[] packed, int offset) {
        int words = layout.words();
        long[] masks = forest.masks();
        room(1);
        int to = count * words;
        int mask = effect * words;
        for (int w = 0; w < words; w++) {
            successors[to + w] = packed[offset + w] ^ masks[mask + w];
        }
        effects[count++] = effect;
    }

    /** Handles what a bundle holds beside nodes and leaves; returns the new top of the stack, or OUTGROWN. */
    private int specials(int bundle, long[] packed, int offset, int top) {
        int[] table = forest.table();
        int at = bundle + Forest.BUNDLE + table[bundle] + table[bundle + 1];
        int now = stackRoom(top, table[bundle + 2]);
        for (int end = at + table[bundle + 2]; at < end; at++) {
            Forest.Special special = forest.special(table[at]);
            if (special instanceof Forest.Sparse sparse) {
                int id =
                        (int) (packed[offset + (sparse.wordAndShift() >>> Forest.SHIFT_BITS)] >>> sparse.wordAndShift())
                                & sparse.mask();
                int child = forest.child(sparse, id, unpack(packed, offset));
                if (child == Forest.OUTGROWN) {
                    return Forest.OUTGROWN;
                }
                stack[now++] = child;
            } else if (special instanceof Forest.Alarm alarm) {
                alarms.broken(
                        alarm.alarm().watch(),
                        alarm.alarm().effect(),
                        unpack(packed, offset).clone());
            } else if (special instanceof Forest.Direct unrecorded
                    && !direct.run(unrecorded.program(), unpack(packed, offset), this::addDirect)) {
                return Forest.OUTGROWN;
            }
        }
        return now;
    }

    private void addDirect(int[] after, int step) {
        room(1);
        layout.pack(after, successors, count * layout.words());
        effects[count++] = ~step;
    }

    /** The successors in the buffer from {@code from} on. */
    Replay replay(int from) {
        Replay replay = new Replay();
        int words = layout.words();
        for (int i = from; i < count; i++) {
            replay.add(effects[i], Arrays.copyOfRange(successors, i * words, (i + 1) * words));
        }
        return replay;
    }

    private int[] unpack(long[] packed, int offset) {
        layout.unpack(packed, offset, ids);
        return ids;
    }

    private void room(int more) {
        if (count + more > effects.length) {
            int room = Math.max(2 * effects.length, count + more);
            effects = Arrays.copyOf(effects, room);
            successors = Arrays.copyOf(successors, room * layout.words());
        }
    }

    private int stackRoom(int top, int more) {
        if (top + more > stack.length) {
            stack = Arrays.copyOf(stack, 2 * (top + more));
        }
        return top;
    }
}
