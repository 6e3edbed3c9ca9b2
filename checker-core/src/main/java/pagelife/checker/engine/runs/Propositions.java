package pagelife.checker.engine.runs;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.engine.code.Memo;
import pagelife.checker.engine.code.Watch;
import pagelife.checker.engine.store.PackedStates;
import pagelife.checker.engine.walk.ClaimWalker;
import pagelife.checker.liveness.StateSet;
import pagelife.checker.ltl.Formula;
import pagelife.checker.property.Sometimes;

/** Finds the states where propositions are true: claims like any other, memoised in tries of their own. */
final class Propositions {
    private final Memo memo;
    private final PackedStates states;

    Propositions(Memo memo, PackedStates states) {
        this.memo = memo;
        this.states = states;
    }

    /** For each proposition the states where it is true, in one pass over all states. */
    Map<Formula.Atom, StateSet> evaluate(Seq<Formula.Proposition> propositions) {
        Vector<StateSet> found = Vector.fill(propositions.size(), () -> new StateSet(states.size()));
        ClaimWalker walker = new ClaimWalker(
                new Memo(memo.cells(), watches(propositions)),
                (watch, packed, offset) -> found.get(watch.index()).add(current));
        walker.clear(memo.layout());
        java.util.BitSet all = new java.util.BitSet();
        all.set(0, propositions.size());
        walker.watch(all);
        walker.refresh();
        for (current = 0; current < states.size() && !propositions.isEmpty(); current++) {
            walker.checkAll(states.chunkOf(current), states.offsetOf(current));
        }
        return LinkedHashMap.ofEntries(propositions.zip(found));
    }

    private int current;

    private Seq<Watch> watches(Seq<Formula.Proposition> propositions) {
        return propositions.zipWithIndex((proposition, place) -> new Watch(
                place,
                new Sometimes(proposition.name(), "", proposition.holds()),
                Watch.Role.WITNESS,
                memo.cells().model()));
    }
}
