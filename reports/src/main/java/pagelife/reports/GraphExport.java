package pagelife.reports;

import io.vavr.collection.Seq;
import java.io.Writer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jgrapht.nio.Attribute;
import org.jgrapht.nio.DefaultAttribute;
import org.jgrapht.nio.dot.DOTExporter;
import org.jgrapht.nio.graphml.GraphMLExporter;
import pagelife.checker.graph.ExploredGraph;
import pagelife.checker.graph.TakenStep;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.State;

/**
 * A graph of states for other programs: {@code dot} for Graphviz, {@code graphml} for yEd, Gephi or networkx. A state is
 * labelled with the cells that differ from the first one, an edge with the actor and the step.
 */
public final class GraphExport {
    private final ExploredGraph explored;
    private final State first;
    private final Map<State, String> ids = new HashMap<>();

    /** The graph of {@code model}. */
    public GraphExport(ExploredGraph explored, Model model) {
        this.explored = explored;
        this.first = model.initialStates().head();
        explored.graph().vertexSet().forEach(state -> ids.put(state, "s" + ids.size()));
    }

    /** Writes it in the language of Graphviz. */
    public void dot(Writer out) {
        DOTExporter<State, TakenStep> exporter = new DOTExporter<>(ids::get);
        exporter.setVertexAttributeProvider(this::state);
        exporter.setEdgeAttributeProvider(GraphExport::edge);
        exporter.exportGraph(explored.graph(), out);
    }

    /** Writes it as GraphML. */
    public void graphml(Writer out) {
        GraphMLExporter<State, TakenStep> exporter = new GraphMLExporter<>(ids::get);
        GraphMLExporter.AttributeCategory both = GraphMLExporter.AttributeCategory.ALL;
        exporter.registerAttribute("label", both, org.jgrapht.nio.AttributeType.STRING);
        exporter.setVertexAttributeProvider(this::state);
        exporter.setEdgeAttributeProvider(GraphExport::edge);
        exporter.exportGraph(explored.graph(), out);
    }

    private Map<String, Attribute> state(State state) {
        Seq<Cell<?>> changed = first.changed(state);
        String label = changed.isEmpty()
                ? "start"
                : changed.map(cell -> cell.name() + " = " + Changes.text(state, cell))
                        .mkString("\n");
        return labelled(label);
    }

    private static Map<String, Attribute> edge(TakenStep edge) {
        return labelled(edge.toString());
    }

    private static Map<String, Attribute> labelled(String label) {
        Map<String, Attribute> attributes = new LinkedHashMap<>();
        attributes.put("label", DefaultAttribute.createAttribute(label));
        return attributes;
    }
}
