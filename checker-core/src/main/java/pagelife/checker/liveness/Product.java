package pagelife.checker.liveness;

import pagelife.checker.automaton.Automaton;

/**
 * A state graph read by an automaton. A node is a pair: the state of the automaton before it reads the position, above
 * {@link #bits} bits for the state of the graph there.
 *
 * <p>An automaton that starts in a waiting room (see {@link Automaton#isWaitingRoom}) is there together with every
 * reachable state, so nobody needs to visit those nodes; for a leads-to that leaves the states where the promise is
 * open.
 */
final class Product {
    private final StateGraph graph;
    private final Automaton automaton;
    private final Rows rows;
    private final Letters letters;
    private final Endings endings;
    private final boolean waits;
    private final int bits;
    private final int mask;

    Product(StateGraph graph, Automaton automaton, int steps) {
        this.graph = graph;
        this.automaton = automaton;
        this.rows = graph.rows();
        this.letters = new Letters(automaton.atoms(), graph, steps);
        this.endings = new Endings(automaton, graph::checkHalted);
        this.waits = automaton.states() > 0 && automaton.isWaitingRoom(Automaton.INITIAL);
        this.bits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, rows.capacity() - 1));
        this.mask = (1 << bits) - 1;
        if ((long) automaton.states() << bits > Integer.MAX_VALUE) {
            throw new Halt(Halt.Reason.MEMORY);
        }
    }

    StateGraph graph() {
        return graph;
    }

    Automaton automaton() {
        return automaton;
    }

    Rows rows() {
        return rows;
    }

    int node(int reader, int state) {
        return reader << bits | state;
    }

    /** The automaton's part of a node. */
    int reader(int node) {
        return node >>> bits;
    }

    /** The graph's part of a node. */
    int state(int node) {
        return node & mask;
    }

    /** Whether the automaton starts in a waiting room. */
    boolean waits() {
        return waits;
    }

    /** Whether the automaton may have an edge from here, as far as the state alone tells. */
    boolean goesOn(int node) {
        return mayMatch(automaton.edges(reader(node)), letters.propositions(state(node)));
    }

    private boolean mayMatch(Automaton.Edge[] edges, long letter) {
        for (Automaton.Edge edge : edges) {
            if (edge.mayMatch(letter, letters.known())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the automaton can do at {@code node} whatever it could do in its state {@code other} there. */
    boolean canDoAs(int node, int other) {
        long letter = letters.propositions(state(node));
        for (Automaton.Edge wanted : automaton.edges(other)) {
            if (wanted.mayMatch(letter, letters.known()) && !hasLike(wanted, reader(node), letter)) {
                return false;
            }
        }
        return true;
    }

    private boolean hasLike(Automaton.Edge wanted, int reader, long letter) {
        for (Automaton.Edge edge : automaton.edges(reader)) {
            boolean asksNoMore = (edge.positive() & ~letters.known() & ~wanted.positive()) == 0
                    && (edge.negative() & ~letters.known() & ~wanted.negative()) == 0;
            if (edge.target() == wanted.target() && asksNoMore && edge.mayMatch(letter, letters.known())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a run that ends here is accepted. */
    boolean acceptsEnd(int node) {
        return endings.accepts(reader(node), letters.of(state(node)));
    }

    /**
     * The first step from {@code node}, in the order of steps, that fails and so ends a run that is accepted; -1 if there
     * is none. Nothing is possible after it, so that no atom about steps is true there.
     */
    int failure(int node) {
        int first = -1;
        long letter = letters.of(state(node));
        for (int edge = rows.first(state(node)); edge >= 0; edge = rows.isLast(edge) ? -1 : edge + 1) {
            int step = rows.step(edge);
            if (rows.target(edge) == Rows.FAILED
                    && (first < 0 || step < first)
                    && acceptsAfter(node, letter | letters.taken(step))) {
                first = step;
            }
        }
        return first;
    }

    private boolean acceptsAfter(int node, long read) {
        for (Automaton.Edge edge : automaton.edges(reader(node))) {
            if (edge.matches(read) && endings.accepts(edge.target(), letters.propositions(state(node)))) {
                return true;
            }
        }
        return false;
    }

    /** The states whose edges matter: where the automaton can do anything but wait in its first state. */
    StateSet relevant() {
        StateSet relevant = new StateSet(rows.capacity());
        StateSet states = graph.states();
        for (int state = states.next(0); state >= 0; state = states.next(state + 1)) {
            if (isRelevant(letters.propositions(state))) {
                relevant.add(state);
            }
        }
        return relevant;
    }

    private boolean isRelevant(long letter) {
        for (int reader = 0; reader < automaton.states(); reader++) {
            for (Automaton.Edge edge : automaton.edges(reader)) {
                boolean waiting = waits && edge.target() == Automaton.INITIAL && edge.isUnconditional();
                if (!waiting && edge.mayMatch(letter, letters.known())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A walk over the edges from nodes; one at a time. */
    Cursor cursor(boolean intoWaitingRoom) {
        return new Cursor(intoWaitingRoom || !waits);
    }

    /** Walks over the edges from a node. */
    final class Cursor {
        private final boolean intoWaitingRoom;
        private Automaton.Edge[] choices;
        private long letter;
        private int edge = -1;
        private int choice;
        private int step;
        private int target;
        private long marks;

        Cursor(boolean intoWaitingRoom) {
            this.intoWaitingRoom = intoWaitingRoom;
        }

        /** Starts with the first edge from {@code node}. */
        void start(int node) {
            resume(node, 0, 0);
            edge = mayMatch(choices, letter) ? rows.first(state(node)) : -1;
        }

        /** Goes on where it was. */
        void resume(int node, int atEdge, int atChoice) {
            choices = automaton.edges(reader(node));
            letter = letters.of(state(node));
            edge = atEdge;
            choice = atChoice;
        }

        int edge() {
            return edge;
        }

        int choice() {
            return choice;
        }

        /** Goes to the next edge; false if there is none. */
        boolean next() {
            while (edge >= 0) {
                int to = rows.target(edge);
                if (to >= 0) {
                    long read = letter | letters.taken(rows.step(edge));
                    while (choice < choices.length) {
                        Automaton.Edge found = choices[choice++];
                        if (found.matches(read) && (intoWaitingRoom || found.target() != Automaton.INITIAL)) {
                            step = rows.step(edge);
                            target = node(found.target(), to);
                            marks = found.marks();
                            return true;
                        }
                    }
                }
                choice = 0;
                edge = rows.isLast(edge) ? -1 : edge + 1;
            }
            return false;
        }

        int step() {
            return step;
        }

        int target() {
            return target;
        }

        long marks() {
            return marks;
        }
    }
}
