package pagelife.checker.engine;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.liveness.StateSet;
import pagelife.checker.ltl.Formula;
import pagelife.checker.property.Sometimes;

/** Finds the states where propositions are true: claims like any other, memoised in tries of their own. */
final class Propositions {
    private final Memo memo;
    private final StateIndex index;

    Propositions(Memo memo, StateIndex index) {
        this.memo = memo;
        this.index = index;
    }

    /** For each proposition the states where it is true, in one pass over all states. */
    Map<Formula.Atom, StateSet> evaluate(Seq<Formula.Proposition> propositions) {
        Vector<StateSet> found = Vector.fill(propositions.size(), () -> new StateSet(index.capacity()));
        ClaimWalker walker = new ClaimWalker(
                new Memo(memo.cells(), watches(propositions)),
                (watch, packed, offset) -> found.get(watch.index()).add(current));
        walker.clear(memo.layout());
        java.util.BitSet all = new java.util.BitSet();
        all.set(0, propositions.size());
        walker.watch(all);
        walker.refresh();
        StateSet states = index.states();
        for (current = states.next(0); current >= 0; current = states.next(current + 1)) {
            walker.checkAll(index.chunkOf(current), index.offsetOf(current));
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
