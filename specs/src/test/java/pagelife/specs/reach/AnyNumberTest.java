package pagelife.specs.reach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pagelife.checker.search.Limits;
import pagelife.checker.search.Options;
import pagelife.checker.views.Answer;
import pagelife.checker.views.Views;
import pagelife.models.Settings;
import pagelife.specs.FamilySpecs;
import pagelife.specs.Subject;
import pagelife.specs.entrylock.EntrylockSpecs;
import pagelife.specs.fsdax.FsdaxSpecs;
import pagelife.specs.waitwake.WaitwakeSpecs;

class AnyNumberTest {
    private static final Seq<String> NINE = Vector.of(
            "INV-1 PteRef",
            "INV-1s PteRefStrong",
            "INV-4 BlockPin",
            "INV-4m BlockMapped",
            "INV-6 PinLeRef",
            "INV-7 MapAssoc",
            "INV-L Ledger",
            "LTL-1' StuckWaiter",
            "LTL-1p WaitsForPin");

    private static AnyNumber asked(String variant, String sort, String rules, String bounds) {
        return asked(FsdaxSpecs.table(), variant, sort, rules, bounds);
    }

    private static AnyNumber asked(FamilySpecs<?> specs, String variant, String sort, String rules, String bounds) {
        Subject subject = Subject.of(specs, specs.family().variant(variant).get())
                .with(Settings.parse(rules), Settings.parse(bounds));
        return new AnyNumber(
                subject,
                Sort.named(specs.family(), sort).get(),
                Vector.empty(),
                Options.DEFAULT.withLimits(Limits.NONE.withStates(20_000)),
                20_000,
                Long.MAX_VALUE);
    }

    private static Seq<String> names(Reach reach, Told.Word word) {
        return reach.claims()
                .filter(told -> told.word() == word)
                .map(told -> told.claim().name());
    }

    @ParameterizedTest
    @CsvSource({"fast-gup, slowGups=0, 1387", "slow-gup, fastGups=0, 871"})
    void nineInvariantsHoldForAnyNumberOfGups(String sort, String others, int views) {
        Reach reach = asked("7.2-ext4", sort, "", "removals=0 " + others).run();
        assertEquals(Vector.empty(), NINE.removeAll(names(reach, Told.Word.ANY)));
        assertEquals(views, reach.outlook().views());
        assertEquals(Vector.of("pagemap", "P0"), reach.outlook().conserved());
    }

    @Test
    void nineInvariantsHoldForAnyNumberOfBothGupsAtOnce() {
        Reach reach = asked("7.2-ext4", "slow-gup,fast-gup", "", "removals=0").run();
        assertTrue(reach.outlook().closed(), reach.outlook().refused());
        assertEquals(Vector.empty(), NINE.removeAll(names(reach, Told.Word.ANY)));
        assertEquals(Vector.of("pagemap", "P0"), reach.outlook().conserved());
    }

    /** They read under the invalidate lock, queue for the entry and hold it, all under their names. */
    @Test
    void whatFaultsDoHoldsForAnyNumberOfThem() {
        Reach reach = asked("7.2-ext4", "fault", "", "removals=0 munmaps=0 slowGups=0 fastGups=0 truncates=0")
                .run();
        assertTrue(reach.outlook().crowded());
        assertEquals(
                Vector.of(
                        "INV-1 PteRef",
                        "INV-1s PteRefStrong",
                        "INV-7 MapAssoc",
                        "INV-15 MapCount",
                        "INV-L Ledger",
                        "INV-5 CountSane",
                        "ACT-2 IdleWakes",
                        "ACT-3 NoResurrect"),
                names(reach, Told.Word.ANY));
    }

    @Test
    void aForgottenWakeUpIsNotProvedAndBrokenByOne() {
        Reach reach = asked("7.2-ext4", "fast-gup", "unpinWakes=off", "removals=0 slowGups=0")
                .run();
        Told stuck = reach.claims()
                .find(told -> told.claim().name().equals("LTL-1' StuckWaiter"))
                .get();
        assertFalse(stuck.answer().isProved());
        assertEquals(Told.Word.BROKEN, stuck.word());
        assertEquals(1, stuck.broken().get().tasks());
        assertEquals(
                Vector.of("ACT-2 IdleWakes", "LTL-1' StuckWaiter", "LTL-1p WaitsForPin", "no deadlock"),
                names(reach, Told.Word.BROKEN));
    }

    @Test
    void waitersThatQueueUnderTheirNamesAreProved() {
        Reach reach = asked(WaitwakeSpecs.table(), "right", "waiter", "", "").run();
        assertEquals(
                Vector.of(
                        "INV-5 CountSane",
                        "INV-L Ledger",
                        "LTL-1' StuckWaiter",
                        "INV-18 EndedNotQueued",
                        "no deadlock"),
                names(reach, Told.Word.ANY));
        assertEquals(60, reach.outlook().views());
        assertTrue(reach.outlook().crowded());
    }

    @Test
    void faultsThatQueueForAnEntryAreProvedAsFarAsViewsTell() {
        Reach reach = asked(EntrylockSpecs.table(), "5.13", "fault", "", "invalidations=1")
                .run();
        assertEquals(Vector.of("ACT-9 Invalidated"), names(reach, Told.Word.ANY));
        Answer progress = reach.outlook().answer("LTL-5' EntryLockProgress");
        assertTrue(progress.resists().isDefined(), progress.toString());
        assertEquals(1, progress.resists().get().named().size());
    }

    /** With two waiters a wake-up of one leaves the other asleep, whoever they are. */
    @Test
    void aWakeUpOfOneOfManyIsNotProved() {
        Reach reach = asked(WaitwakeSpecs.table(), "m9", "waiter", "", "").run();
        assertEquals(Vector.of("LTL-1' StuckWaiter", "no deadlock"), names(reach, Told.Word.BROKEN));
        assertEquals(
                Vector.empty(),
                reach.claims()
                        .filter(told ->
                                told.answer().isProved() && told.broken().isDefined()));
    }

    /** Each broken rule breaks some claim, which is never said to hold for any number. */
    @ParameterizedTest
    @CsvSource({"zapPuts=never", "recheckPte=off", "undoWakes=off"})
    void whatABrokenRuleBreaksIsNeverProved(String rule) {
        AnyNumber asked = asked("7.2-ext4", "fast-gup", rule, "removals=0 slowGups=0");
        for (Told told : asked.run().claims()) {
            boolean broken = told.broken().isDefined();
            assertFalse(broken && told.answer().isProved(), told.claim().name());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "7.2-ext4, fast-gup, removals=0 slowGups=0",
        "7.2-ext4, slow-gup, removals=0 fastGups=0",
        "6.1, slow-gup, removals=0 fastGups=0",
        "7.2-ext4, 'slow-gup,fast-gup', removals=0 truncates=0"
    })
    void everyViewOfLargerInstancesIsKnown(String variant, String sort, String bounds) {
        AnyNumber asked = asked(variant, sort, "", bounds);
        Views.Coverage coverage = asked.views(Vector.empty(), 1, 50_000).audit(1, 3, 20_000);
        assertEquals(0, coverage.missing());
        assertTrue(coverage.states() > 1_000, coverage.toString());
    }
}
