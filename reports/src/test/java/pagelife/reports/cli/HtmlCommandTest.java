package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.base.Ticker;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;
import pagelife.checker.property.Property;
import pagelife.reports.Captured;
import pagelife.reports.explore.Guide;
import pagelife.reports.html.Browser;

/** The page as a person uses it, in a browser. */
class HtmlCommandTest {
    private static final String RIGHT = "\uE014";
    private static final String LEFT = "\uE012";
    private static final String HOME = "\uE011";
    private static final String END = "\uE010";

    @TempDir
    private static Path folder;

    private static Browser browser;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        browser = Browser.start();
        for (String variant : Vector.of("gup/fork-5.9", "fsdax/6.1", "devdax/5.14-rc1")) {
            Captured out = new Captured();
            Console console = new Console(out.page(100), out.stream(), -1, Ticker.systemTicker(), () -> false);
            new CheckCommand(console, Shelf.shipped()).run(variant, "--format", "html", "--out", folder.toString());
        }
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        if (browser != null) {
            browser.close();
        }
    }

    private static void open(String variant, String fragment) throws IOException, InterruptedException {
        browser.open("about:blank");
        browser.size(1280, 900);
        browser.open(folder.resolve(variant.replace('/', '-') + ".html").toUri() + fragment);
        browser.settle();
    }

    private static String text(String selector) throws IOException, InterruptedException {
        return browser.eval(
                        "const found = document.querySelector('" + selector + "'); return found ? found.innerText : ''")
                .asText();
    }

    private static String current() throws IOException, InterruptedException {
        return text(".race .cur th");
    }

    private static String hash() throws IOException, InterruptedException {
        return browser.eval("return location.hash").asText();
    }

    @Test
    void thePageNeedsNothingElse() throws IOException {
        String page = Files.readString(folder.resolve("fsdax-6.1.html"));
        assertTrue(page.contains("default-src 'none'; base-uri 'none'; form-action 'none'; connect-src 'none'"));
        assertFalse(page.contains("unsafe-inline"));
        assertFalse(page.replace("http://www.w3.org/2000/svg", "").contains("http://"));
        assertFalse(page.contains("https://"));
        assertTrue(page.length() < 600_000, page.length() + " characters");
    }

    @Test
    void keysGoThroughTheStepsAndTheAddressKeepsThem() throws IOException, InterruptedException {
        open("fsdax/6.1", "#INV-3:9");
        assertEquals("9", current());
        browser.press(RIGHT + RIGHT + LEFT);
        assertEquals("10", current());
        assertEquals("#INV-3:10", hash());
        browser.press(HOME);
        assertEquals("0", current());
        browser.press(END);
        assertEquals("14", current());
        browser.press("kb");
        assertEquals("14", current());
        assertEquals("", browser.complaints());
    }

    @Test
    void theThemeTurns() throws IOException, InterruptedException {
        open("gup/fork-5.9", "");
        String before = browser.eval("return getComputedStyle(document.body).backgroundColor")
                .asText();
        browser.press("t");
        assertFalse(before.equals(browser.eval("return getComputedStyle(document.body).backgroundColor")
                .asText()));
    }

    @Test
    void aClaimIsFoundByItsWords() throws IOException, InterruptedException {
        open("fsdax/6.1", "");
        browser.press("/");
        browser.press("pagemap is gone is pinned");
        assertEquals(
                1,
                browser.eval("return document.querySelectorAll('.verdicts tr').length")
                        .asInt());
        assertTrue(text(".verdicts tr").contains("INV-3"));
    }

    @Test
    void aReadLeadsToTheWriteThatItSaw() throws IOException, InterruptedException {
        open("fsdax/6.1", "#INV-3:7");
        assertTrue(text(".reads").contains("pte(mm0,0) was P0 devmap since step 6"), text(".reads"));
        browser.press("d"); // the fault is folded
        browser.eval(
                "[...document.querySelectorAll('.reads li')].find(li => li.textContent.includes('pte(mm0,0)')).dispatchEvent(new Event('mouseenter')); return 1");
        assertEquals(
                "step-6",
                browser.eval("return document.querySelector('.race .source').id")
                        .asText());
    }

    @Test
    void aProtocolInWhichTheClaimHoldsStandsWhereItGoesAnotherWay() throws IOException, InterruptedException {
        open("gup/fork-5.9", "");
        String twin = text(".race .twin");
        assertTrue(twin.contains("What if: gup/fork-5.11, where this claim holds."), twin);
        assertTrue(twin.contains("step 2 of 7 (gup-fast: g1) cannot be taken: gup-fast has finished"), twin);
        assertTrue(twin.contains("It differs in forkSequence: off"), twin);
        assertEquals(
                "step-2",
                browser.eval("return document.querySelector('.race .twin').nextSibling.id")
                        .asText());
    }

    @Test
    void onPaperEveryBrokenClaimIsThere() throws IOException, InterruptedException {
        open("fsdax/6.1", "");
        browser.eval("window.dispatchEvent(new Event('beforeprint')); return 1");
        assertEquals(
                7,
                browser.eval("return document.querySelectorAll('.print article').length")
                        .asInt());
        assertEquals(
                6 + 6 + 12 + 14 + 15 + 11 + 12,
                browser.eval("return document.querySelectorAll('.print .step').length")
                        .asInt());
    }

    @Test
    void aPhoneNeedsNoScrollingToTheSide() throws IOException, InterruptedException {
        open("devdax/5.14-rc1", "#INV-3:12");
        browser.size(390, 844);
        browser.settle();
        assertEquals(
                390, browser.eval("return document.documentElement.scrollWidth").asInt());
    }

    @Test
    void everythingThatActsHasAName() throws IOException, InterruptedException {
        open("fsdax/6.1", "#INV-3:7");
        assertEquals(
                0,
                browser.eval("return [...document.querySelectorAll('button, input, svg')].filter(one => "
                                + "!(one.innerText || '').trim() && !one.getAttribute('aria-label')).length")
                        .asInt());
        assertEquals(
                1,
                browser.eval("return document.querySelectorAll('.race [aria-current=step]').length")
                        .asInt());
    }

    /** Random walks from the middle of a trace: what the page shows is what the model's own code says. */
    @Test
    void walkingForwardIsWhatTheModelDoes() throws IOException, InterruptedException {
        for (String name : Vector.of("gup/fork-5.9", "devdax/5.14-rc1")) {
            Prepared prepared = prepared(name);
            Guide guide = new Guide(prepared.model(), prepared.books(), prepared.properties());
            for (int seed = 1; seed <= 3; seed++) {
                open(name, "#0");
                browser.press(HOME);
                walk(guide, new Random(seed), prepared.model().initialStates().head(), name + ", seed " + seed);
            }
        }
        assertEquals("", browser.complaints());
    }

    private static void walk(Guide guide, Random random, State start, String where)
            throws IOException, InterruptedException {
        State state = start;
        for (int taken = 0; taken < 10; taken++) {
            Seq<Move> moves = guide.moves(state);
            assertEquals(
                    moves.size(),
                    browser.eval("return document.querySelectorAll('.move').length")
                            .asInt(),
                    where);
            assertEquals(state(state), shown(), where + " after " + taken + " steps");
            assertEquals(
                    guide.claims()
                            .zip(guide.marks(state, moves))
                            .filter(pair -> pair._2() == Guide.Mark.BROKEN)
                            .map(pair -> pair._1().id())
                            .sorted()
                            .mkString(" "),
                    falseHere(),
                    where);
            if (moves.isEmpty()) {
                return;
            }
            int chosen = random.nextInt(moves.size());
            browser.eval("document.querySelectorAll('.move')[" + chosen + "].click(); return 1");
            browser.settle();
            state = moves.get(chosen).to();
        }
    }

    private static Prepared prepared(String name) {
        return Prepared.of(Shelf.shipped().subject(name));
    }

    private static String falseHere() throws IOException, InterruptedException {
        Vector<String> ids = Vector.empty();
        for (JsonNode id : browser.eval("return [...document.querySelectorAll('.chips .broken')].map(one => "
                + "[...one.childNodes].filter(node => node.nodeType === 3).map(node => node.data).join(''))")) {
            ids = ids.append(id.asText());
        }
        return ids.sorted().mkString(" ");
    }

    private static String state(State state) {
        return state.model().cells().map(cell -> text(state, cell)).sorted().mkString("\n");
    }

    private static String text(State state, Cell<?> cell) {
        String name = state.model()
                .actors()
                .find(actor -> actor.control() == cell)
                .map(actor -> actor.name())
                .getOrElse(cell.name());
        return name + " = " + pagelife.checker.value.Value.of(state.read(cell)).text();
    }

    private static String shown() throws IOException, InterruptedException {
        Vector<String> rows = Vector.empty();
        for (JsonNode row : browser.eval("return [...document.querySelectorAll('.cells tr')].map(row => "
                + "row.querySelector('th').firstChild.data + ' = ' + row.querySelector('td').lastChild.data)")) {
            rows = rows.append(row.asText());
        }
        return rows.sorted().mkString("\n");
    }

    @Test
    void theClaimsOfThePageAreThoseOfTheVariant() throws IOException, InterruptedException {
        open("gup/fork-5.9", "");
        Seq<Property> claims = prepared("gup/fork-5.9").properties();
        assertEquals(
                claims.size(),
                browser.eval("return document.querySelectorAll('.verdicts tr').length")
                        .asInt());
    }
}
