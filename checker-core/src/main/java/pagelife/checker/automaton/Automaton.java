package pagelife.checker.automaton;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.List;
import pagelife.checker.ltl.Formula;

/**
 * A transition-based generalised Büchi automaton: it reads a run position by position, and accepts it if it can do so
 * along edges that carry each mark again and again, forever within a component that accepts.
 *
 * <p>A letter says which atoms are true at a position: bit {@code i} for atom {@code i}.
 */
public final class Automaton {
    /** Where it starts. */
    public static final int INITIAL = 0;

    private final Seq<Formula.Atom> atoms;
    private final Edge[][] edges;
    private final boolean[] accepting;
    private final int marks;

    Automaton(Seq<Formula.Atom> atoms, List<List<Edge>> edges, boolean[] accepting, int marks) {
        this.atoms = atoms;
        this.edges = edges.stream().map(from -> from.toArray(Edge[]::new)).toArray(Edge[][]::new);
        this.accepting = accepting;
        this.marks = marks;
    }

    /**
     * An edge.
     *
     * @param positive the atoms that must be true
     * @param negative the atoms that must be false
     * @param marks the marks it carries, a bit each
     * @param target where it leads
     */
    public record Edge(long positive, long negative, long marks, int target) {
        /** Whether it can be taken at a position of this letter. */
        public boolean matches(long letter) {
            return (letter & (positive | negative)) == positive;
        }

        /** Whether it can be taken at a position where only the atoms of {@code known} are known. */
        public boolean mayMatch(long letter, long known) {
            return (letter & (positive | negative) & known) == (positive & known);
        }

        /** Whether every letter will do. */
        public boolean isUnconditional() {
            return (positive | negative) == 0;
        }
    }

    /** The atoms that letters are made of. */
    public Seq<Formula.Atom> atoms() {
        return atoms;
    }

    /** How many states it has; none if it accepts nothing. */
    public int states() {
        return edges.length;
    }

    /** The edges that leave {@code state}. The array is the automaton's own. */
    public Edge[] edges(int state) {
        return edges[state];
    }

    /** Whether a run can stay in the component of {@code state} forever and be accepted. */
    public boolean isAccepting(int state) {
        return accepting[state];
    }

    /** All marks, a bit each. */
    public long marks() {
        return marks == Long.SIZE ? -1L : (1L << marks) - 1;
    }

    /** How many marks there are. */
    public int markCount() {
        return marks;
    }

    /** Whether it may wait in {@code state} forever, whatever happens, without accepting anything by that. */
    public boolean isWaitingRoom(int state) {
        return !accepting[state]
                && Vector.of(edges[state]).exists(edge -> edge.target() == state && edge.isUnconditional());
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int state = 0; state < edges.length; state++) {
            text.append(state).append(accepting[state] ? " accepting" : "").append('\n');
            for (Edge edge : edges[state]) {
                text.append("  ").append(label(edge)).append(" -> ").append(edge.target());
                text.append(edge.marks() == 0 ? "" : " marks " + Long.toBinaryString(edge.marks()))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private String label(Edge edge) {
        Vector<String> literals = Vector.empty();
        for (int atom = 0; atom < atoms.size(); atom++) {
            long bit = 1L << atom;
            if (((edge.positive() | edge.negative()) & bit) != 0) {
                literals = literals.append(((edge.negative() & bit) != 0 ? "!" : "") + atoms.get(atom));
            }
        }
        return literals.isEmpty() ? "true" : literals.mkString(" && ");
    }
}
