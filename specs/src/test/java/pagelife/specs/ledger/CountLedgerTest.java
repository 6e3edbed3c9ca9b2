package pagelife.specs.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong with references, in the bugs that we ship. */
final class CountLedgerTest {
    @ParameterizedTest(name = "{0} {1} {2}: {4}")
    @CsvSource(
            delimiter = '|',
            value = {
                "fsdax/6.1 | | | INV-1 | UNCOUNTED_MAPPING pte(mm0,0) 6",
                "fsdax/6.1 | | | INV-5 | USE_AFTER_REMOVAL pin of gup 15; UNCOUNTED_MAPPING pte(mm0,0) 6",
                "fsdax/7.2-ext4 | | | INV-5 | USE_AFTER_REMOVAL fault 12",
                "fsdax/7.2-ext4 | zapPuts=never | removals=0 slowGups=0 fastGups=0 | INV-L | LEAK pte(mm0,0) 8",
                "fsdax/7.2-ext4 | zapPuts=twice | removals=0 | INV-5 |"
                        + " DOUBLE_PUT pte(mm0,0) 9; USE_AFTER_LAST_PUT fault 10",
                "fsdax/7.2-ext4 | grabUnlessZero=off | removals=0 | INV-5 | GET_FROM_ZERO gup-fast 12",
                "migrate/devmap | | | LTL-4' | LEAK entries 6",
                "migrate/devmap-put | | start=device forks=1 | INV-5 | DOUBLE_PUT driver 5; USE_AFTER_LAST_PUT driver"
                        + " 5",
                "devdax/5.14-rc1 | | faults=0 gups=0 | INV-5 |"
                        + " DOUBLE_PUT pagemap 11; USE_AFTER_LAST_PUT pagemap 11",
                "tails/gigantic-5.13 | | | INV-5 | LOST_BY_STORE prepare 2; USE_AFTER_LAST_PUT lookup 3",
                "pagefree/late-pgmap | | | INV-9 | LEAK P0 in use 4",
                "pagefree/6.1 | exitPuts=twice | | INV-5 | DOUBLE_PUT A 2; USE_AFTER_LAST_PUT A 2",
                "gup/overflow-5.0 | | | INV-6u | OVERFLOW pin of program 3",
                "gup/bias | pinAdds=one | | INV-5 | DOUBLE_PUT pin of pin 2",
                "teardown/5.12-gup | | | INV-9 | LEAK gup-fast 2",
                "teardown/p2p-leak | | | INV-9 | LEAK peer 2",
                "teardown/5.3-kvm | | | LTL-2s | LEAK pin of kvm 4",
            })
    void theWrongIsFound(String variant, String rules, String bounds, String property, String expected) {
        String found = Traces.ledgers(variant, text(rules), text(bounds), property)
                .flatMap(CountLedger::wrongs)
                .map(wrong -> wrong.kind() + " " + wrong.who() + " " + wrong.step())
                .mkString("; ");
        assertEquals(expected, found);
    }

    private static String text(String cell) {
        return cell == null ? "" : cell;
    }
}
