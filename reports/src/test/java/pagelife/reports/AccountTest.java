package pagelife.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import pagelife.checker.Checker;
import pagelife.checker.search.Options;
import pagelife.models.Settings;
import pagelife.models.Variant;
import pagelife.models.fsdax.FsdaxFamily;
import pagelife.models.fsdax.FsdaxProtocol;
import pagelife.models.page.Owner;
import pagelife.models.page.TaskId;
import pagelife.specs.fsdax.FsdaxSpecs;
import pagelife.specs.ledger.Holding;
import pagelife.specs.ledger.StuckWaiter;
import pagelife.specs.ledger.Wrong;

/** Ledgers and stuck waiters, in reports and in words. */
final class AccountTest {
    private static Outcome lostWakeUp() {
        FsdaxSpecs specs = new FsdaxSpecs();
        Variant variant = specs.family()
                .variants()
                .find(known -> known.name().equals("6.1"))
                .get();
        Settings rules = Settings.NONE.with("unpinWakes", "off");
        Settings bounds = Settings.NONE.with("removals", "0");
        FsdaxProtocol protocol = FsdaxFamily.family().build(variant, rules, bounds);
        Question question =
                new Question(specs.family(), variant, rules, bounds, Vector.of("LTL-1'", "INV-1"), Options.DEFAULT);
        return new Outcome(
                question,
                protocol.books(),
                Checker.check(
                        protocol.model(),
                        specs.properties(protocol)
                                .filter(claim -> claim.name().startsWith("LTL-1'")
                                        || claim.name().startsWith("INV-1 ")),
                        Options.DEFAULT),
                Toys.NANOS);
    }

    @Test
    void aCounterexampleEndsWithWhoIsStuckAndWhoHeldWhat() {
        Captured captured = new Captured();
        new TextReport(captured.page(100)).print(lostWakeUp(), false);
        Golden.expect("account.txt", captured.text());
    }

    @Test
    void theDocumentFitsItsSchema() throws IOException {
        Captured captured = new Captured();
        JsonReport.print(captured.page(100), lostWakeUp());
        JsonReportTest.assertFits("pagelife-check-2", captured.text());
        assertTrue(captured.text().contains("\"NEVER_WOKEN\""), captured.text());
        assertTrue(captured.text().contains("\"UNCOUNTED_MAPPING\""), captured.text());
    }

    @Test
    void everyWrongAndEveryCauseHasWordsOfItsOwn() {
        assertEquals(
                Wrong.Kind.values().length,
                Vector.of(Wrong.Kind.values())
                        .map(kind -> LedgerText.words(new Wrong(kind, 1, "gup", 2)))
                        .distinct()
                        .size());
        assertEquals(
                StuckWaiter.Cause.values().length,
                Vector.of(StuckWaiter.Cause.values())
                        .map(cause -> WaiterText.words(new StuckWaiter("truncate", "q", 5, cause, 3, "gup")))
                        .distinct()
                        .size());
    }

    @Test
    void aHoldingSaysFromWhenToWhen() {
        Owner pin = new Owner.Pin(new TaskId("gup"));
        assertEquals(
                "pin of gup: 2 from the start to the end", LedgerText.holding(new Holding(pin, 2, 0, Option.none())));
        assertEquals(
                "pin of gup: 1 from step 9 to step 16", LedgerText.holding(new Holding(pin, 1, 9, Option.some(16))));
    }
}
