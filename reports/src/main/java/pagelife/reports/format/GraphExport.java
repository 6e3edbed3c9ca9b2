package pagelife.reports.format;

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
import pagelife.reports.page.Printable;
import pagelife.reports.told.Changes;

/**
 * A graph of states for other programs: {@code dot} for Graphviz, {@code graphml} for yEd, Gephi or networkx. A state
 * is labelled with the cells that differ from the first one, an edge with the actor and the step.
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
        exporter.setVertexAttributeProvider(state -> labelled(escaped(label(state))));
        exporter.setEdgeAttributeProvider(edge -> labelled(escaped(edge.toString())));
        exporter.exportGraph(explored.graph(), out);
    }

    /** The exporter sees to quotation marks; a backslash before one of them is ours to see to. */
    private static String escaped(String label) {
        return label.replace("\\", "\\\\");
    }

    /** Writes it as GraphML. */
    public void graphml(Writer out) {
        GraphMLExporter<State, TakenStep> exporter = new GraphMLExporter<>(ids::get);
        GraphMLExporter.AttributeCategory both = GraphMLExporter.AttributeCategory.ALL;
        exporter.registerAttribute("label", both, org.jgrapht.nio.AttributeType.STRING);
        exporter.setVertexAttributeProvider(state -> labelled(label(state)));
        exporter.setEdgeAttributeProvider(edge -> labelled(edge.toString()));
        exporter.exportGraph(explored.graph(), out);
    }

    private String label(State state) {
        Seq<Cell<?>> changed = first.changed(state);
        return changed.isEmpty()
                ? "start"
                : changed.map(cell -> cell.name() + " = " + Changes.text(state, cell))
                        .mkString("\n");
    }

    private static Map<String, Attribute> labelled(String label) {
        Map<String, Attribute> attributes = new LinkedHashMap<>();
        attributes.put("label", DefaultAttribute.createAttribute(Printable.of(label)));
        return attributes;
    }
}
