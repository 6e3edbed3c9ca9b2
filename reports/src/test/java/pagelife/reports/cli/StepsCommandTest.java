package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ticker;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pagelife.reports.Captured;
import pagelife.reports.Golden;
import pagelife.reports.json.JsonFormatTest;

class StepsCommandTest {
    private final Captured out = new Captured();
    private final Captured errors = new Captured();

    @Test
    void eachStepIsShownWithItsCodeAndWhatItTouches() {
        assertEquals(Exit.AS_CLAIMED, run("steps", "fsdax/6.1"));
        Golden.expect("steps.txt", out.text());
    }

    @Test
    void jsonIsAsItsSchemaSays() throws IOException {
        assertEquals(Exit.AS_CLAIMED, run("steps", "entrylock/5.2", "--json"));
        JsonFormatTest.assertFits("pagelife-steps-1", out.text());
        Golden.expect("steps.json", JsonFormatTest.unmeasured(out.text()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gup-fast", "pin fast mm0 0", "PIN FAST"})
    void anActorAnOperationOrItsNameIsEnough(String asked) {
        assertEquals(Exit.AS_CLAIMED, run("steps", "fsdax/6.1", asked));
        assertTrue(out.text().startsWith("gup-fast: pin fast mm0 0\n  g1 read PTE\n"), out.text());
        assertFalse(out.text().contains("f1 take"), out.text());
        assertTrue(out.text()
                .contains("repeat       ./check steps fsdax/6.1 " + pagelife.reports.outcome.Shell.word(asked) + "\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"insert_pfn", "insert_pfn()"})
    void aFunctionSaysWhichStepsStandForIt(String function) {
        assertEquals(Exit.AS_CLAIMED, run("steps", "fsdax/6.1", function));
        assertTrue(
                out.text().startsWith("fault: touch mm0 0\n  f6 set PTE\n    insert_pfn(), mm/memory.c, 6.1\n"),
                out.text());
        assertFalse(out.text().contains("f7"), out.text());
    }

    @Test
    void rulesAndBoundsCount() {
        run("steps", "fsdax/6.1", "fault", "--bound", "removals=0", "--rule", "faultsTakeInvalidateLock=off");
        assertFalse(
                out.text()
                        .contains("f1 take invalidate lock\n    ext4_dax_huge_fault(), fs/ext4/file.c, 6.1\n"
                                + "    filemap_invalidate_lock_shared(mapping)\n    reads"),
                out.text());
        assertTrue(out.text().contains("faultsTakeInvalidateLock=off (overrides of the variant)"), out.text());
    }

    @Test
    void aProtocolOfOnesOwnIsShownByItsFirstVariant() {
        assertEquals(Exit.AS_CLAIMED, run("steps", "../specs/own/Peterson.java", "p0"));
        assertTrue(out.text().startsWith("p0\n  idle want the lock\n  upL1 go up to L1\n    writes   level(p0)\n"));
        assertTrue(out.text().contains("    waits    on level(p1), level(p2), last(L1)\n"), out.text());
        assertEquals(
                "check: Peterson has 3 protocols, and these are the steps of Peterson/right: name another to"
                        + " see its own\n",
                errors.text());
    }

    @Test
    void aLitmusTestIsShownWithItsTasks() {
        assertEquals(Exit.AS_CLAIMED, run("steps", "../specs/litmus/bugs/i-08-mapped.litmus"), errors::text);
        assertTrue(out.text().contains("truncater: truncate f\n"), out.text());
    }

    @Test
    void whatALimitLeftOutIsSaid() {
        assertEquals(Exit.UNDECIDED, run("steps", "fsdax/6.1", "--max-states", "10"));
        assertTrue(out.text().contains(": in others, steps may do more\n"), out.text());
    }

    @Test
    void anUnknownActorIsRefused() {
        assertEquals(Exit.USAGE, run("steps", "fsdax/6.1", "guq"));
        assertEquals(
                "check: unknown actor, operation or function guq: nearest is gup; the actors are fault, gup, gup-fast,"
                        + " munmap, truncate, removal\n",
                errors.text());
    }

    private Exit run(String... arguments) {
        Console console = new Console(out.page(100), errors.stream(), -1, Ticker.systemTicker(), () -> false);
        return new CheckCommand(console, Shelf.shipped()).run(arguments);
    }
}
