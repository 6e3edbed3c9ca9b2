package pagelife.reports.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pagelife.checker.Checker;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.Property;
import pagelife.checker.search.Options;
import pagelife.models.Settings;
import pagelife.models.Variant;
import pagelife.models.page.Books;
import pagelife.reports.Captured;
import pagelife.reports.CheckReport;
import pagelife.reports.ToyFamily;
import pagelife.reports.outcome.Outcome;
import pagelife.reports.outcome.Question;
import pagelife.specs.Subject;

/** Whatever a model calls its cells, tasks and values, it stays text. */
class HostileTest {
    private static final String ATTACK = "</script><img src=x onerror=\"window.hit=1\">";
    private static final String SEPARATORS = "\u2028\u2029<!--<script>\\u003c@data@@title@";
    private static final String TURNED = "\u202ecod";

    @TempDir
    private Path folder;

    private static Outcome outcome() {
        ModelBuilder m = Model.builder(ATTACK);
        Cell<String> cell = m.cell(ATTACK, SEPARATORS);
        m.task("<b>" + TURNED + "</b>")
                .in(ATTACK, "fn'\"&<i>", ATTACK)
                .step("s1 " + ATTACK, now -> now.write(cell, ATTACK));
        Model model = m.build();
        Property claim = Invariant.always(
                ATTACK, SEPARATORS + ATTACK, view -> view.read(cell).equals(SEPARATORS));
        ToyFamily family = new ToyFamily();
        Variant variant = new Variant("toy", ATTACK, SEPARATORS, ATTACK, Settings.NONE, Settings.NONE);
        Question question = new Question(
                Subject.of(family, variant), Settings.NONE, Settings.NONE, Vector.empty(), Options.DEFAULT);
        return new Outcome(question, Books.of(model), Checker.check(model, Vector.of(claim), Options.DEFAULT), 1);
    }

    private static String page() {
        return Captured.text(new HtmlFormat(), CheckReport.of(outcome()), 100);
    }

    @Test
    void namesAreNoMarkup() {
        String page = page();
        assertFalse(page.contains("<img"), page);
        assertFalse(page.contains("\u2028"), "a line separator would end a line of a script");
        assertEquals(2, page.split("</script>", -1).length - 1, "the data and the script end once each");
    }

    @Test
    void theDataIsTheSameAfterItWasEscaped() throws IOException {
        String data = "{\"a\":\"</script><!-- & \u2028\u2029 \\\\ \\\"\"}";
        ObjectMapper mapper = new ObjectMapper();
        assertEquals(mapper.readTree(data), mapper.readTree(Template.island(data)));
        assertFalse(Template.island(data).contains("<"), Template.island(data));
    }

    @Test
    void nothingOfItRunsInABrowser() throws IOException, InterruptedException {
        try (Browser browser = Browser.start()) {
            Path file = Files.writeString(folder.resolve("page.html"), page());
            browser.open(file.toUri().toString());
            browser.settle();
            assertTrue(browser.eval("return window.hit === undefined").asBoolean());
            assertEquals(
                    0,
                    browser.eval("return document.images.length + document.querySelectorAll('b b, i').length")
                            .asInt());
            String text = browser.eval("return document.body.innerText").asText();
            assertTrue(text.contains(ATTACK), text);
            assertTrue(text.contains("\\u202ecod"), text);
            assertEquals("", browser.complaints());
        }
    }

    @Test
    void aMeddledScriptDoesNotRun() throws IOException, InterruptedException {
        try (Browser browser = Browser.start()) {
            String meddled = page().replace("</body>", "<script>window.hit = 1</script><img src=\"x.png\"></body>");
            Path file = Files.writeString(folder.resolve("meddled.html"), meddled);
            browser.open(file.toUri().toString());
            assertTrue(browser.eval("return window.hit === undefined").asBoolean());
            assertTrue(browser.complaints().contains("Content Security Policy"), "the browser refuses both");
        }
    }
}
