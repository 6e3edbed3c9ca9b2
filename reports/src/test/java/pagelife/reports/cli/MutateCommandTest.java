package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ticker;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import pagelife.reports.Captured;
import pagelife.reports.json.JsonFormatTest;

class MutateCommandTest {
    private final Captured out = new Captured();
    private final Captured errors = new Captured();

    @Test
    void theScoreAndTheSurvivorsAreTold() {
        assertEquals(Exit.AS_CLAIMED, run("mutate", "devdax/7.2", "--operations", "1"));
        String text = out.text();
        assertTrue(text.contains("mutants      46 killed, 6 survived, 11 cannot be told from it, 1 invalid\n"), text);
        assertTrue(text.contains("score        88 % of the mutants that could be noticed were"), text);
        assertTrue(text.contains("survived: no claim sees a difference\n"), text);
        assertTrue(text.contains("  remove r1: does not wait\n"), text);
        assertTrue(text.endsWith("repeat       ./check mutate devdax/7.2 --operations 1\n"), text);
    }

    @Test
    void jsonIsAsItsSchemaSays() throws IOException {
        run("mutate", "devdax/7.2", "--operations", "1", "--json");
        JsonFormatTest.assertFits("pagelife-mutate-1", out.text());
    }

    @Test
    void whatIsSetOtherwiseIsInTheCommandThatRepeatsIt() {
        run("mutate", "devdax/7.2", "--bound", "removals=0", "--operations", "1");
        assertTrue(
                out.text().endsWith("repeat       ./check mutate devdax/7.2 --bound removals=0 --operations 1\n"),
                out.text());
    }

    @Test
    void anUnknownVariantIsRefused() {
        assertEquals(Exit.USAGE, run("mutate", "devdax/9.9"));
        assertTrue(errors.text().startsWith("check: unknown name devdax/9.9"), errors.text());
    }

    private Exit run(String... arguments) {
        Console console = new Console(out.page(100), errors.stream(), -1, Ticker.systemTicker(), () -> false);
        return new CheckCommand(console, Shelf.shipped()).run(arguments);
    }
}
