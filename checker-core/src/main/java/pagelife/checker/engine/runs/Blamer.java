package pagelife.checker.engine.runs;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.liveness.Halt;
import pagelife.checker.liveness.Hunt;
import pagelife.checker.ltl.Assumption;
import pagelife.checker.model.Fairness;
import pagelife.checker.model.Model;
import pagelife.checker.result.Blame;

/**
 * Finds out which fairness an answer rests on, by asking again with less of it (Zeller's deletion, one at a time): what
 * is left is minimal, though a smaller set of other assumptions may do as well.
 *
 * <p>A question may cost a pass over the components that could break the property. When all questions together would look
 * at more than {@value #MOST_NODES} nodes, or a limit is reached, the rest is not asked, and the answer says that it
 * may not be minimal.
 */
final class Blamer {
    private static final long MOST_NODES = 200_000_000;

    private final Model model;
    private final Hunt hunt;
    private long left = MOST_NODES;

    Blamer(Model model, Hunt hunt) {
        this.model = model;
        this.hunt = hunt;
    }

    /** Of a property that holds: assumptions among {@code assumed} that suffice. */
    Blame needed(Seq<Assumption> assumed) {
        try {
            return holds(Vector.empty()) ? new Blame(Vector.empty(), true) : reduce(Vector.empty(), assumed);
        } catch (Halt halt) {
            return new Blame(Vector.ofAll(assumed), false);
        }
    }

    /**
     * Of a property that is violated: assumptions beside {@code assumed} under which it holds; empty if none do. A
     * {@link Halt} if a limit is reached before any are known.
     */
    Option<Blame> missing(Seq<Assumption> assumed) {
        Vector<Assumption> given = Vector.ofAll(assumed);
        for (Seq<Assumption> more : Vector.of(actors(Fairness.WEAK), actors(Fairness.STRONG), everything())) {
            Seq<Assumption> added = more.filter(each -> !given.contains(each));
            if (holds(given.appendAll(added))) {
                return Option.some(reduce(given, added));
            }
        }
        return Option.none();
    }

    private Seq<Assumption> actors(Fairness fairness) {
        return model.actors().map(actor -> Assumption.of(actor, fairness));
    }

    private Seq<Assumption> everything() {
        return actors(Fairness.WEAK).appendAll(model.steps().map(step -> Assumption.of(step, Fairness.STRONG)));
    }

    /** Leaves out of {@code optional} what is not needed beside {@code fixed}; weakens what may be weaker. */
    private Blame reduce(Vector<Assumption> fixed, Seq<Assumption> optional) {
        Vector<Assumption> kept = Vector.ofAll(optional);
        for (Assumption each : optional) {
            if (!mayAsk()) {
                return new Blame(kept, false);
            }
            try {
                kept = lessOf(fixed, kept, each);
            } catch (Halt halt) {
                return new Blame(kept, false);
            }
        }
        return new Blame(kept, true);
    }

    /** {@code kept} without {@code each}, or with it weaker, where that is enough. */
    private Vector<Assumption> lessOf(Vector<Assumption> fixed, Vector<Assumption> kept, Assumption each) {
        Vector<Assumption> without = kept.remove(each);
        if (holds(fixed.appendAll(without))) {
            return without;
        }
        if (each.fairness() != Fairness.STRONG) {
            return kept;
        }
        Vector<Assumption> weakened = kept.replace(each, new Assumption(each.who(), Fairness.WEAK, each.steps()));
        return holds(fixed.appendAll(weakened)) ? weakened : kept;
    }

    private boolean mayAsk() {
        left -= hunt.size();
        return left >= 0;
    }

    private boolean holds(Seq<Assumption> assumptions) {
        return !hunt.succeeds(assumptions);
    }
}
