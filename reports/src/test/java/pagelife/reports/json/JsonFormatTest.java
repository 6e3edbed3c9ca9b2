package pagelife.reports.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pagelife.checker.search.Options;
import pagelife.checker.search.Order;
import pagelife.models.Settings;
import pagelife.reports.Captured;
import pagelife.reports.CheckReport;
import pagelife.reports.CostReport;
import pagelife.reports.Golden;
import pagelife.reports.Toys;
import pagelife.reports.outcome.Outcome;

public class JsonFormatTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void theDocumentSaysWhatTheTextSays() throws IOException {
        Outcome outcome = Toys.check("racy", Settings.NONE, Options.DEFAULT);
        Golden.expect("check.json", unmeasured(json(outcome)));
    }

    @Test
    void twoRunsDifferOnlyInWhatIsMeasured() throws IOException {
        Options two = Options.DEFAULT.withThreads(2).withAuditEvery(1);
        String one = json(Toys.check("racy", Settings.NONE, Options.DEFAULT));
        assertEquals(unmeasured(one), unmeasured(json(Toys.check("racy", Settings.NONE, two))));
    }

    @Test
    void itFitsItsSchema() throws IOException {
        assertFits("pagelife-check-2", json(Toys.racy()));
        assertFits(
                "pagelife-check-2",
                json(Toys.check("good", Settings.NONE, Options.DEFAULT.withOrder(Order.DEPTH_FIRST))));
    }

    @Test
    void aSchemaIsNamedByItsFormat() throws IOException {
        for (String format : Schemas.formats()) {
            JsonNode schema = MAPPER.readTree(Schemas.text(format).get());
            assertEquals(
                    "urn:" + format.replaceFirst("-", ":").replace('/', ':'),
                    schema.get("$id").asText());
            assertEquals(format, schema.at("/properties/format/const").asText());
        }
        assertEquals(
                Vector.of(
                        "check",
                        "catalogue",
                        "claims",
                        "matrix",
                        "cost",
                        "litmus",
                        "list",
                        "bench",
                        "doctor",
                        "workloads",
                        "fuzz",
                        "mutate",
                        "named",
                        "twins",
                        "sweep",
                        "any",
                        "reach",
                        "replay",
                        "steps",
                        "diff",
                        "observe"),
                Schemas.names());
        assertEquals(Schemas.text("pagelife-check/2"), Schemas.text("check"));
        assertTrue(Schemas.text("pagelife-check/1").isEmpty());
    }

    /**
     * Fails with every way in which {@code document} misses its schema, and with every field that this does not know.
     */
    public static void assertFits(String schema, String document) throws IOException {
        JsonNode strict = MAPPER.readTree(
                Schemas.text(schema.replaceFirst("-([0-9]+)$", "/$1")).get());
        closed(strict);
        JsonSchema found =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(strict);
        assertEquals(Set.of(), found.validate(MAPPER.readTree(document)));
    }

    /** Readers must accept fields that they do not know; we must know those that we write. */
    private static void closed(JsonNode schema) {
        if (schema.has("properties") && schema.get("properties").isObject() && !schema.has("additionalProperties")) {
            ((ObjectNode) schema).put("additionalProperties", false);
        }
        schema.forEach(JsonFormatTest::closed);
    }

    @Test
    void aFieldThatNoSchemaKnowsIsFound() throws IOException {
        ObjectNode wrong = (ObjectNode) MAPPER.readTree(Captured.json(CostReport.figures()));
        assertFits("pagelife-cost-1", wrong.toString());
        wrong.put("further", 1);
        assertThrows(AssertionError.class, () -> assertFits("pagelife-cost-1", wrong.toString()));
    }

    /** A document without what differs from run to run. */
    public static String unmeasured(String json) throws IOException {
        ObjectNode document = (ObjectNode) MAPPER.readTree(json);
        document.remove("measured");
        return document.toPrettyString().replace("\r\n", "\n") + "\n";
    }

    /** The document about an outcome. */
    public static String json(Outcome outcome) {
        return Captured.json(CheckReport.of(outcome));
    }
}
