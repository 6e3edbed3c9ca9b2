package pagelife.reports.told;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Vector;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import pagelife.checker.Checker;
import pagelife.checker.search.Options;
import pagelife.models.Settings;
import pagelife.models.Variant;
import pagelife.models.fsdax.FsdaxFamily;
import pagelife.models.fsdax.FsdaxProtocol;
import pagelife.models.page.PageId;
import pagelife.reports.Captured;
import pagelife.reports.CheckReport;
import pagelife.reports.Golden;
import pagelife.reports.Toys;
import pagelife.reports.json.JsonFormatTest;
import pagelife.reports.outcome.Outcome;
import pagelife.reports.outcome.Question;
import pagelife.specs.FamilySpecs;
import pagelife.specs.Subject;
import pagelife.specs.fsdax.FsdaxSpecs;
import pagelife.specs.ledger.StuckWaiter;
import pagelife.specs.ledger.Wrong;

/** Ledgers and stuck waiters, in reports and in words. */
final class AccountTest {
    private static Outcome lostWakeUp() {
        FamilySpecs<FsdaxProtocol> specs = FsdaxSpecs.table();
        Variant variant = specs.family().variant("6.1").get();
        Settings rules = Settings.NONE.with("unpinWakes", "off");
        Settings bounds = Settings.NONE.with("removals", "0");
        FsdaxProtocol protocol = FsdaxFamily.family().build(variant, rules, bounds);
        Question question =
                new Question(Subject.of(specs, variant), rules, bounds, Vector.of("LTL-1'", "INV-1"), Options.DEFAULT);
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
        Golden.expect("account.txt", Captured.text(CheckReport.of(lostWakeUp())));
    }

    @Test
    void theDocumentFitsItsSchema() throws IOException {
        String json = JsonFormatTest.json(lostWakeUp());
        JsonFormatTest.assertFits("pagelife-check-2", json);
        assertTrue(json.contains("\"NEVER_WOKEN\""), json);
        assertTrue(json.contains("\"UNCOUNTED_MAPPING\""), json);
    }

    @Test
    void everyWrongAndEveryCauseHasWordsOfItsOwn() {
        assertEquals(
                Wrong.Kind.values().length,
                Vector.of(Wrong.Kind.values())
                        .map(kind -> WrongText.words(new Wrong(new PageId(0), kind, 1, "gup", 2)))
                        .distinct()
                        .size());
        assertEquals(
                StuckWaiter.Cause.values().length,
                Vector.of(StuckWaiter.Cause.values())
                        .map(cause ->
                                WaiterText.words(new StuckWaiter("truncate", "q", 5, cause, 3, "gup", "scan", 4, 0)))
                        .distinct()
                        .size());
    }
}
