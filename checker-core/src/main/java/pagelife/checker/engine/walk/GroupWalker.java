package pagelife.checker.engine.walk;

import java.util.Arrays;
import java.util.List;
import pagelife.checker.engine.code.Alarms;
import pagelife.checker.engine.code.DirectExecution;
import pagelife.checker.engine.code.Memo;
import pagelife.checker.engine.code.Point;
import pagelife.checker.engine.code.Program;
import pagelife.checker.engine.pack.Layout;
import pagelife.checker.engine.store.SuccessorSets;

/**
 * Finds the successors of groups of states by walking the forest of steps: for all states of a group at once,
 * as long as they agree on what is read. Far bits are the same in all of a group; a node that reads near bits parts it.
 * One worker's own.
 *
 * <p>Successors collect over a block of groups, so that they can be inserted together.
 */
public final class GroupWalker {
    private static final int FIRST_ROOM = 1 << 8;
    private static final int NOBODY = -1;

    /** The tries of all steps as one table; this walker grows it where it meets something new. */
    private final Forest forest;
    /** Runs the steps that are not recorded. */
    private final DirectExecution direct;
    /** The roots of the tries of all steps. */
    private final List<Point> roots;
    /** Who hears of steps that break a claim. */
    private final Alarms alarms;
    /** The successors found, and the near bits of the states they come from. */
    private SuccessorSets sets = new SuccessorSets(1);
    /** One state of the group in hand as ids, one a cell; filled in where something has to be found out. */
    private final int[] ids;
    /** One state, to be unpacked or just packed. */
    private long[] packed = new long[1];
    /** The far bits of the group in hand, as a state whose near bits are 0. */
    private long[] far = new long[1];
    /** Where ids lie in the words of a state. */
    private Layout layout;
    /** How many of the low bits of the first word are near; the others are far, and the same in all of a group. */
    private int nearBits;
    /** Where a walk begins: a code of the forest, {@link Forest#OPEN} until the first one. */
    private int root;

    /** What is still to be walked: codes of the forest, each for a stretch of near bits. */
    private int[] codes = new int[FIRST_ROOM];
    /** For each code where its stretch of near bits starts in the sets. */
    private int[] starts = new int[FIRST_ROOM];
    /** For each code where its stretch ends. */
    private int[] ends = new int[FIRST_ROOM];
    /** How many codes are still to be walked. */
    private int top;

    /** Of a group that is parted: the ids read, in the order they are met. */
    private int[] idsRead = new int[FIRST_ROOM];
    /** For each id read the place of the last state with it; {@link #NOBODY} for all others, and between parts. */
    private final int[] last = new int[Forest.WIDEST_TABLE];
    /** For each state of the group the place of the one before it with the same id, or {@link #NOBODY}. */
    private int[] before = new int[FIRST_ROOM];

    public GroupWalker(Memo memo, Alarms alarms) {
        this.forest = new Forest(memo);
        this.direct = new DirectExecution(memo, alarms);
        this.roots = Arrays.stream(memo.steps()).map(Program::root).toList();
        this.alarms = alarms;
        this.ids = new int[memo.cells().count()];
        Arrays.fill(last, NOBODY);
    }

    /** Starts over with this layout and without successors. */
    public void clear(Layout changed) {
        layout = changed;
        nearBits = changed.nearBits();
        forest.clear(changed);
        root = Forest.OPEN;
        sets = new SuccessorSets(changed.words());
        packed = new long[changed.words()];
        far = new long[changed.words()];
    }

    /** The successors found. */
    SuccessorSets sets() {
        return sets;
    }

    public long directExecutions() {
        return direct.executions();
    }

    /**
     * Adds the successors of the states at the positions from (inclusive) to (exclusive) of {@code states}, which
     * differ in near bits only.
     *
     * @return false if a new value did not fit the layout; the successors are then as before
     */
    boolean expand(long[] states, int from, int to) {
        int setsBefore = sets.count();
        int nearBefore = sets.used();
        int words = far.length;
        for (int i = from; i < to; i++) {
            sets.addNear(Layout.near(states[i * words], nearBits));
        }
        System.arraycopy(states, from * words, far, 0, words);
        far[0] = Layout.far(far[0], nearBits);
        boolean done = walk(nearBefore, sets.used());
        if (!done) {
            sets.truncate(setsBefore, nearBefore);
        }
        return done;
    }

    private boolean walk(int from, int to) {
        if (root == Forest.OPEN) {
            int planted = forest.plant(roots, unpack(from));
            if (planted == Forest.OUTGROWN) {
                return false;
            }
            root = planted;
        }
        top = 0;
        push(root, from, to);
        while (top > 0) {
            top--;
            int code = codes[top];
            int start = starts[top];
            int end = ends[top];
            boolean done = true;
            if (code >= Forest.NODE) {
                done = read(code - Forest.NODE, start, end);
            } else if (code < 0) {
                emit(Forest.leaf(code), start, end);
            } else if (code != Forest.NOTHING) {
                done = unbundle(code, start, end);
            }
            if (!done) {
                return false;
            }
        }
        return true;
    }

    private void push(int code, int start, int end) {
        if (top == codes.length) {
            codes = Arrays.copyOf(codes, 2 * top);
            starts = Arrays.copyOf(starts, 2 * top);
            ends = Arrays.copyOf(ends, 2 * top);
        }
        codes[top] = code;
        starts[top] = start;
        ends[top++] = end;
    }

    private void emit(int effect, int start, int end) {
        sets.addAfter(far, forest.masks(), nearBits, effect, start, end);
    }

    private boolean unbundle(int bundle, int start, int end) {
        int[] table = forest.table();
        int nodes = table[bundle];
        int leaves = table[bundle + 1];
        int specials = table[bundle + 2];
        int at = bundle + Forest.BUNDLE;
        for (int to = at + nodes; at < to; at++) {
            if (!read(table[at] - Forest.NODE, start, end)) {
                return false;
            }
            table = forest.table();
        }
        for (int to = at + leaves; at < to; at++) {
            emit(Forest.leaf(table[at]), start, end);
        }
        for (int to = at + specials; at < to; at++) {
            if (!special(forest.special(table[at]), start, end)) {
                return false;
            }
            table = forest.table();
        }
        return true;
    }

    /** Reads some bits; goes on, later, with each part of the group that has the same. */
    private boolean read(int node, int start, int end) {
        int[] table = forest.table();
        int shift = table[node]; // and the word above it: near bits are the lowest of the first word
        if (shift >= nearBits) {
            return enter(node, (int) (far[shift >>> Forest.SHIFT_BITS] >>> shift) & table[node + 1], start, end);
        }
        int parts = part(shift, table[node + 1], start, end);
        for (int i = 0; i < parts; i++) {
            int id = idsRead[i];
            int from = parts == 1 ? start : sets.used();
            for (int place = last[id]; parts > 1 && place != NOBODY; place = before[place - start]) {
                sets.addNear(sets.near()[place]);
            }
            int to = parts == 1 ? end : sets.used();
            last[id] = NOBODY;
            if (!enter(node, id, from, to)) {
                forgetParts(i + 1, parts);
                return false;
            }
        }
        return true;
    }

    private void forgetParts(int from, int to) {
        for (int i = from; i < to; i++) {
            last[idsRead[i]] = NOBODY;
        }
    }

    /** Threads the states with the same id together; returns how many ids there are. */
    private int part(int shift, int mask, int start, int end) {
        int size = end - start;
        if (before.length < size) {
            before = new int[2 * size];
            idsRead = new int[2 * size];
        }
        int[] near = sets.near();
        int parts = 0;
        for (int place = start; place < end; place++) {
            int id = near[place] >>> shift & mask;
            int previous = last[id];
            if (previous == NOBODY) {
                idsRead[parts++] = id;
            }
            before[place - start] = previous;
            last[id] = place;
        }
        return parts;
    }

    /** Goes on, later, behind a node. */
    private boolean enter(int node, int id, int start, int end) {
        int code = forest.table()[node + Forest.HEADER + id];
        if (code == Forest.OPEN) {
            code = forest.grow(node, id, unpack(start));
            if (code == Forest.OUTGROWN) {
                return false;
            }
        }
        if (code < 0) {
            emit(Forest.leaf(code), start, end);
        } else if (code != Forest.NOTHING) {
            push(code, start, end);
        }
        return true;
    }

    private boolean special(Forest.Special special, int start, int end) {
        for (int place = start; place < end; place++) {
            int[] state = unpack(place);
            if (special instanceof Forest.Sparse sparse) {
                int word = sparse.wordAndShift() >>> Forest.SHIFT_BITS;
                int id = (int) (packed[word] >>> sparse.wordAndShift()) & sparse.mask();
                int child = forest.child(sparse, id, state);
                if (child == Forest.OUTGROWN) {
                    return false;
                }
                push(child, place, place + 1);
            } else if (special instanceof Forest.Alarm alarm) {
                alarms.broken(alarm.alarm().watch(), alarm.alarm().effect(), state.clone());
            } else if (special instanceof Forest.Direct unrecorded) {
                sets.addNear(sets.near()[place]);
                if (!direct.run(unrecorded.program(), state, this::addDirect)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Adds a successor of one state, whose near bits are the last ones. */
    private void addDirect(int[] after, int step) {
        layout.pack(after, packed, 0);
        int place = sets.used() - 1;
        int flip = sets.near()[place] ^ Layout.near(packed[0], nearBits);
        sets.add(packed, 0, nearBits, ~step, flip, place, place + 1);
    }

    private int[] unpack(int place) {
        System.arraycopy(far, 0, packed, 0, far.length);
        packed[0] |= sets.near()[place];
        layout.unpack(packed, 0, ids);
        return ids;
    }
}
