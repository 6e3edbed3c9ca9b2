package pagelife.checker.engine;

import io.vavr.collection.Vector;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import org.jgrapht.graph.DirectedPseudograph;
import pagelife.checker.model.Model;
import pagelife.checker.model.State;
import pagelife.checker.search.ExploredGraph;

/** Explores a small model by its own code, and keeps every state and every edge. Run once. */
public final class Grapher {
    private final Cells cells;
    private final StepProgram[] steps;
    private final Execution execution;
    private final int most;
    private final DirectedPseudograph<State, ExploredGraph.Edge> graph =
            new DirectedPseudograph<>(ExploredGraph.Edge.class);
    private final Map<Vector<Integer>, State> known = new HashMap<>();
    private final Queue<int[]> frontier = new ArrayDeque<>();
    private boolean complete = true;

    /** Explores the first {@code most} states of {@code model}. */
    public Grapher(Model model, int most) {
        this.cells = new Cells(model);
        this.steps = new Memo(cells, Vector.empty()).steps();
        this.execution = new Execution(cells);
        this.most = most;
    }

    /** The graph. */
    public ExploredGraph explore() {
        cells.model().initialStates().forEach(initial -> visit(cells.intern(initial)));
        for (int[] ids = frontier.poll(); ids != null; ids = frontier.poll()) {
            expand(ids);
        }
        return new ExploredGraph(graph, complete);
    }

    private void expand(int[] ids) {
        State from = known.get(key(ids));
        for (StepProgram program : steps) {
            for (Effect effect : execution.effects(program, ids)) {
                State to = visit(Execution.apply(effect, ids));
                if (to != null) {
                    graph.addEdge(from, to, new ExploredGraph.Edge(effect.step()));
                }
            }
        }
    }

    /** The state of these ids; null if it is one too many. */
    private State visit(int[] ids) {
        Vector<Integer> key = key(ids);
        State found = known.get(key);
        if (found == null && known.size() < most) {
            found = cells.box(ids);
            known.put(key, found);
            graph.addVertex(found);
            frontier.add(ids);
        }
        complete &= found != null;
        return found;
    }

    private static Vector<Integer> key(int[] ids) {
        return Vector.ofAll(ids);
    }
}
