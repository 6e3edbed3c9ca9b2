package pagelife.checker.liveness;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import pagelife.checker.automaton.Automaton;
import pagelife.checker.ltl.Assumption;

/**
 * The hunt for fair runs of a state graph that an automaton accepts. The automaton is read over the graph once;
 * questions under several fairness assumptions then cost little each.
 */
public final class Hunt {
    private final Product product;
    private final FairCycles cycles;
    private final int steps;

    /** Reads {@code automaton} over {@code graph}, of a model with so many steps. */
    public Hunt(StateGraph graph, Automaton automaton, int steps) {
        this.product = new Product(graph, automaton, steps);
        this.cycles = new FairCycles(product);
        this.steps = steps;
    }

    /** Whether there is such a run under these assumptions. */
    public boolean succeeds(Seq<Assumption> assumptions) {
        return cycles.any(new Demands(assumptions, steps));
    }

    /** A rough count of what one more question looks at. */
    public long size() {
        return cycles.size();
    }

    /**
     * Such a run with the shortest stem to where it can stay or end, and then a loop as short as {@link Loop} finds it;
     * the same in every run of the checker.
     */
    public Option<IntLasso> lasso(Seq<Assumption> assumptions) {
        if (!succeeds(assumptions)) {
            return Option.none();
        }
        Demands demands = new Demands(assumptions, steps);
        cycles.find(demands);
        List<Integer> stem = new Stem(product)
                .to(node -> cycles.isEnd(node, demands) || cycles.isFailure(node) || cycles.entry(node) >= 0);
        int last = stem.get(stem.size() - 1);
        List<Loop.Taken> loop = new ArrayList<>();
        if (!cycles.isEnd(last, demands)) {
            if (cycles.isFailure(last)) {
                return Option.some(lasso(stem, loop).failing(product.failure(last)));
            }
            int entry = cycles.entry(last);
            int set = cycles.setOf(entry);
            loop = new Loop(product, demands, node -> cycles.setOf(node) == set, entry).edges();
        }
        return Option.some(lasso(stem, loop).rolledUp());
    }

    private IntLasso lasso(List<Integer> stem, List<Loop.Taken> loop) {
        Hops hops = new Hops(product);
        int length = stem.size() - 1 + loop.size();
        int[] states = new int[length + 1];
        int[] taken = new int[length];
        states[0] = product.state(stem.get(0));
        for (int i = 0; i + 1 < stem.size(); i++) {
            int target = stem.get(i + 1);
            taken[i] = hops.from(stem.get(i)).stream()
                    .filter(hop -> hop.target() == target)
                    .findFirst()
                    .get()
                    .step();
            states[i + 1] = product.state(target);
        }
        for (int i = 0; i < loop.size(); i++) {
            Hops.Hop hop = loop.get(i).hop();
            taken[stem.size() - 1 + i] = hop.step();
            states[stem.size() + i] = product.state(hop.target());
        }
        return new IntLasso(states, taken, stem.size() - 1);
    }
}
