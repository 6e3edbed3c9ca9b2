package pagelife.checker.liveness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntBinaryOperator;

/**
 * The edges of a product in an order that does not depend on the numbers of states: by step, by what the target is, by
 * the state of the automaton. A breadth-first walk in this order finds the same paths in every run.
 */
final class Hops {
    private final Product product;
    private final Product.Cursor cursor;
    private final Comparator<Hop> order;

    /** An edge of the product. */
    record Hop(int step, int target, long marks) {}

    Hops(Product product) {
        this.product = product;
        this.cursor = product.cursor(true);
        IntBinaryOperator states = product.graph().order();
        this.order = Comparator.comparingInt(Hop::step)
                .thenComparing(
                        (left, right) -> states.applyAsInt(product.state(left.target()), product.state(right.target())))
                .thenComparingInt(hop -> product.reader(hop.target()))
                .thenComparing(Hop::marks);
    }

    List<Hop> from(int node) {
        List<Hop> hops = new ArrayList<>();
        cursor.start(node);
        while (cursor.next()) {
            if (product.goesOn(cursor.target())) {
                hops.add(new Hop(cursor.step(), cursor.target(), cursor.marks()));
            }
        }
        if (hops.size() > 1) {
            hops.sort(order);
        }
        return hops;
    }
}
