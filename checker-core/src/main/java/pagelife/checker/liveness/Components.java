package pagelife.checker.liveness;

import java.util.Arrays;

/**
 * Strongly connected components of a product, without recursion, in one int per node beside the stacks: Pearce, "A
 * space-efficient algorithm for finding strongly connected components" (Information Processing Letters 116, 2016),
 * after Tarjan (1972) and Nuutila (1994).
 *
 * <p>The number of a node is 0 before it is visited; while it is on a stack, its place in the order of visits or the
 * lowest one it reaches, counted up from 1; and then its component, counted down from the top. To search again within a
 * set of nodes, number them 0: all others count as done.
 */
final class Components {
    private static final int ROOT = 1;
    private static final int LOOP = 2;
    private static final int CHECK_EVERY = 1 << 16;

    private final Product product;
    private final Product.Cursor cursor;
    private final int[][] numbers;
    private int lowestComponent = Integer.MAX_VALUE;
    private int visits;

    private int[] path = new int[64];
    private int[] edges = new int[64];
    private int[] choices = new int[64];
    private byte[] flags = new byte[64];
    private int depth;
    private int[] waiting = new int[64];
    private int top;
    private int order = 1;

    /** Hears of components. */
    interface Found {
        /**
         * A component.
         *
         * @param nodes its nodes, from {@code from} to {@code to}, in an array that will be used again
         * @param cyclic whether it has an edge inside
         */
        void component(int number, int[] nodes, int from, int to, boolean cyclic);
    }

    Components(Product product) {
        this.product = product;
        this.cursor = product.cursor(false);
        this.numbers = new int[product.automaton().states()][];
    }

    /** The number of a node. */
    int number(int node) {
        int[] layer = numbers[product.reader(node)];
        return layer == null ? 0 : layer[product.state(node)];
    }

    void number(int node, int number) {
        int reader = product.reader(node);
        if (numbers[reader] == null) {
            numbers[reader] = new int[product.rows().capacity()];
        }
        numbers[reader][product.state(node)] = number;
    }

    /** A component number that nothing has yet. */
    int fresh() {
        return lowestComponent--;
    }

    /** Whether any node with this part of the automaton has been visited. */
    boolean hasVisited(int reader) {
        return numbers[reader] != null;
    }

    /** Finds all components that can be reached from {@code root}, unless it is done, and have not been found yet. */
    void search(int root, Found found) {
        if (number(root) != 0 || !product.goesOn(root)) {
            return;
        }
        push(root);
        while (true) {
            int node = path[depth - 1];
            int unvisited = scan(node);
            if (unvisited >= 0) {
                edges[depth - 1] = cursor.edge();
                choices[depth - 1] = cursor.choice();
                push(unvisited);
                continue;
            }
            leave(node, found);
            if (depth == 0) {
                return;
            }
            int parent = path[depth - 1];
            reaches(parent, number(node));
            cursor.resume(parent, edges[depth - 1], choices[depth - 1]);
        }
    }

    /** Looks at edges up to the first that leads to a node not visited yet; -1 if there is none. */
    private int scan(int node) {
        while (cursor.next()) {
            int target = cursor.target();
            int there = number(target);
            if (there == 0) {
                if (product.goesOn(target)) {
                    return target;
                }
            } else if (target == node) {
                flags[depth - 1] |= LOOP;
            } else {
                reaches(node, there);
            }
        }
        return -1;
    }

    private void reaches(int node, int number) {
        if (number < number(node)) {
            number(node, number);
            flags[depth - 1] &= ~ROOT;
        }
    }

    private void push(int node) {
        if ((++visits & CHECK_EVERY - 1) == 0) {
            product.graph().checkHalted();
        }
        if (depth == path.length) {
            int room = 2 * depth;
            path = Arrays.copyOf(path, room);
            edges = Arrays.copyOf(edges, room);
            choices = Arrays.copyOf(choices, room);
            flags = Arrays.copyOf(flags, room);
        }
        path[depth] = node;
        flags[depth++] = ROOT;
        number(node, order++);
        cursor.start(node);
    }

    private void leave(int node, Found found) {
        byte flag = flags[--depth];
        if (top == waiting.length) {
            waiting = Arrays.copyOf(waiting, 2 * top);
        }
        waiting[top++] = node;
        if ((flag & ROOT) == 0) {
            return;
        }
        int end = top;
        int lowest = number(node);
        do {
            top--;
            order--;
        } while (top > 0 && lowest <= number(waiting[top - 1]));
        int component = fresh();
        for (int i = top; i < end; i++) {
            number(waiting[i], component);
        }
        found.component(component, waiting, top, end, end - top > 1 || (flag & LOOP) != 0);
    }
}
