package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ticker;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import pagelife.reports.Captured;
import pagelife.reports.json.JsonFormatTest;

class AnyCommandTest {
    private static final String[] GUPS = {
        "fsdax/7.2-ext4",
        "--any",
        "slow-gup",
        "--bound",
        "removals=0",
        "--bound",
        "fastGups=0",
        "--time",
        "10m",
        "--property",
        "INV-1",
        "--property",
        "INV-L",
        "--property",
        "LTL-1'"
    };

    private final Captured out = new Captured();
    private final Captured errors = new Captured();

    @Test
    void whatIsProvedSaysWhatItRestsOn() {
        assertEquals(Exit.AS_CLAIMED, run(GUPS));
        assertTrue(out.text().contains("HOLDS FOR ANY NUMBER  LTL-1' StuckWaiter"), out.text());
        assertTrue(told().contains("there are no more, however many slow-gups there are"), out.text());
        assertTrue(out.text().contains("pagemap, P0 are conserved"), out.text());
        assertTrue(told().contains("rests on they are interchangeable"), out.text());
        assertTrue(told().contains("assumes with more of them nothing else is more: tried with 2 to 4"), out.text());
        assertTrue(told().contains("is broken by 2 of them if it is by many: tried on 10000 states"), out.text());
        assertTrue(out.text().contains("repeat       ./check fsdax/7.2-ext4 --bound removals=0"), out.text());
    }

    @Test
    void severalSortsAreAskedAboutAtOnce() {
        assertEquals(
                Exit.AS_CLAIMED,
                run(
                        "fsdax/7.2-ext4",
                        "--any",
                        "slow-gup,fast-gup",
                        "--bound",
                        "removals=0",
                        "--time",
                        "10m",
                        "--property",
                        "INV-1",
                        "--property",
                        "LTL-1'"));
        assertTrue(out.text().contains("HOLDS FOR ANY NUMBER  LTL-1' StuckWaiter"), out.text());
        assertTrue(told().contains("however many slow-gups and fast-gups there are"), out.text());
        assertTrue(told().contains("slowGups, fastGups any number"), out.text());
        assertTrue(told().contains("--any slow-gup,fast-gup --time 10m --property"), out.text());
    }

    @Test
    void jsonIsAsItsSchemaSays() throws IOException {
        assertEquals(
                Exit.AS_CLAIMED,
                run(io.vavr.collection.Vector.of(GUPS).append("--json").toJavaArray(String[]::new)));
        JsonFormatTest.assertFits("pagelife-any-1", out.text());
    }

    @Test
    void whatIsBrokenIsShownWithTheNumberOfTasksAndItsCommand() {
        assertEquals(
                Exit.BROKEN,
                run(
                        "fsdax/7.2-ext4",
                        "--any",
                        "slowGups",
                        "--rule",
                        "unpinWakes=off",
                        "--bound",
                        "removals=0",
                        "--bound",
                        "fastGups=0",
                        "--property",
                        "LTL-1'",
                        "--time",
                        "10m"));
        assertTrue(out.text().startsWith("VIOLATED WITH 1  LTL-1' StuckWaiter  in 19 steps: "), out.text());
        assertTrue(told().contains("--bound fastGups=0 --bound slowGups=1 --property"), out.text());
    }

    @Test
    void whatCannotBeAskedIsRefused() {
        refused("unknown sort gups: fsdax has fault, slow-gup, ", "fsdax/6.1", "--any", "gups");
        refused("--any (pin): family gup has no bound", "gup/bias", "--any", "pin");
        refused(
                "--bound fastGups does not go with --any fast-gup",
                "fsdax/6.1",
                "--any",
                "fast-gup",
                "--bound",
                "fastGups=2");
        refused("unknown sort fast-gup,gups: ", "fsdax/6.1", "--any", "fast-gup,gups");
        refused("--any needs one VARIANT", "--any", "fault");
        refused("--sweep and --any exclude each other", "fsdax/6.1", "--any", "fault", "--sweep");
        refused("--ltl does not go with --any", "fsdax/6.1", "--any", "fault", "--ltl", "[]true");
    }

    /** What was written, without the ends of its lines. */
    private String told() {
        return out.text().replaceAll("\\s+", " ");
    }

    private void refused(String why, String... arguments) {
        errors.clear();
        assertEquals(Exit.USAGE, run(arguments));
        assertTrue(errors.text().startsWith("check: " + why), errors.text());
    }

    private Exit run(String... arguments) {
        Console console = new Console(out.page(100), errors.stream(), -1, Ticker.systemTicker(), () -> false);
        return new CheckCommand(console, Shelf.shipped()).run(arguments);
    }
}
