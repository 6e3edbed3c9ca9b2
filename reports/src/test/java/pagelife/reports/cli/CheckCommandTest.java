package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ticker;
import io.vavr.collection.Vector;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pagelife.reports.Captured;
import pagelife.reports.ToyFamily;

class CheckCommandTest {
    private final Captured out = new Captured();
    private final Captured errors = new Captured();

    @Test
    void aSchemaIsPrintedByName() {
        assertEquals(Exit.AS_CLAIMED, run("schema", "check"));
        assertTrue(out.text().contains("\"const\": \"pagelife-check/2\""), out.text());
        assertEquals(Exit.USAGE, run("schema", "chekc"));
        assertEquals(
                "check: unknown schema chekc: nearest is check; there are check, catalogue, claims, matrix, cost, litmus, list, bench, doctor, workloads, fuzz, mutate, named, twins, sweep, any, reach, replay, steps, diff, observe\n",
                errors.text());
    }

    @Test
    void aBrokenClaimIsOne() {
        assertEquals(Exit.BROKEN, run("toy/racy"));
        assertTrue(out.text().startsWith("VIOLATED"), out.text());
        assertEquals("", errors.text());
    }

    @Test
    void aClaimThatHoldsIsZero() {
        assertEquals(Exit.AS_CLAIMED, run("toy/good", "--property", "SAFE-1"));
        assertTrue(out.text().startsWith("HOLDS  SAFE-1 NoUse"), out.text());
    }

    @Test
    void aClaimWhosePremiseIsNeverMetIsOne() {
        assertEquals(Exit.BROKEN, run("toy/good", "--property", "SAFE-3"));
        assertTrue(out.text().startsWith("NEVER HAPPENS"), out.text());
    }

    @Test
    void propertiesAreNamedByFirstWordOrInFullInAnyCase() {
        run("toy/good", "--property", "safe-1", "--property", "No Deadlock");
        assertTrue(out.text().contains("./check toy/good --property safe-1 --property 'No Deadlock'"), out.text());
        assertFalse(out.text().contains("SAFE-2"), out.text());
    }

    @Test
    void aLimitIsThree() {
        assertEquals(Exit.UNDECIDED, run("toy/good", "--max-states", "2", "--property", "SAFE-1"));
        assertTrue(out.text().contains("the limit on states was reached"), out.text());
    }

    @Test
    void aTimeoutIsThree() {
        assertEquals(Exit.UNDECIDED, run("toy/good", "--timeout", "1ms", "--property", "SAFE-1"));
        assertTrue(out.text().contains("the limit on time was reached"), out.text());
    }

    @Test
    void anInterruptIsThreeAndReportsWhatWasFound() {
        assertEquals(Exit.UNDECIDED, command(true).run("toy/racy"));
        assertTrue(out.text().contains("the search was interrupted"), out.text());
    }

    @Test
    void aFaultInAModelIsFourAndOneLine() {
        assertEquals(Exit.FAULT, run("toy/faulty"));
        assertEquals("", out.text());
        assertTrue(errors.text().startsWith("check: the model breaks its promises: "), errors.text());
        assertEquals(1, errors.text().lines().count(), errors.text());
    }

    @Test
    void aRuleSetOtherwiseChangesTheVerdict() {
        assertEquals(Exit.BROKEN, run("toy/good", "--rule", "getUnlessZero=no", "--property", "SAFE-1"));
        assertTrue(out.text().contains("getUnlessZero=no (overrides of the variant)"), out.text());
    }

    @Test
    void theCatalogueIsComparedWithItsExpectations() {
        assertEquals(Exit.AS_CLAIMED, run());
        assertTrue(out.text().contains("2 specs as expected"), out.text());
    }

    @Test
    void theCatalogueAsADocument() {
        assertEquals(Exit.AS_CLAIMED, run("--json"));
        assertTrue(out.text().contains("\"format\": \"pagelife-catalogue/2\""), out.text());
    }

    @Test
    void theCatalogueIsALineAFamilyUnlessEveryRowIsAskedFor() {
        run();
        assertTrue(out.text().contains("  toy  2 as expected: A page that is pinned"), out.text());
        assertFalse(out.text().contains("toy/racy"), out.text());
        out.clear();
        run("--all");
        assertTrue(out.text().contains("OK         toy/racy"), out.text());
    }

    @Test
    void linesAreAsWideAsIsAskedFor() {
        for (String command : new String[] {"", "list ", "--all ", "toy/racy "}) {
            run((command + "--width 70").split(" "));
            assertTrue(out.text().lines().allMatch(line -> line.length() <= 70), out.text());
            assertTrue(out.text().lines().anyMatch(line -> line.length() > 40), out.text());
            out.clear();
        }
    }

    @Test
    void anInterruptedCatalogueSaysHowMuchIsMissing() {
        assertEquals(Exit.UNDECIDED, command(true).run());
        assertTrue(out.text().contains("2 not checked"), out.text());
    }

    @Test
    void aFamilyIsCheckedWithWhatNothingIsExpectedOf() {
        assertEquals(Exit.FAULT, run("toy"));
        assertTrue(out.text().contains("OK         toy/racy"), out.text());
        assertTrue(out.text().contains("FAULT      toy/faulty"), out.text());
    }

    @Test
    void theListShowsEverything() {
        assertEquals(Exit.AS_CLAIMED, run("list", "toy"));
        assertTrue(out.text().contains("toy/racy"), out.text());
    }

    @Test
    void theListOfAVariantShowsItsValues() {
        assertEquals(Exit.AS_CLAIMED, run("list", "toy/racy"));
        assertTrue(out.text().contains("getUnlessZero  no  whether"), out.text());
    }

    @Test
    void helpShowsTheExitCodes() {
        assertEquals(Exit.AS_CLAIMED, run("--help"));
        assertTrue(out.text().contains("Exit codes:"), out.text());
    }

    @Test
    void theCompletionScriptKnowsTheVariants() {
        assertEquals(Exit.AS_CLAIMED, run("completion"));
        assertTrue(out.text().contains("toy/racy"), out.text());
    }

    @Test
    void anAuditMayStandBeforeTheVariant() {
        assertEquals(Exit.BROKEN, run("--audit", "toy/racy"));
        assertEquals(Exit.BROKEN, run("--audit=1/7", "toy/racy"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            toy/rcy                     | unknown name toy/rcy: nearest is toy/racy; ./check list shows all
            lst                         | unknown name lst: nearest is list; ./check list shows all
            xyzzy                       | unknown name xyzzy: ./check list shows all
            graph toy                   | toy is a family, and one protocol is needed: name one of toy/good, toy/racy, toy/faulty
            list tyo                    | unknown name tyo: ./check list shows all
            toy/racy --property SAVE-1  | unknown property SAVE-1: nearest is SAFE-1; ./check list toy shows all
            toy/racy --rule getUnless=1 | unknown rule getUnless: nearest is getUnlessZero; ./check list toy shows all
            toy/racy --rule getUnlessZero | rule getUnlessZero must be name=value, such as --rule getUnlessZero=no
            toy/racy --bound pins=3     | bound pins (3) must be one of 1, 2, 0
            toy/racy --bound pins=0     | toy/racy cannot be built: pins (0) must be at least 1: nothing would happen
            toy/racy --serch bfs        | unknown option --serch: nearest is --search; ./check --help shows all
            toy/racy --search best      | --search (best) must be bfs or dfs
            toy/racy --max-states none  | --max-states (none) must be a positive whole number, such as 1000, 250k or 10M
            toy/racy --max-depth 3G     | --max-depth (3G) must be at most 2147483647
            toy/racy --timeout 5x       | --timeout (5x) must be a time, such as 500ms, 30s, 5m or 2h
            toy/racy --threads 0        | --threads (0) must be a positive whole number, such as 1000, 250k or 10M
            toy/racy --audit=some       | --audit (some) must be all or a share, such as 1/4096
            toy/racy toy/good           | unexpected argument toy/good: one VARIANT at a time, or litmus tests only; ./check --help shows all
            toy/racy --width 7          | --width (7) must be from 60 to 500 characters
            toy --all                   | --all is for the whole catalogue: leave toy out, or --all
            --property SAFE-1           | --property needs a VARIANT to apply to; ./check list shows all
            toy/racy --timeout          | --timeout needs a value (TIME); ./check --help shows all
            toy/racy --timeout +1s      | --timeout (+1s) must be a time, such as 500ms, 30s, 5m or 2h
            toy/racy --max-states ٣     | --max-states (٣) must be a positive whole number, such as 1000, 250k or 10M
            toy/racy --property sıfe-1  | unknown property sıfe-1: nearest is SAFE-1; ./check list toy shows all
            toy/racy --threads 257      | --threads (257) must be at most 256: more threads than the machine has cores do not help
            toy/racy --bound pins=1 --bound pins=2 | bound pins is given twice, as 1 and as 2: give it once
            toy/racy --rule getUnlessZero=no --rule getUnlessZero=no | rule getUnlessZero is given twice, as no and as no: give it once
            toy/racy --search dfs --threads 2 | --threads does not go with --search dfs: a depth-first search has one thread and keeps no checkpoints; leave one of the two out
            toy/racy --search dfs --checkpoint x | --checkpoint does not go with --search dfs: a depth-first search has one thread and keeps no checkpoints; leave one of the two out
            toy/racy --checkpoint-every 5s | --checkpoint-every needs a folder to write to: name it with --checkpoint or --resume
            --bound pins=1 claims 000.7 | --bound stands before claims, which does not see it: a subcommand comes first, then its own options; ./check claims --help shows them
            --json list                 | --json stands before list, which does not see it: a subcommand comes first, then its own options; ./check list --help shows them
            toy/racy claims             | VARIANT stands before claims, which does not see it: a subcommand comes first, then its own options; ./check claims --help shows them
            @/etc/hostname              | unknown name @/etc/hostname: ./check list shows all
            """)
    void wrongUsageIsTwoAndOneLine(String line, String message) {
        assertEquals(Exit.USAGE, run(line.split(" ")));
        assertEquals("check: " + message + "\n", errors.text());
        assertEquals("", out.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "|",
                "claims|",
                "list|",
                "claims|--seed|",
                "bench|--only|",
                "toy/racy|--checkpoint|",
                "toy/racy|--property| "
            })
    void anEmptyWordIsRefusedAndNotTakenForNone(String words) {
        assertEquals(Exit.USAGE, run(words.equals("|") ? new String[] {""} : words.split("\\|", -1)));
        assertTrue(errors.text().contains(" is empty: give a value, or leave it out"), errors.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001b[31mred", "toy\u0007", "toy/\u202eycar", "\u0000"})
    void aCharacterThatATerminalWouldObeyIsRefusedAndNotEchoed(String word) {
        assertEquals(Exit.USAGE, run(word));
        assertTrue(errors.text().contains("holds a control character (U+"), errors.text());
        assertTrue(errors.text().chars().allMatch(c -> c == '\n' || c >= ' ' && c != 0x202e), errors.text());
    }

    @Test
    void aVeryLongWordIsCutInTheMessage() {
        assertEquals(Exit.USAGE, run("x".repeat(100_000)));
        assertTrue(errors.text().length() < 1_000, errors.text().length() + " characters");
    }

    private Exit run(String... arguments) {
        return command(false).run(arguments);
    }

    /** A clock that ticks by a second each time it is read. */
    private CheckCommand command(boolean interrupted) {
        AtomicInteger seconds = new AtomicInteger();
        Ticker ticker = new Ticker() {
            @Override
            public long read() {
                return seconds.incrementAndGet() * 1_000_000_000L;
            }
        };
        Console console = new Console(out.page(100), errors.stream(), -1, ticker, () -> interrupted);
        return new CheckCommand(console, Shelf.of(Vector.of(new ToyFamily())));
    }
}
