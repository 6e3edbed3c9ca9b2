package pagelife.checker.liveness;

import io.vavr.collection.Seq;
import pagelife.checker.ltl.Assumption;
import pagelife.checker.model.Fairness;

/**
 * Fairness assumptions as bits, so that a scan over edges can treat them all at once: bit {@code i} for assumption i.
 */
final class Demands {
    private final Seq<Assumption> assumptions;
    private final int steps;
    private final int words;
    private final long[] bySteps;
    private final long[] weak;
    private final long[] strong;

    Demands(Seq<Assumption> assumptions, int steps) {
        this.assumptions = assumptions;
        this.steps = steps;
        this.words = (assumptions.size() + Long.SIZE - 1) / Long.SIZE;
        this.bySteps = new long[steps * words];
        this.weak = new long[words];
        this.strong = new long[words];
        for (int i = 0; i < assumptions.size(); i++) {
            int word = i / Long.SIZE;
            long bit = 1L << i;
            (assumptions.get(i).fairness() == Fairness.WEAK ? weak : strong)[word] |= bit;
            assumptions.get(i).steps().forEach(step -> bySteps[step.index() * words + word] |= bit);
        }
    }

    int words() {
        return words;
    }

    /** These, and those others that are about steps which none of these is about. */
    Demands and(Demands others) {
        Seq<Assumption> more = others.assumptions.filter(other -> placeOf(other) < 0);
        return more.isEmpty() ? this : new Demands(assumptions.appendAll(more), steps);
    }

    private int placeOf(Assumption other) {
        return assumptions.indexWhere(known -> known.steps().equals(other.steps()));
    }

    /** The demands of one kind, as bits for those among {@code all} that are about the same steps. */
    long[] among(Demands all, Fairness kind) {
        long[] bits = new long[all.words];
        for (Assumption each : assumptions.filter(assumption -> assumption.fairness() == kind)) {
            int place = all.placeOf(each);
            bits[place / Long.SIZE] |= 1L << place;
        }
        return bits;
    }

    /** The assumptions about {@code step}. */
    long about(int step, int word) {
        return bySteps[step * words + word];
    }

    long weak(int word) {
        return weak[word];
    }

    long strong(int word) {
        return strong[word];
    }

    /** The assumptions that are enabled in {@code state}. */
    void enabled(Rows rows, int state, long[] into) {
        java.util.Arrays.fill(into, 0);
        int edge = words == 0 ? -1 : rows.first(state);
        while (edge >= 0) {
            int step = rows.step(edge);
            for (int word = 0; word < words; word++) {
                into[word] |= about(step, word);
            }
            edge = rows.isLast(edge) ? -1 : edge + 1;
        }
    }

    /** Whether something is owed in {@code state}, so that no run may end there. */
    boolean owes(Rows rows, int state) {
        int edge = words == 0 ? -1 : rows.first(state);
        while (edge >= 0) {
            int step = rows.step(edge);
            for (int word = 0; word < words; word++) {
                if (about(step, word) != 0) {
                    return true;
                }
            }
            edge = rows.isLast(edge) ? -1 : edge + 1;
        }
        return false;
    }
}
