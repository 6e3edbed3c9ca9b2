package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ticker;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pagelife.reports.Captured;

/** A counterexample ends with a ledger in every family in which references can go wrong, whoever holds them. */
class LedgerCommandTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "fsdax/6.1 INV-3",
                "devdax/5.14-rc1 INV-5",
                "layouts/4.17 INV-4",
                "migrate/devmap LTL-4'",
                "gup/overflow-5.0 INV-6u",
                "gup/longterm-4.14 LTL-3'",
                "pagefree/late-pgmap INV-9",
                "teardown/5.12-gup INV-9",
                "teardown/p2p-leak INV-9",
                "tails/gigantic-5.13 INV-5",
            })
    void saysWhoHeldWhat(String claim) {
        String[] words = claim.split(" ");
        Captured out = new Captured();
        Console console = new Console(out.page(100), out.stream(), -1, Ticker.systemTicker(), () -> false);
        Exit exit = new CheckCommand(console, Shelf.shipped()).run(words[0], "--property", words[1]);
        assertEquals(Exit.BROKEN, exit, out.text());
        assertTrue(out.text().contains("references of "), out.text());
    }
}
