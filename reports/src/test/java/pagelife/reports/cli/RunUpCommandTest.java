package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ticker;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import pagelife.reports.Captured;
import pagelife.reports.json.JsonFormatTest;

class RunUpCommandTest {
    private final Captured out = new Captured();
    private final Captured errors = new Captured();

    private Exit run(String... arguments) {
        out.clear();
        Console console = new Console(out.page(100), errors.stream(), -1, Ticker.systemTicker(), () -> false);
        return new CheckCommand(console, Shelf.shipped()).run(arguments);
    }

    private String said() {
        return out.text().replaceAll("\\s+", " ");
    }

    @Test
    void whatIsBrokenByFewerTasksIsSaidToBe() throws IOException {
        assertEquals(Exit.BROKEN, run("fsdax/6.1", "--bound", "faults=2", "--property", "INV-2"));
        assertTrue(
                said().contains("smaller broken as the variant is already, in so many steps: INV-2 12:"
                        + " ./check fsdax/6.1 --property INV-2"),
                out.text());
        assertEquals(Exit.BROKEN, run("fsdax/6.1", "--property", "INV-2"));
        assertTrue(said().contains("INV-2 PtePgmap is broken in 12 steps"), out.text());
        assertFalse(said().contains("smaller"), out.text());
        assertEquals(Exit.BROKEN, run("fsdax/6.1", "--bound", "faults=2", "--property", "INV-2", "--json"));
        JsonFormatTest.assertFits("pagelife-check-2", out.text());
        assertTrue(said().contains("\"smaller\": [ { \"bounds\": \"\", \"states\": 5812,"), out.text());
    }

    @Test
    void whatALimitLeavesOpenHoldsAsFarAsSmallerBoundsReach() {
        String[] few = {"entrylock/5.13", "--bound", "faults=4", "--max-states", "7000"};
        assertEquals(Exit.UNDECIDED, run(few));
        assertTrue(said().contains("what is undecided here holds with faults=3, 6,300 states"), out.text());
    }

    @Test
    void aLargeSearchIsForeseen() {
        assertEquals(
                Exit.UNDECIDED,
                run("fsdax/6.1", "--bound", "faults=5", "--property", "INV-4", "--max-states", "60000"));
        assertTrue(
                errors.text()
                        .matches("(?s).*check: from smaller bounds \\(5,?\\.?81 k; faults=2: 47\\.5 k\\) about"
                                + " 2\\d\\.\\d M states are to be expected, .*"),
                errors.text());
    }
}
