package pagelife.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
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
        assertFits("pagelife-check-1", json(Toys.racy()));
        assertFits(
                "pagelife-check-1",
                json(Toys.check("good", Settings.NONE, Options.DEFAULT.withOrder(Order.DEPTH_FIRST))));
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
        try (var stream = JsonReport.class.getResourceAsStream("/schema/pagelife-check-1.schema.json")) {
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
