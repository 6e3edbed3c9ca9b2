package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ticker;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import pagelife.reports.Captured;
import pagelife.specs.catalogue.Catalogue;

/** A counterexample of each family ends with a ledger, whoever holds what there, or with the cause of a wait. */
class LedgerCommandTest {
    /** What to check, the claim, and how its ledger or its cause begins. */
    private static final Seq<String> COUNTEREXAMPLES = Vector.of(
            "fsdax/6.1 | INV-3 | references of P0",
            "devdax/5.14-rc1 | INV-5 | references of P0",
            "layouts/4.17 | INV-4 | references of P0",
            "migrate/devmap | LTL-4' | references of P1",
            "gup/overflow-5.0 | INV-6u | references of P0",
            "gup/longterm-4.14 | LTL-3' | references of P0",
            "pagefree/late-pgmap | INV-9 | references of pagemap",
            "teardown/5.12-gup | INV-9 | references of pagemap",
            "teardown/p2p-leak | INV-9 | references of pagemap",
            "tails/gigantic-5.13 | INV-5 | references of P1",
            "share/6.2+owner-forgotten | the share count equals the entries | references of sharers of P0",
            "examples/04-kref-teardown | EX-4 | dev->ref: leak: driver",
            "field/nv-remove | FB-1 | references of usage_count",
            "waitwake/m6 | LTL-1' | waiter is stuck in waiters(P0)",
            "entrylock/5.2 | LTL-5' | invalidate is stuck in entryWaiters");

    /** Families in which nothing is held or waited for that has books: what breaks there stands in the cells. */
    private static final Seq<String> NOTHING_IS_HELD = Vector.of("stride", "dax", "philosophers");

    @ParameterizedTest
    @FieldSource("COUNTEREXAMPLES")
    void saysWhoHeldWhat(String line) {
        String[] words = line.split(" \\| ");
        Captured out = new Captured();
        Console console = new Console(out.page(100), out.stream(), -1, Ticker.systemTicker(), () -> false);
        Exit exit = new CheckCommand(console, Shelf.shipped()).run(words[0], "--property", words[1]);
        assertEquals(Exit.BROKEN, exit, out.text());
        assertTrue(out.text().contains("\n  " + words[2]) || out.text().contains("also: " + words[2]), out.text());
    }

    @Test
    void everyFamilyIsAsked() {
        assertEquals(
                Catalogue.families().map(table -> table.family().name()).toSet(),
                COUNTEREXAMPLES
                        .map(line -> line.substring(0, line.indexOf('/')))
                        .appendAll(NOTHING_IS_HELD)
                        .toSet());
    }
}
