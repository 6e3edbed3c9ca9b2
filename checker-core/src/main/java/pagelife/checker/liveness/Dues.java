package pagelife.checker.liveness;

import java.util.BitSet;

/**
 * What a loop has to show: each mark of the automaton, and each demand of fairness. A set of what has been shown so far
 * has a bit per mark; then a bit per demand that was taken, or is weak and was disabled; then a bit per strong demand
 * that was enabled, which only then has to be taken.
 */
final class Dues {
    private final Product product;
    private final Demands demands;
    private final int marks;
    private final int demandBits;

    Dues(Product product, Demands demands) {
        this.product = product;
        this.demands = demands;
        this.marks = product.automaton().markCount();
        this.demandBits = demands.words() * Long.SIZE;
    }

    /** What has been shown after an edge from {@code node}. */
    BitSet after(BitSet before, int node, Hops.Hop hop) {
        BitSet shown = (BitSet) before.clone();
        set(shown, 0, hop.marks());
        long[] enabled = new long[demands.words()];
        demands.enabled(product.rows(), product.state(node), enabled);
        for (int word = 0; word < enabled.length; word++) {
            int base = marks + word * Long.SIZE;
            set(shown, base, demands.about(hop.step(), word) | demands.weak(word) & ~enabled[word]);
            set(shown, base + demandBits, demands.strong(word) & enabled[word]);
        }
        return shown;
    }

    private static void set(BitSet shown, int base, long bits) {
        for (long rest = bits; rest != 0; rest &= rest - 1) {
            shown.set(base + Long.numberOfTrailingZeros(rest));
        }
    }

    /** Whether a loop that shows this is accepted and fair. */
    boolean areMet(BitSet shown) {
        return missing(shown).isEmpty();
    }

    /** Whether an edge from {@code node} shows something that is missing. */
    boolean helps(BitSet shown, int node, Hops.Hop hop) {
        return missing(shown).intersects(after(new BitSet(), node, hop));
    }

    private BitSet missing(BitSet shown) {
        BitSet missing = new BitSet();
        missing.set(0, marks);
        for (int bit = 0; bit < demandBits; bit++) {
            boolean weak = (demands.weak(bit / Long.SIZE) >>> bit & 1) != 0;
            missing.set(marks + bit, weak || shown.get(marks + demandBits + bit));
        }
        missing.andNot(shown);
        return missing;
    }
}
