package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ticker;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import pagelife.reports.Captured;
import pagelife.reports.json.JsonFormatTest;

class TwinsCommandTest {
    private final Captured out = new Captured();
    private final Captured errors = new Captured();

    @Test
    void eachBugIsToldWithWhatItBreaks() {
        assertEquals(Exit.AS_CLAIMED, run("twins", "waitwake"));
        assertTrue(out.text().contains("breaks "), out.text());
        assertTrue(out.text().contains(", each with a claim that it breaks or mends"), out.text());
        assertTrue(out.text().endsWith("repeat       ./check twins waitwake\n"), out.text());
    }

    @Test
    void jsonIsAsItsSchemaSays() throws IOException {
        run("twins", "migrate", "--json");
        JsonFormatTest.assertFits("pagelife-twins-1", out.text());
    }

    @Test
    void anUnknownFamilyIsRefused() {
        assertEquals(Exit.USAGE, run("twins", "waitwaka"));
        assertTrue(errors.text().startsWith("check: unknown family waitwaka: nearest is waitwake"), errors.text());
    }

    private Exit run(String... arguments) {
        Console console = new Console(out.page(100), errors.stream(), -1, Ticker.systemTicker(), () -> false);
        return new CheckCommand(console, Shelf.shipped()).run(arguments);
    }
}
