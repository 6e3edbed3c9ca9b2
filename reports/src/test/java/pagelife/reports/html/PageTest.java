package pagelife.reports.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pagelife.checker.model.Cell;
import pagelife.checker.model.State;
import pagelife.checker.property.Kind;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Trace;
import pagelife.checker.result.Verdict;
import pagelife.checker.value.Value;
import pagelife.reports.Captured;
import pagelife.reports.CheckReport;
import pagelife.reports.Waits;
import pagelife.reports.explore.Guide;
import pagelife.reports.explore.Guide.Mark;
import pagelife.reports.outcome.Outcome;
import pagelife.reports.told.ToldFinding;

/** What one does with the page does what the documentation says, in a browser. */
class PageTest {
    private static final String RIGHT = "\uE014";
    private static final String LEFT = "\uE012";
    private static final String HOME = "\uE011";
    private static final String END = "\uE010";
    private static final int PHONE = 390;

    private static Outcome outcome;
    private static Finding finding;
    private static Browser browser;
    private static String address;
    private static Path folder;

    @BeforeAll
    static void begin(@TempDir Path temporary) throws IOException, InterruptedException {
        browser = Browser.start();
        folder = temporary;
        outcome = Waits.outcome("devdax/5.14-rc1");
        finding = outcome.result()
                .findings()
                .find(found -> found.property().id().equals("INV-3"))
                .get();
        String page = Captured.text(new HtmlFormat(), CheckReport.of(outcome), 100);
        address = Files.writeString(folder.resolve("page.html"), page).toUri().toString();
    }

    @AfterAll
    static void end() throws IOException {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void open() throws IOException, InterruptedException {
        browser.size(1280, 900);
        browser.open("about:blank");
        browser.open(address + "#INV-3:" + trace().steps().size());
        browser.settle();
    }

    @AfterEach
    void nothingWentWrong() throws IOException, InterruptedException {
        assertEquals("", browser.complaints());
    }

    private static Trace trace() {
        return finding.trace().get();
    }

    private static String text(String expression) throws IOException, InterruptedException {
        return browser.eval("return String(" + expression + ")").asText();
    }

    private static int number(String expression) throws IOException, InterruptedException {
        return browser.eval("return " + expression).asInt();
    }

    private static String hash() throws IOException, InterruptedException {
        return text("location.hash");
    }

    @Test
    void keysGoFromStepToStepAndTheAddressKeepsWhere() throws IOException, InterruptedException {
        int last = trace().steps().size();
        browser.press(HOME);
        assertEquals("#INV-3:0", hash());
        browser.press(RIGHT + RIGHT + "j" + LEFT);
        assertEquals("#INV-3:2", hash());
        assertEquals(2, number("Number(document.querySelector('.race .cur th').innerText)"));
        assertEquals(2, number("Number(document.querySelector('input[type=range]').value)"));
        browser.press(END + RIGHT);
        assertEquals("#INV-3:" + last, hash());
        browser.press("kb");
        assertEquals("#INV-3:" + last, hash());
    }

    @Test
    void theSliderGoesToAStep() throws IOException, InterruptedException {
        browser.eval("const bar = document.querySelector('input[type=range]'); bar.value = 4;"
                + "bar.dispatchEvent(new Event('input'));");
        browser.settle();
        assertEquals("#INV-3:4", hash());
        assertState(trace().before(4));
    }

    /** The values that the page shows are those that the model's own code comes to. */
    @Test
    void everyStepShowsTheStateOfTheTrace() throws IOException, InterruptedException {
        browser.press(HOME);
        for (int at = 0; at < trace().steps().size(); at++) {
            assertState(trace().before(at));
            browser.press(RIGHT);
        }
        assertState(trace().last());
    }

    @Test
    void threeStepsAreChosenFromTheMiddleOfATraceAndUndone() throws IOException, InterruptedException {
        Guide guide = new Guide(
                outcome.result().model(),
                outcome.books(),
                outcome.result().findings().map(Finding::property));
        int middle = trace().steps().size() / 2;
        browser.open(address + "#INV-3:" + middle);
        browser.settle();
        State at = trace().before(middle);
        for (int taken = 1; taken <= 3; taken++) {
            assertEquals(guide.moves(at).size(), number("document.querySelectorAll('.move').length"));
            at = guide.moves(at).head().to();
            browser.press("1");
            assertEquals("#INV-3:" + (middle + taken) + "~" + middle + ".0".repeat(taken), hash());
            assertState(at);
            assertEquals(falseIn(guide, at), chips("broken"));
        }
        assertEquals(1, number("document.querySelectorAll('.story.left').length"), "the story is of another run");
        assertEquals(0, number("document.querySelectorAll('.story a').length"), "its steps are no more there");
        browser.open("about:blank");
        browser.open(address + "#INV-3:" + (middle + 3) + "~" + middle + ".0.0.0");
        browser.settle();
        assertState(at);
        browser.press("uuu");
        assertEquals("#INV-3:" + middle, hash());
        assertState(trace().before(middle));
    }

    private static Seq<String> falseIn(Guide guide, State state) {
        return guide.claims()
                .zip(guide.marks(state, guide.moves(state)))
                .filter(pair -> pair._2() == Mark.BROKEN && pair._1().kind() != Kind.SOMETIMES)
                .map(pair -> pair._1().id());
    }

    private static Seq<String> chips(String kind) throws IOException, InterruptedException {
        return Vector.ofAll(browser.eval("return [...document.querySelectorAll('.chips ." + kind
                        + "')].map(chip => chip.childNodes[1].textContent)"))
                .map(JsonNode::asText);
    }

    private static void assertState(State state) throws IOException, InterruptedException {
        JsonNode shown = browser.eval("return Object.fromEntries([...document.querySelectorAll('.cells tr')].map(row =>"
                + " [row.querySelector('th').firstChild.textContent, row.querySelector('td').lastChild.textContent]))");
        int found = 0;
        for (Cell<?> cell : state.model().cells()) {
            if (shown.has(cell.name())) {
                found++;
                assertEquals(
                        Value.of(state.read(cell)).text(),
                        shown.get(cell.name()).asText(),
                        cell.name());
            }
        }
        assertTrue(found > 5, shown.toString());
    }

    @Test
    void aReadShowsTheWriteThatItSaw() throws IOException, InterruptedException {
        String read = "[...document.querySelectorAll('.reads li')].find(line => line.querySelector('a'))";
        int writer = number("Number(" + read + ".querySelector('a').innerText.replace('since step ', ''))");
        browser.press("d");
        String lit = "[...document.querySelectorAll('tr.source')].map(row => row.id).join()";
        browser.eval(read + ".dispatchEvent(new MouseEvent('mouseenter'))");
        assertEquals("step-" + writer, text(lit));
        browser.eval(read + ".dispatchEvent(new MouseEvent('mouseleave'))");
        assertEquals("", text(lit));
    }

    @Test
    void searchKeepsTheClaimsThatHaveTheWords() throws IOException, InterruptedException {
        int all = number("document.querySelectorAll('.verdicts tr').length");
        assertEquals(outcome.result().findings().size(), all);
        browser.press("/pinned");
        int kept = number("document.querySelectorAll('.verdicts tr').length");
        assertTrue(kept > 0 && kept < all, kept + " of " + all);
    }

    @Test
    void itFitsAPhone() throws IOException, InterruptedException {
        browser.size(PHONE, 800);
        browser.settle();
        assertEquals(PHONE, number("document.documentElement.scrollWidth"));
        int beside = number("Math.round(document.querySelector('.race').getBoundingClientRect().right"
                + " - document.querySelector('.race thead th:nth-last-child(2)').getBoundingClientRect().right)");
        assertTrue(beside <= 1, "a column of " + beside + " pixels beside the tasks is empty");
    }

    @Test
    void onPaperEveryCounterexampleHasAllItsSteps() throws IOException, InterruptedException {
        browser.eval("dispatchEvent(new Event('beforeprint'))");
        Seq<Integer> lengths = Vector.ofAll(browser.eval("return [...document.querySelectorAll('.print .race')]"
                        + ".map(race => race.querySelectorAll('tr.step').length)"))
                .map(JsonNode::asInt);
        Seq<Integer> expected = outcome.result()
                .findings()
                .filter(found -> found.verdict() == Verdict.VIOLATED)
                .map(found -> found.trace().get().steps().size());
        assertEquals(expected.sorted(), lengths.sorted());
        assertEquals(0, number("document.querySelectorAll('.found details:not([open])').length"));
    }

    @Test
    void onPaperTheFirstCounterexampleFollowsTheVerdicts() throws IOException, InterruptedException {
        browser.media("print");
        browser.eval("dispatchEvent(new Event('beforeprint'))");
        String breaks = text("[...document.querySelectorAll('.print article')]"
                + ".map(article => getComputedStyle(article).breakBefore)");
        browser.media("screen");
        assertTrue(breaks.matches("auto(,page)+"), breaks);
    }

    @Test
    void theStepThatLeavesSomebodyAsleepIsMarked() throws IOException, InterruptedException {
        Outcome asleep = Waits.outcome("waitwake/m1");
        ToldFinding told = CheckReport.of(asleep)
                .findings()
                .find(found -> !found.stuck().isEmpty())
                .get();
        String page = Captured.text(new HtmlFormat(), CheckReport.of(asleep), 100);
        browser.open(Files.writeString(folder.resolve("asleep.html"), page).toUri() + "#" + told.id() + ":1");
        browser.settle();
        assertEquals(
                "step-" + told.stuck().head().step(),
                text("[...document.querySelectorAll('.race .blamed')].map(row => row.id)"));
        assertEquals("nobody sleeps yet", text("document.querySelector('.race .changes .wrong').textContent"));
    }

    @Test
    void whoCannotSeeItIsToldWhatIsWhere() throws IOException, InterruptedException {
        assertEquals(1, number("document.querySelectorAll('[role=grid] [aria-current=step]').length"));
        assertEquals(1, number("document.querySelectorAll('output[aria-live=polite]').length"));
        assertEquals(
                0,
                number("[...document.querySelectorAll('button, input')]"
                        + ".filter(one => !one.innerText && !one.getAttribute('aria-label')).length"));
        assertEquals(0, number("document.querySelectorAll('svg[role=img]:not([aria-label])').length"));
    }

    @Test
    void theTextForACommitMessageIsThereToBeTaken() throws IOException, InterruptedException {
        String told = CheckReport.of(outcome)
                .findings()
                .find(found -> found.id().equals("INV-3"))
                .get()
                .story()
                .get()
                .commit()
                .mkString("\n");
        assertTrue(told.contains("gup"), told);
        assertEquals(told, text("document.querySelector('pre[aria-label=\"For the commit message\"]').textContent"));
    }

    @Test
    void itLoadsNothing() throws IOException, InterruptedException {
        assertEquals(0, number("performance.getEntriesByType('resource').length"));
        assertTrue(text("document.querySelector('meta[http-equiv]').content").startsWith("default-src 'none'"));
    }
}
