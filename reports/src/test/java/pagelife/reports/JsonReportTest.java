package pagelife.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

class JsonReportTest {
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
        assertEquals(Vector.of("check", "catalogue", "claims", "matrix", "cost", "litmus"), Schemas.names());
        assertEquals(Schemas.text("pagelife-check/2"), Schemas.text("check"));
        assertTrue(Schemas.text("pagelife-check/1").isEmpty());
    }

    /** Fails with every way in which {@code document} misses its schema. */
    static void assertFits(String schema, String document) throws IOException {
        try (var stream = JsonReport.class.getResourceAsStream("/schema/" + schema + ".schema.json")) {
            JsonSchema found = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(stream);
            assertEquals(Set.of(), found.validate(MAPPER.readTree(document)));
        }
    }

    @Test
    void theSchemaKnowsEveryFieldThatWeWrite() throws IOException {
        JsonNode document = MAPPER.readTree(json(Toys.racy()));
        try (var stream = JsonReport.class.getResourceAsStream("/schema/pagelife-check-2.schema.json")) {
            JsonNode properties = MAPPER.readTree(stream).get("properties");
            document.fieldNames().forEachRemaining(name -> assertTrue(properties.has(name), name));
            assertEquals(properties.size(), document.size());
        }
    }

    /** A document without what differs from run to run. */
    static String unmeasured(String json) throws IOException {
        ObjectNode document = (ObjectNode) MAPPER.readTree(json);
        document.remove("measured");
        return document.toPrettyString().replace("\r\n", "\n") + "\n";
    }

    /** The document about an outcome. */
    static String json(Outcome outcome) {
        Captured captured = new Captured();
        JsonReport.print(captured.page(100), outcome);
        return captured.text();
    }
}
