package pagelife.reports.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import pagelife.checker.model.At;
import pagelife.checker.model.Control;
import pagelife.checker.model.Nothing;
import pagelife.checker.value.Value;
import pagelife.models.page.EntryAt;
import pagelife.models.page.FileId;
import pagelife.models.page.Index;
import pagelife.models.page.Page;

class ValueJsonTest {
    private static final EntryAt ENTRY = new EntryAt(new FileId(0), new Index(0));

    @Test
    void numbersAreNumbers() throws IOException {
        assertWrites("7", 7);
        assertWrites("9223372036854775807", Long.MAX_VALUE);
        assertWrites("0.5", 0.5);
        assertWrites("\"NaN\"", Double.NaN);
    }

    @Test
    void truthsTextsAndConstantsAreThemselves() throws IOException {
        assertWrites("true", true);
        assertWrites("\"a, b\"", "a, b");
        assertWrites("\"FINISHED\"", Control.finished());
    }

    @Test
    void aRecordHasItsComponents() throws IOException {
        assertWrites(
                "{'record':'Page','components':{'refs':1,'mapcount':0,'mapping':"
                        + "{'record':'File','components':{'file':'f','index':0}}}}",
                Page.counting(1).associate(ENTRY));
        assertWrites("{'record':'Page','components':{'refs':1,'mapcount':0,'mapping':null}}", Page.counting(1));
    }

    @Test
    void aPlaceHasWhatItCarries() throws IOException {
        assertWrites(
                "{'record':'At','components':{'call':0,'operation':'','place':'t5','carried':null}}",
                new At(0, "", "t5", Nothing.NOTHING));
    }

    @Test
    void collectionsAreArraysAndMapsArePairs() throws IOException {
        assertWrites("[2,1]", Vector.of(2, 1));
        assertWrites("['a','b']", HashSet.of("b", "a"));
        assertWrites("{'map':[{'key':'a','value':1}]}", HashMap.of("a", 1));
    }

    @Test
    void whatIsOptionalIsThereOrNull() throws IOException {
        assertWrites("1", Option.some(1));
        assertWrites("null", Option.none());
    }

    private static void assertWrites(String expected, Object value) throws IOException {
        StringWriter written = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(written)) {
            Value.of(value).accept(new ValueJson(json));
        }
        assertEquals(expected.replace('\'', '"'), written.toString());
    }
}
