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
        assertTrue(text.contains("mutants      48 killed, 11 cannot be told from it, 1 invalid\n"), text);
        assertTrue(text.contains("score        100 % of the mutants that could be noticed were"), text);
        assertTrue(text.contains("cannot be told from the original, whatever is claimed\n"), text);
        assertTrue(text.contains("  touch v5: lets others in before its first write\n"), text);
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
    void theNamedOnesAreToldWithWhatFindsThem() {
        assertEquals(Exit.AS_CLAIMED, run("mutate", "--named"));
        String text = out.text();
        assertTrue(text.contains("M1   a put wakes at 0, though idle pages count 1\n"), text);
        assertTrue(text.contains("     not said  no family has a private copy"), text);
        assertTrue(text.contains("mutants      24 killed, 0 survived, 1 that no model can express, in "), text);
        assertTrue(text.endsWith("repeat       ./check mutate --named\n"), text);
    }

    @Test
    void theJsonOfNamedOnesIsAsItsSchemaSays() throws IOException {
        run("mutate", "--named", "--json");
        JsonFormatTest.assertFits("pagelife-named-1", out.text());
    }

    @Test
    void aVariantAndTheNamedOnesTogetherAreRefusedAndSoIsNeither() {
        assertEquals(Exit.USAGE, run("mutate", "devdax/7.2", "--named"));
        assertEquals(Exit.USAGE, run("mutate"));
        assertTrue(
                errors.text().endsWith("check: mutate takes the name of a variant, or --named: give one of them\n"),
                errors.text());
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
