package pagelife.checker.liveness;

import io.vavr.collection.Seq;
import pagelife.checker.ltl.Formula;
import pagelife.checker.model.Step;

/** The letters of an automaton over a state graph: which atoms are true of a state, and of a step taken from it. */
final class Letters {
    private final Rows rows;
    /** By atom; null for those that are not about the state alone. */
    private final StateSet[] propositions;

    private final long known;
    private final long[] takenBy;
    private final long[] enabledBy;
    private final boolean anyEnabled;

    Letters(Seq<Formula.Atom> atoms, StateGraph graph, int steps) {
        this.rows = graph.rows();
        this.propositions = new StateSet[atoms.size()];
        this.takenBy = new long[steps];
        this.enabledBy = new long[steps];
        long stateBits = 0;
        boolean enabled = false;
        for (int atom = 0; atom < atoms.size(); atom++) {
            Formula.Atom each = atoms.get(atom);
            if (each instanceof Formula.Taken taken) {
                mark(takenBy, taken.steps(), 1L << atom);
            } else if (each instanceof Formula.Enabled possible) {
                mark(enabledBy, possible.steps(), 1L << atom);
                enabled = true;
            } else {
                propositions[atom] = graph.propositions().get(each).get();
                stateBits |= 1L << atom;
            }
        }
        this.known = stateBits;
        this.anyEnabled = enabled;
    }

    private static void mark(long[] bySteps, Seq<Step> steps, long bit) {
        steps.forEach(step -> bySteps[step.index()] |= bit);
    }

    /** The atoms that are about the state alone. */
    long known() {
        return known;
    }

    /** Those of them that are true in {@code state}. */
    long propositions(int state) {
        long letter = 0;
        for (int atom = 0; atom < propositions.length; atom++) {
            if (propositions[atom] != null) {
                letter |= propositions[atom].bit(state) << atom;
            }
        }
        return letter;
    }

    /**
     * All atoms that are true in {@code state} whatever is taken from it; makes its row if a formula asks for steps.
     */
    long of(int state) {
        long letter = propositions(state);
        if (anyEnabled) {
            int edge = rows.first(state);
            while (edge >= 0) {
                letter |= enabledBy[rows.step(edge)];
                edge = rows.isLast(edge) ? -1 : edge + 1;
            }
        }
        return letter;
    }

    /** What taking {@code step} adds. */
    long taken(int step) {
        return takenBy[step];
    }
}
