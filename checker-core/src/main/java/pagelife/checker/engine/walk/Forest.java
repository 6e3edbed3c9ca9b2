package pagelife.checker.engine.walk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pagelife.checker.engine.code.Effect;
import pagelife.checker.engine.code.Memo;
import pagelife.checker.engine.code.Point;
import pagelife.checker.engine.code.Program;
import pagelife.checker.engine.code.Watch;
import pagelife.checker.engine.pack.Layout;

/**
 * One worker's flat copy of the decision tries, made for one layout: what the hot loops walk. Programs that read the
 * same cell next share a node, so that one walk finds all that is enabled; the first cell of a step is its actor's
 * control.
 *
 * <p>A walk handles codes:
 *
 * <ul>
 *   <li>{@link #NOTHING}: nothing there;
 *   <li>{@link #OPEN}: not known yet, see {@link #grow};
 *   <li>below {@link #OPEN}: a leaf, {@code leaf(code)} is the index of an effect (of a watch, for claims);
 *   <li>{@link #NODE} and above: a node at {@code code - NODE}: shift and word ({@code word << 6 | shift}), mask, then
 *       a code per id;
 *   <li>above 0: a bundle at {@code code}: how many nodes, leaves and specials, then the codes of each.
 * </ul>
 *
 * <p>It is a cache: the {@link Memo} holds the truth, and a forest can be planted anew at any time without running
 * code.
 */
final class Forest {
    static final int NOTHING = 0;
    static final int OPEN = -1;
    static final int NODE = 1 << 30;
    /** The answer when a new value did not fit the layout: this walk has to be given up and repeated later. */
    static final int OUTGROWN = Integer.MIN_VALUE;

    /** The low bits of a node's first int that are a shift; those above are a word. */
    static final int SHIFT_BITS = 6;

    /** A node has this many ints before its children. */
    static final int HEADER = 2;

    /** A bundle has this many ints before its codes: how many nodes, leaves and specials there are. */
    static final int BUNDLE = 3;

    /** Above this many ids a node keeps its children in a map: a table would be mostly holes. */
    static final int WIDEST_TABLE = 1 << 12;

    /** Cells that lie side by side are read by one node as long as it has no more bits than this. */
    private static final int FUSED_BITS = 8;

    /** Something in a bundle that the fast loop does not handle. */
    sealed interface Special permits Alarm, Direct, Sparse {}

    /** A step property is broken. */
    record Alarm(Watch.Alarm alarm) implements Special {}

    /** A program is to be executed. */
    record Direct(Program program) implements Special {}

    /** A node whose children are in a map. */
    record Sparse(int node, int wordAndShift, int mask, Map<Integer, Integer> children) implements Special {}

    /** Points that read the same cell next, and where in a node's bits its id lies. */
    private record Fork(int cell, int shift, List<Point> points) {}

    /** The tries that the table is made of. */
    private final Memo memo;
    /** For each group of points that are read together its forks; a node names one by number. */
    private final List<Fork[]> groups = new ArrayList<>();

    private final List<Special> specials = new ArrayList<>();
    /** Nodes of points that more than one path leads to, so that the paths meet again. */
    private final Map<Point, Integer> meetings = new HashMap<>();

    private Layout layout;
    private int[] table = new int[1 << 10];
    private int used = 1;
    private long[] masks = new long[64];
    private boolean[] masked = new boolean[64];

    Forest(Memo memo) {
        this.memo = memo;
    }

    /** Forgets everything and starts over with this layout. */
    void clear(Layout changed) {
        layout = changed;
        groups.clear();
        specials.clear();
        meetings.clear();
        used = 1;
        masks = new long[64 * layout.words()];
        masked = new boolean[64];
    }

    int[] table() {
        return table;
    }

    /** For each effect that is a leaf here, the words to XOR a state with. */
    long[] masks() {
        return masks;
    }

    Special special(int index) {
        return specials.get(index);
    }

    static int leaf(int code) {
        return -2 - code;
    }

    /** The code that stands for all of {@code points} on the state of {@code ids}, or {@link #OUTGROWN}. */
    int plant(Iterable<Point> points, int[] ids) {
        synchronized (memo) {
            Bundle bundle = new Bundle();
            for (Point point : points) {
                collect(point, ids, bundle);
            }
            return bundle.outgrown ? OUTGROWN : bundle.code();
        }
    }

    /** Fills in an {@link #OPEN} child and returns its code, or {@link #OUTGROWN}. */
    int grow(int node, int id, int[] ids) {
        int code = childOf(node, id, ids);
        if (code != OUTGROWN) {
            table[node + HEADER + id] = code;
        }
        return code;
    }

    /** The code of a sparse node's child, or {@link #OUTGROWN}. */
    int child(Sparse sparse, int id, int[] ids) {
        Integer known = sparse.children.get(id);
        if (known != null) {
            return known;
        }
        int code = childOf(-sparse.node - 1, id, ids);
        if (code != OUTGROWN) {
            sparse.children.put(id, code);
        }
        return code;
    }

    /** The child of a node of the table (an offset) or of a sparse one (minus its group minus 1). */
    private int childOf(int node, int id, int[] ids) {
        Fork[] group = groups.get(node >= 0 ? table[node - 1] : -node - 1);
        synchronized (memo) {
            List<Point> children = new ArrayList<>();
            for (Fork fork : group) {
                int cellId = id >>> fork.shift & layout.capacity(fork.cell) - 1;
                for (Point point : fork.points) {
                    children.add(point.afterRead(cellId));
                }
            }
            return plant(children, ids);
        }
    }

    private void collect(Point point, int[] ids, Bundle bundle) {
        if (memo.isSettled(point.program)) {
            return;
        }
        memo.resolve(point, ids);
        switch (point.kind) {
            case READ -> bundle.reading(point);
            case CHOOSE -> {
                for (int i = 0; i < point.next.length; i++) {
                    collect(point.afterChoice(i), ids, bundle);
                }
            }
            case END -> {
                bundle.ending(point.outcome);
                for (Point follower : point.followers) {
                    collect(follower, ids, bundle);
                }
            }
            case DIRECT -> bundle.special(new Direct(point.program));
            case OPEN -> throw new IllegalStateException("a resolved point is not open");
        }
    }

    private int reserve(int ints) {
        if (used + ints > table.length) {
            table = Arrays.copyOf(table, Math.max(used + ints, 2 * table.length));
        }
        int at = used;
        used += ints;
        return at;
    }

    /** Makes sure that the masks of an effect are there. */
    private void mask(Effect effect) {
        int words = layout.words();
        if (effect.index() >= masked.length) {
            int room = Math.max(effect.index() + 1, 2 * masked.length);
            masked = Arrays.copyOf(masked, room);
            masks = Arrays.copyOf(masks, room * words);
        }
        if (!masked[effect.index()]) {
            masked[effect.index()] = true;
            for (int i = 0; i < effect.cells().length; i++) {
                int cell = effect.cells()[i];
                masks[effect.index() * words + layout.word(cell)] ^=
                        (long) (effect.before()[i] ^ effect.after()[i]) << layout.shift(cell);
            }
        }
    }

    /** What a list of points comes to on one state. */
    private final class Bundle {
        private final Map<Integer, List<Point>> reading = new LinkedHashMap<>();
        private final List<Point> meeting = new ArrayList<>();
        private final List<Integer> leaves = new ArrayList<>();
        private final List<Integer> special = new ArrayList<>();
        private boolean outgrown;

        /** What looks at a part of a value has a node of its own: beside others its paths could not meet again. */
        void reading(Point point) {
            if (point.shared || point.readsPart()) {
                meeting.add(point);
            } else {
                reading.computeIfAbsent(point.cell, cell -> new ArrayList<>()).add(point);
            }
        }

        void ending(Object outcome) {
            if (outcome instanceof Effect effect) {
                if (effect.fits(layout)) {
                    mask(effect);
                } else {
                    outgrown = true;
                }
                leaves.add(leaf(effect.index()));
            } else if (outcome instanceof Watch watch) {
                leaves.add(leaf(watch.index()));
            } else if (outcome instanceof Watch.Alarm alarm) {
                special(new Alarm(alarm));
            }
        }

        void special(Special added) {
            special.add(specials.size());
            specials.add(added);
        }

        int code() {
            List<Integer> nodes = new ArrayList<>();
            List<Integer> cells = new ArrayList<>(reading.keySet());
            if (cells.size() > 1) {
                cells.sort(Comparator.comparingInt(cell -> layout.word(cell) << SHIFT_BITS | layout.shift(cell)));
            }
            for (int from = 0; from < cells.size(); ) {
                int to = from + 1;
                while (to < cells.size() && fuses(cells.get(from), cells.get(to - 1), cells.get(to))) {
                    to++;
                }
                List<List<Point>> readers = new ArrayList<>(to - from);
                for (int cell : cells.subList(from, to)) {
                    readers.add(reading.get(cell));
                }
                place(node(readers), nodes);
                from = to;
            }
            for (Point point : meeting) {
                Integer known = meetings.get(point);
                int node = known != null ? known : node(List.of(List.of(point)));
                meetings.put(point, node);
                place(node, nodes);
            }
            if (nodes.size() + leaves.size() + special.size() == 0) {
                return NOTHING;
            }
            if (special.isEmpty() && nodes.size() + leaves.size() == 1) {
                return leaves.isEmpty() ? nodes.get(0) : leaves.get(0);
            }
            int at = reserve(BUNDLE + nodes.size() + leaves.size() + special.size());
            table[at] = nodes.size();
            table[at + 1] = leaves.size();
            table[at + 2] = special.size();
            int next = at + BUNDLE;
            for (List<Integer> part : List.of(nodes, leaves, special)) {
                for (int code : part) {
                    table[next++] = code;
                }
            }
            return at;
        }

        /**
         * Whether a node that begins with one cell and ends with another may go on with a third. Near cells have nodes
         * of their own, since a {@link GroupWalker} parts its groups there.
         */
        private boolean fuses(int first, int last, int next) {
            return layout.word(next) == layout.word(first)
                    && (layout.word(first) > 0 || layout.shift(first) >= layout.nearBits())
                    && layout.shift(next) == layout.shift(last) + layout.width(last)
                    && layout.shift(next) + layout.width(next) - layout.shift(first) <= FUSED_BITS;
        }

        private void place(int node, List<Integer> nodes) {
            if (node >= NODE) {
                nodes.add(node);
            } else {
                special.add(node);
            }
        }

        private Fork[] forks(List<List<Point>> readers, int shift) {
            Fork[] forks = new Fork[readers.size()];
            for (int i = 0; i < forks.length; i++) {
                List<Point> points = readers.get(i);
                int cell = points.get(0).cell;
                forks[i] = new Fork(cell, layout.shift(cell) - shift, points);
            }
            return forks;
        }

        /**
         * A node that reads some cells side by side, for each the points that read it; a sparse one is a special
         * instead.
         */
        private int node(List<List<Point>> readers) {
            int first = readers.get(0).get(0).cell;
            int last = readers.get(readers.size() - 1).get(0).cell;
            int bits = layout.shift(last) + layout.width(last) - layout.shift(first);
            int group = groups.size();
            groups.add(forks(readers, layout.shift(first)));
            int wordAndShift = layout.word(first) << SHIFT_BITS | layout.shift(first);
            int mask = (1 << bits) - 1;
            if (mask >= WIDEST_TABLE) {
                specials.add(new Sparse(group, wordAndShift, mask, new HashMap<>()));
                return specials.size() - 1;
            }
            int at = 1 + reserve(1 + HEADER + mask + 1);
            table[at - 1] = group;
            table[at] = wordAndShift;
            table[at + 1] = mask;
            Arrays.fill(table, at + HEADER, at + HEADER + mask + 1, OPEN);
            return NODE + at;
        }
    }
}
