package pagelife.checker.liveness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;
import pagelife.checker.automaton.Automaton;

/**
 * The shortest way from an initial state to a node where an accepted run can stay or end: breadth-first over the
 * product, as far as it has to. Among ways of one length the first in the order of {@link Hops}.
 */
final class Stem {
    private static final int CHECK_EVERY = 1 << 12;

    private final Product product;
    private final Hops hops;
    private final int[][] parents;
    private int[] queue = new int[1 << 10];
    private int tail;

    Stem(Product product) {
        this.product = product;
        this.hops = new Hops(product);
        this.parents = new int[product.automaton().states()][];
    }

    /** The nodes on the way to the nearest that {@code goal} accepts, both ends included. */
    List<Integer> to(IntPredicate goal) {
        for (int state : product.graph().initial()) {
            int node = product.node(Automaton.INITIAL, state);
            visit(node, node);
        }
        for (int head = 0; head < tail; head++) {
            int node = queue[head];
            if (goal.test(node)) {
                return wayTo(node);
            }
            if ((head & CHECK_EVERY - 1) == 0) {
                product.graph().checkHalted();
            }
            for (Hops.Hop hop : hops.from(node)) {
                visit(hop.target(), node);
            }
        }
        throw new IllegalStateException("a fair cycle was found that no initial state leads to");
    }

    private void visit(int node, int parent) {
        int reader = product.reader(node);
        int state = product.state(node);
        if (parents[reader] == null) {
            parents[reader] = new int[product.rows().capacity()];
        }
        if (parents[reader][state] == 0) {
            parents[reader][state] = parent + 1;
            if (tail == queue.length) {
                queue = Arrays.copyOf(queue, 2 * tail);
            }
            queue[tail++] = node;
        }
    }

    private List<Integer> wayTo(int node) {
        List<Integer> way = new ArrayList<>(List.of(node));
        int at = node;
        int parent = parent(at);
        while (parent != at) {
            way.add(parent);
            at = parent;
            parent = parent(at);
        }
        Collections.reverse(way);
        return way;
    }

    private int parent(int node) {
        return parents[product.reader(node)][product.state(node)] - 1;
    }
}
