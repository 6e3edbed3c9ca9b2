package pagelife.checker.naive;

import io.vavr.collection.Seq;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import pagelife.checker.ltl.Assumption;
import pagelife.checker.ltl.Formula;
import pagelife.checker.model.Fairness;
import pagelife.checker.naive.SmallGraph.Edge;

/**
 * The oracle of temporal properties, after Lichtenstein and Pnueli (POPL 1985): nodes are a letter together with a
 * guess of which temporal subformulas are true there; an edge joins nodes whose guesses agree; a run is a way through
 * them on which each guess comes true. Reachability is a matrix. Strong fairness is a case split: for each set of
 * demands, those that are never enabled again. It shares nothing with the automata and the search for cycles but the
 * formulas.
 */
public final class NaiveLiveness {
    private final SmallGraph graph;
    private final Formula formula;
    private final Tableau tableau;
    private final List<Node> nodes = new ArrayList<>();
    private final List<BitSet> next = new ArrayList<>();

    /** A letter, the guesses about {@link Tableau#temporal}, and what they say of each of {@link Tableau#parts}. */
    private record Node(Edge letter, int guesses, boolean[] truths) {}

    /** A formula about the runs of a graph. */
    public NaiveLiveness(SmallGraph graph, Formula formula) {
        this.graph = graph;
        this.formula = formula;
        this.tableau = new Tableau(formula);
        List<Edge> letters = new ArrayList<>(graph.edges());
        for (int state = 0; state < graph.states(); state++) {
            letters.add(new Edge(state, SmallGraph.NO_STEP, state));
        }
        for (Edge letter : letters) {
            for (int guesses = 0; guesses < 1 << tableau.temporal().size(); guesses++) {
                nodes.add(node(letter, guesses));
            }
        }
        for (Node from : nodes) {
            BitSet successors = new BitSet();
            for (int to = 0; to < nodes.size(); to++) {
                successors.set(to, agree(from, nodes.get(to)));
            }
            next.add(successors);
        }
    }

    private Node node(Edge letter, int guesses) {
        Node node = new Node(letter, guesses, new boolean[tableau.parts().size()]);
        for (int part = 0; part < node.truths.length; part++) {
            node.truths[part] = decide(tableau.parts().get(part), node);
        }
        return node;
    }

    private boolean truth(Formula part, Node node) {
        return node.truths[tableau.place(part)];
    }

    /** Operands come before what they are operands of, so that their truth is known. */
    private boolean decide(Formula part, Node node) {
        int place = tableau.temporal().indexOf(part);
        if (place >= 0) {
            return (node.guesses >>> place & 1) != 0;
        }
        if (part instanceof Formula.Constant f) {
            return f.value();
        }
        if (part instanceof Formula.Atom atom) {
            return graph.truth(atom, node.letter);
        }
        return Tableau.connected(part, operand -> truth(operand, node));
    }

    private boolean agree(Node now, Node later) {
        boolean follows = now.letter.step() == SmallGraph.NO_STEP
                ? later.letter.equals(now.letter)
                : later.letter.from() == now.letter.to();
        return follows && tableau.agree(part -> truth(part, now), part -> truth(part, later));
    }

    /** Whether the formula is true of every run that these assumptions admit. */
    public boolean holdsUnder(Seq<Assumption> assumptions) {
        BitSet admitted = admitted(assumptions);
        BitSet start = new BitSet();
        for (int node = admitted.nextSetBit(0); node >= 0; node = admitted.nextSetBit(node + 1)) {
            boolean initial = graph.initial().contains(nodes.get(node).letter.from());
            start.set(node, initial && !truth(formula, nodes.get(node)));
        }
        BitSet reachable = reachable(start, admitted);
        Seq<Assumption> strong = assumptions.filter(each -> each.fairness() == Fairness.STRONG);
        for (int never = 0; never < 1 << strong.size(); never++) {
            int given = never;
            Seq<Assumption> disabled = strong.zipWithIndex()
                    .filter(each -> (given >>> each._2 & 1) != 0)
                    .map(each -> each._1);
            if (hasFairComponent(reachable, assumptions, disabled)) {
                return false;
            }
        }
        return true;
    }

    /** All nodes but those of runs that end where something is owed. */
    private BitSet admitted(Seq<Assumption> assumptions) {
        BitSet admitted = new BitSet();
        for (int node = 0; node < nodes.size(); node++) {
            Edge letter = nodes.get(node).letter;
            boolean owed = assumptions.exists(each -> enabled(each, letter.from()));
            admitted.set(node, letter.step() != SmallGraph.NO_STEP || !owed);
        }
        return admitted;
    }

    private boolean enabled(Assumption assumption, int state) {
        return graph.enables(state, assumption.steps().toJavaStream().mapToInt(step -> step.index()));
    }

    private BitSet reachable(BitSet start, BitSet within) {
        BitSet reached = (BitSet) start.clone();
        BitSet open = (BitSet) start.clone();
        while (!open.isEmpty()) {
            int node = open.nextSetBit(0);
            open.clear(node);
            BitSet more = (BitSet) next.get(node).clone();
            more.and(within);
            more.andNot(reached);
            reached.or(more);
            open.or(more);
        }
        return reached;
    }

    private boolean hasFairComponent(BitSet reachable, Seq<Assumption> assumptions, Seq<Assumption> disabled) {
        BitSet within = (BitSet) reachable.clone();
        within.stream()
                .filter(node -> disabled.exists(
                        each -> enabled(each, nodes.get(node).letter.from())))
                .forEach(within::clear);
        List<BitSet> reach = new ArrayList<>();
        for (int node = 0; node < nodes.size(); node++) {
            BitSet start = (BitSet) next.get(node).clone();
            start.and(within);
            reach.add(within.get(node) ? reachable(start, within) : new BitSet());
        }
        return within.stream()
                .filter(node -> reach.get(node).get(node))
                .mapToObj(node -> {
                    BitSet component = (BitSet) reach.get(node).clone();
                    reach.get(node).stream()
                            .filter(other -> !reach.get(other).get(node))
                            .forEach(component::clear);
                    return component;
                })
                .distinct()
                .anyMatch(component -> isFair(component, assumptions, disabled));
    }

    private boolean isFair(BitSet component, Seq<Assumption> assumptions, Seq<Assumption> disabled) {
        boolean fulfilled = tableau.temporal().stream()
                .allMatch(part -> component.stream()
                        .anyMatch(node -> Tableau.fulfils(part, known -> truth(known, nodes.get(node)))));
        return fulfilled
                && assumptions.forAll(each -> disabled.contains(each)
                        || component.stream().anyMatch(node -> meets(each, nodes.get(node).letter)));
    }

    private boolean meets(Assumption assumption, Edge letter) {
        boolean taken = assumption.steps().exists(step -> step.index() == letter.step());
        boolean weak = assumption.fairness() == Fairness.WEAK;
        return taken || weak && !enabled(assumption, letter.from());
    }
}
