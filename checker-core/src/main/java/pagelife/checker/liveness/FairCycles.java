package pagelife.checker.liveness;

import io.vavr.control.Option;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import pagelife.checker.automaton.Automaton;
import pagelife.checker.model.Fairness;

/**
 * Where accepted runs can stay forever: sets of product nodes, strongly connected, that carry every mark of the
 * automaton and in which every demand of fairness can be met; and nodes where a run may end, be it with a step that fails.
 *
 * <p>The components that carry every mark are found once, and looked at once for all that may be demanded. Only a strong
 * demand that starves in one narrows it down, which costs passes over it:
 *
 * <ul>
 *   <li>A weak demand is met in a component that has an edge that takes it or a state where it is disabled; if not, no
 *       run inside is fair.
 *   <li>A strong demand that is enabled somewhere but never taken inside forbids the states where it is enabled; the
 *       rest falls apart into smaller components (Streett; Emerson and Lei, Science of Computer Programming 8, 1987;
 *       Latvala and Heljanko, Fundamenta Informaticae 43, 2000).
 * </ul>
 */
final class FairCycles {
    private final Product product;
    private final Components components;
    private final Product.Cursor cursor;
    private final List<Candidate> candidates = new ArrayList<>();
    /** One demand about each set of steps that was asked about so far: what they meet is looked at once. */
    private Option<Demands> asked = Option.none();

    private final StateSet[] endings;
    /** Where a step fails, after which a run is accepted whatever is owed. */
    private final StateSet[] failures;

    private final Set<Integer> fair = new HashSet<>();
    private long size;

    FairCycles(Product product) {
        this.product = product;
        this.components = new Components(product);
        this.cursor = product.cursor(false);
        this.endings = new StateSet[product.automaton().states()];
        this.failures = new StateSet[endings.length];
        if (endings.length > 0) {
            StateSet relevant = product.relevant();
            product.rows().make(relevant);
            exploreAll(relevant);
            findEndings();
        }
    }

    private void exploreAll(StateSet relevant) {
        Components.Found keeping = this::keep;
        if (!product.waits()) {
            for (int state : product.graph().initial()) {
                components.search(product.node(Automaton.INITIAL, state), keeping);
            }
            return;
        }
        Product.Cursor leaving = product.cursor(false);
        for (int state = relevant.next(0); state >= 0; state = relevant.next(state + 1)) {
            leaving.start(product.node(Automaton.INITIAL, state));
            while (leaving.next()) {
                components.search(leaving.target(), keeping);
            }
        }
    }

    private void keep(int number, int[] nodes, int from, int to, boolean cyclic) {
        boolean accepts = cyclic && product.automaton().isAccepting(product.reader(nodes[from]));
        if (accepts && marks(number, nodes, from, to) == product.automaton().marks()) {
            candidates.add(new Candidate(Arrays.copyOfRange(nodes, from, to)));
            size += to - from;
        }
    }

    private long marks(int number, int[] nodes, int from, int to) {
        long marks = 0;
        for (int i = from; i < to && marks != product.automaton().marks(); i++) {
            cursor.start(nodes[i]);
            while (cursor.next()) {
                marks |= components.number(cursor.target()) == number ? cursor.marks() : 0;
            }
        }
        return marks;
    }

    private void findEndings() {
        for (int reader = 0; reader < endings.length; reader++) {
            product.graph().checkHalted();
            endings[reader] = among(product.graph().states(), reader, product::acceptsEnd);
            failures[reader] = among(product.rows().failing(), reader, node -> product.failure(node) >= 0);
        }
    }

    /** Those of {@code states} that runs come to with this part of the automaton, and where they may end. */
    private StateSet among(StateSet states, int reader, IntPredicate ends) {
        boolean everywhere = product.waits() && reader == Automaton.INITIAL;
        StateSet found = new StateSet(product.rows().capacity());
        int state = everywhere || components.hasVisited(reader) ? states.next(0) : -1;
        for (; state >= 0; state = states.next(state + 1)) {
            int node = product.node(reader, state);
            if ((everywhere ? product.goesOn(node) : components.number(node) != 0) && ends.test(node)) {
                found.add(state);
            }
        }
        return found;
    }

    /** How many nodes a question like {@link #any} looks at. */
    long size() {
        return size + Arrays.stream(endings).mapToLong(StateSet::size).sum();
    }

    /** Whether some accepted run meets all demands. */
    boolean any(Demands demands) {
        for (int reader = 0; reader < endings.length; reader++) {
            if (failures[reader].next(0) >= 0) {
                return true;
            }
            for (int at = endings[reader].next(0); at >= 0; at = endings[reader].next(at + 1)) {
                if (!demands.owes(product.rows(), at)) {
                    return true;
                }
            }
        }
        Demands all = asked.map(known -> known.and(demands)).getOrElse(demands);
        asked = Option.some(all);
        long[] weak = demands.among(all, Fairness.WEAK);
        long[] strong = demands.among(all, Fairness.STRONG);
        for (Candidate candidate : candidates) {
            product.graph().checkHalted();
            if (demands.words() > 0) {
                candidate.look(all);
            }
            fair.clear();
            if (!candidate.fails(weak) && (!candidate.starves(strong) || narrow(candidate.nodes, demands, true))) {
                return true;
            }
        }
        return false;
    }

    /** Finds all sets where a run that meets all demands can stay, for {@link #isFair}. */
    void find(Demands demands) {
        fair.clear();
        for (Candidate candidate : candidates) {
            narrow(candidate.nodes, demands, false);
        }
    }

    /** Whether {@code node} is in one of the sets found last. */
    boolean isFair(int node) {
        return fair.contains(components.number(node));
    }

    /**
     * A node of the sets found last that a run which has come to {@code node} may as well be at: the same state, and an
     * automaton that from there does what it can do here; -1 if there is none.
     */
    int entry(int node) {
        if (isFair(node)) {
            return node;
        }
        for (int other = 0; other < endings.length; other++) {
            int there = product.node(other, product.state(node));
            if (isFair(there) && product.canDoAs(node, other)) {
                return there;
            }
        }
        return -1;
    }

    /** The set that a fair node is in. */
    int setOf(int node) {
        return components.number(node);
    }

    /** Whether an accepted run may end here. */
    boolean isEnd(int node, Demands demands) {
        int reader = product.reader(node);
        int state = product.state(node);
        return endings[reader].has(state) && !demands.owes(product.rows(), state);
    }

    /** Whether an accepted run may end here with a step that fails. */
    boolean isFailure(int node) {
        return failures[product.reader(node)].has(product.state(node));
    }

    private boolean narrow(int[] candidate, Demands demands, boolean firstOnly) {
        Deque<int[]> open = new ArrayDeque<>();
        open.add(candidate);
        boolean any = false;
        while (!open.isEmpty() && !(any && firstOnly)) {
            product.graph().checkHalted();
            int[] nodes = open.remove();
            int number = numbered(nodes);
            Survey survey = new Survey(nodes, number, demands);
            if (survey.isFair()) {
                fair.add(number);
                any = true;
            } else if (survey.canBeMended()) {
                split(survey.mended(), open);
            }
        }
        return any;
    }

    /** Gives nodes a number that nothing else has. */
    private int numbered(int[] nodes) {
        int number = components.fresh();
        for (int node : nodes) {
            components.number(node, number);
        }
        return number;
    }

    private void split(int[] nodes, Deque<int[]> open) {
        for (int node : nodes) {
            components.number(node, 0);
        }
        for (int node : nodes) {
            components.search(node, (number, found, from, to, cyclic) -> {
                if (cyclic) {
                    open.add(Arrays.copyOfRange(found, from, to));
                }
            });
        }
    }

    /** A component that carries every mark, and what was seen in it of all demands asked about so far. */
    private final class Candidate {
        private final int[] nodes;
        private Option<Demands> seenOf = Option.none();
        private long[] taken = {};
        private long[] enabled = {};
        private long[] disabled = {};

        Candidate(int[] nodes) {
            this.nodes = nodes;
        }

        /** Looks at its edges, unless that has been done for these demands. */
        void look(Demands all) {
            if (seenOf.contains(all)) {
                return;
            }
            Survey survey = new Survey(nodes, numbered(nodes), all);
            taken = survey.taken;
            enabled = survey.enabled;
            disabled = survey.disabled;
            seenOf = Option.some(all);
        }

        /** Whether one of these weak demands is met by no run inside. */
        boolean fails(long[] weak) {
            for (int word = 0; word < taken.length; word++) {
                if ((weak[word] & ~taken[word] & ~disabled[word]) != 0) {
                    return true;
                }
            }
            return false;
        }

        /** Whether one of these strong demands is not met by a run that goes everywhere inside. */
        boolean starves(long[] strong) {
            for (int word = 0; word < taken.length; word++) {
                if ((strong[word] & ~taken[word] & enabled[word]) != 0) {
                    return true;
                }
            }
            return false;
        }
    }

    /** What can be seen in a strongly connected set of nodes. */
    private final class Survey {
        private final int[] nodes;
        private final Demands demands;
        private final long[] taken;
        private final long[] enabled;
        private final long[] disabled;
        private final long[] here;
        private long marks;

        Survey(int[] nodes, int number, Demands demands) {
            this.nodes = nodes;
            this.demands = demands;
            this.taken = new long[demands.words()];
            this.enabled = new long[demands.words()];
            this.disabled = new long[demands.words()];
            this.here = new long[demands.words()];
            for (int node : nodes) {
                demands.enabled(product.rows(), product.state(node), here);
                for (int word = 0; word < here.length; word++) {
                    enabled[word] |= here[word];
                    disabled[word] |= ~here[word];
                }
                inside(node, number);
            }
        }

        private void inside(int node, int number) {
            cursor.start(node);
            while (cursor.next()) {
                if (components.number(cursor.target()) == number) {
                    marks |= cursor.marks();
                    for (int word = 0; word < taken.length; word++) {
                        taken[word] |= demands.about(cursor.step(), word);
                    }
                }
            }
        }

        boolean isFair() {
            boolean fairly = canBeMended();
            for (int word = 0; word < taken.length; word++) {
                fairly &= starved(word) == 0;
            }
            return fairly;
        }

        /** Whether leaving out some nodes may make it fair: it carries all marks, and no weak demand fails. */
        boolean canBeMended() {
            boolean can = marks == product.automaton().marks();
            for (int word = 0; word < taken.length; word++) {
                can &= (demands.weak(word) & ~taken[word] & ~disabled[word]) == 0;
            }
            return can;
        }

        private long starved(int word) {
            return demands.strong(word) & enabled[word] & ~taken[word];
        }

        /** The nodes where no starved demand is enabled. */
        int[] mended() {
            return Arrays.stream(nodes)
                    .filter(node -> {
                        demands.enabled(product.rows(), product.state(node), here);
                        boolean keep = true;
                        for (int word = 0; word < here.length; word++) {
                            keep &= (here[word] & starved(word)) == 0;
                        }
                        return keep;
                    })
                    .toArray();
        }
    }
}
