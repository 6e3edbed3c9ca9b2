package pagelife.reports.traces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.DirectedMultigraph;
import org.jgrapht.nio.dot.DOTImporter;
import org.jgrapht.util.SupplierUtil;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import pagelife.reports.Captured;
import pagelife.reports.CheckReport;
import pagelife.reports.Golden;
import pagelife.reports.Toys;
import pagelife.reports.Waits;
import pagelife.reports.format.Document;
import pagelife.reports.format.PerTrace;
import pagelife.reports.outcome.Outcome;

/** Each format against a file that a person has read, and through the eyes of another program. */
class TraceFormatsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** The document about a claim. */
    private static String document(PerTrace format, Outcome outcome, String claim) {
        Captured captured = new Captured();
        Seq<Document> all = format.documents(CheckReport.of(outcome));
        all.find(document -> document.about().equals(claim)).get().body().accept(captured.page(100));
        return captured.text();
    }

    @Test
    void aDocumentIsMadeOfEachTraceThatBreaksAClaim() {
        Seq<String> broken =
                new ItfFormat(false).documents(CheckReport.of(Toys.racy())).map(Document::about);
        assertEquals(Vector.of("SAFE-1", "SAFE-2", "no deadlock"), broken);
        Seq<String> all =
                new ItfFormat(true).documents(CheckReport.of(Toys.racy())).map(Document::about);
        assertEquals(Vector.of("SAFE-1", "SAFE-2", "SOME-1", "no deadlock"), all);
    }

    @Test
    void itfIsAsItWas() {
        Golden.expect("trace.itf.json", document(new ItfFormat(false), Toys.racy(), "SAFE-2"));
    }

    @Test
    void mermaidIsAsItWas() {
        Golden.expect("trace.mmd", document(new MermaidFormat(false), Toys.racy(), "SAFE-2"));
    }

    @Test
    void dotIsAsItWas() {
        Golden.expect("trace.dot", document(new DotFormat(false), Toys.racy(), "SAFE-2"));
    }

    @Test
    void perfettoIsAsItWas() throws IOException {
        String trace = document(new PerfettoFormat(false), Waits.outcome(), "LTL-1'");
        Golden.expect("trace.perfetto.json", MAPPER.readTree(trace).toPrettyString() + "\n");
    }

    /** What decision record 15 of Apalache asks for: numbers boxed, every variable in every state. */
    @Test
    void itfHasEveryVariableInEveryState() throws IOException {
        JsonNode trace = MAPPER.readTree(document(new ItfFormat(false), Toys.racy(), "SAFE-2"));
        assertEquals("ITF", trace.at("/#meta/format").asText());
        for (JsonNode state : trace.get("states")) {
            for (JsonNode variable : trace.get("vars")) {
                assertTrue(state.has(variable.asText()), variable + " in " + state);
            }
            assertEquals(trace.get("vars").size() + 1, state.size());
        }
        assertEquals("1", trace.at("/states/0/page(P0)/value/refs/#bigint").asText());
    }

    @Test
    void dotIsReadByJGraphT() {
        Graph<String, DefaultEdge> graph = new DirectedMultigraph<>(
                SupplierUtil.createStringSupplier(), SupplierUtil.createDefaultEdgeSupplier(), false);
        Map<String, Integer> labelled = new HashMap<>();
        DOTImporter<String, DefaultEdge> importer = new DOTImporter<>();
        importer.setVertexFactory(id -> id);
        importer.addVertexAttributeConsumer((pair, value) -> labelled.put(pair.getFirst(), 1));
        importer.importGraph(graph, new StringReader(document(new DotFormat(false), Toys.racy(), "SAFE-2")));
        assertEquals(3, graph.vertexSet().size());
        assertTrue(graph.containsEdge("s1", "s2"), graph.toString());
    }

    @Test
    void dotIsDrawnByGraphviz() throws IOException, InterruptedException {
        Process dot = start("dot", "-Tsvg");
        try (var in = dot.outputWriter(StandardCharsets.UTF_8)) {
            in.write(document(new DotFormat(false), Toys.racy(), "SAFE-2"));
        }
        String svg = new String(dot.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, dot.waitFor(), svg);
        assertTrue(svg.contains("g1 read the count"), svg);
    }

    private static Process start(String... command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            Assumptions.abort("no " + command[0] + " here: install graphviz");
            throw new IllegalStateException(e);
        }
    }

    /** What the documentation of trace events asks for: slices of a thread nest, flows have two ends, in this order. */
    @Test
    void perfettoEventsFitTogether() throws IOException {
        JsonNode events = MAPPER.readTree(document(new PerfettoFormat(false), Waits.outcome(), "LTL-1'"))
                .get("traceEvents");
        Map<Integer, Long> begun = new HashMap<>();
        Map<Integer, Long> threads = new HashMap<>();
        for (JsonNode event : events) {
            switch (event.get("ph").asText()) {
                case "X" -> assertTrue(event.get("dur").asLong() > 0);
                case "s" -> begun.put(event.get("id").asInt(), event.get("ts").asLong());
                case "f" ->
                    assertTrue(begun.remove(event.get("id").asInt())
                            < event.get("ts").asLong());
                case "M" -> threads.put(event.get("tid").asInt(), 0L);
                case "C" -> assertTrue(event.at("/args/refs").isInt());
                default -> throw new AssertionError("an event of no known phase: " + event);
            }
        }
        assertEquals(Map.of(), begun, "every flow ends");
        events.forEach(event -> assertTrue(threads.containsKey(event.get("tid").asInt()), event.toString()));
        assertOneAtATime(events);
    }

    /** A step of a task and its sleep never overlap. */
    private static void assertOneAtATime(JsonNode events) {
        Vector<JsonNode> slices =
                Vector.ofAll(events).filter(event -> event.get("ph").asText().equals("X"));
        for (JsonNode one : slices) {
            for (JsonNode other : slices) {
                boolean apart = one == other
                        || one.get("tid").asInt() != other.get("tid").asInt()
                        || one.get("ts").asLong() + one.get("dur").asLong()
                                <= other.get("ts").asLong()
                        || other.get("ts").asLong() + other.get("dur").asLong()
                                <= one.get("ts").asLong();
                assertTrue(apart, one + " overlaps " + other);
            }
        }
    }

    @Test
    void whatMermaidWouldObeyIsWrittenAsANumber() {
        String diagram = document(new MermaidFormat(false), Toys.racy(), "SAFE-2");
        assertFalse(diagram.lines().skip(1).anyMatch(line -> line.contains(" -> ")), diagram);
    }
}
