package pagelife.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import pagelife.checker.ltl.Assumptions;
import pagelife.checker.model.Fairness;
import pagelife.checker.result.Verdict;
import pagelife.models.Family;
import pagelife.models.Settings;
import pagelife.reports.format.Detail;
import pagelife.reports.format.Growing;
import pagelife.reports.json.JsonFormat;
import pagelife.reports.json.JsonFormatTest;
import pagelife.reports.outcome.Judgement;
import pagelife.reports.outcome.SpecOutcome;
import pagelife.reports.text.TextFormat;
import pagelife.specs.Expectation;
import pagelife.specs.Size;
import pagelife.specs.Spec;
import pagelife.specs.fsdax.FsdaxSpecs;

public final class CatalogueTest {
    private static final Expectation SIX_STEPS = new Expectation("INV-1", Verdict.VIOLATED, Option.some(6));
    private static final Expectation HOLDS = new Expectation("INV-2", Verdict.HOLDS, Option.none());

    private static final SpecOutcome GOOD =
            outcome("good", judged(SIX_STEPS, Verdict.VIOLATED, 6), judged(HOLDS, Verdict.HOLDS));
    private static final SpecOutcome LONGER =
            outcome("longer", judged(SIX_STEPS, Verdict.VIOLATED, 7), judged(HOLDS, Verdict.VIOLATED, 9));
    private static final SpecOutcome UNDECIDED =
            outcome("undecided", judged(SIX_STEPS, Verdict.VIOLATED, 6), judged(HOLDS, Verdict.UNDECIDED));
    private static final SpecOutcome FAULT = new SpecOutcome(
            GOOD.spec(), GOOD.command(), Vector.empty(), Option.none(), Option.some("step p2 of actor free threw"));

    /** A row of each kind: as expected, otherwise, not known, and a mistake. */
    public static final CatalogueReport REPORT =
            CatalogueReport.of(Vector.of(GOOD, LONGER, UNDECIDED, FAULT), families(), 2, 1_230_000_000);

    /** A row about the newest kernel as it is, and one with a rule set otherwise, of which nothing is open. */
    private static final CatalogueReport OPEN = CatalogueReport.of(
            Vector.of(
                    newest("fsdax/7.2-ext4", Settings.NONE, Settings.NONE.with("faults", "2")),
                    newest("fsdax/7.2-ext4", Settings.NONE, Settings.NONE),
                    newest("fsdax/7.2-ext4", Settings.NONE.with("undoWakes", "off"), Settings.NONE),
                    newest("fsdax/6.1", Settings.NONE, Settings.NONE)),
            families(),
            0,
            1_230_000_000);

    private static Seq<Family<?>> families() {
        return Vector.of(FsdaxSpecs.table().family());
    }

    private static SpecOutcome newest(String variant, Settings rules, Settings bounds) {
        Spec spec = new Spec(variant, variant, rules, bounds, Vector.empty(), "somewhere", "since it is so");
        return new SpecOutcome(
                spec,
                "./check " + variant,
                Vector.of(judged(SIX_STEPS, Verdict.VIOLATED, 6), judged(HOLDS, Verdict.HOLDS)),
                Option.none(),
                Option.none());
    }

    @Test
    void aLineForEachSpecAndASummary() {
        Golden.expect("catalogue.txt", Captured.text(REPORT));
    }

    @Test
    void lineByLineItSaysTheSame() {
        Captured captured = new Captured();
        Growing<Line> report =
                new TextFormat(Detail.USUAL).lines("spec", REPORT.specs().map(ToldSpec::id), captured.page(100));
        REPORT.specs().forEach(report::add);
        report.end(REPORT);
        assertEquals(Captured.text(REPORT), captured.text());
    }

    @Test
    void atAGlanceWhatTheNewestKernelBreaksComesFirst() {
        Golden.expect("catalogue-open.txt", overview(OPEN));
    }

    @Test
    void atAGlanceWhatIsNotAsExpectedIsToldInFull() {
        Golden.expect("catalogue-glance.txt", overview(REPORT));
    }

    private static String overview(CatalogueReport report) {
        Captured captured = new Captured();
        Growing<Line> growing =
                new TextFormat(Detail.USUAL).overview(report.specs().map(ToldSpec::id), captured.page(72));
        report.specs().forEach(growing::add);
        growing.end(report);
        return captured.text();
    }

    @Test
    void aDocumentIsWrittenInTheEnd() {
        Captured captured = new Captured();
        Growing<Line> report = new JsonFormat().lines("spec", Vector.empty(), captured.page(100));
        REPORT.specs().forEach(report::add);
        assertEquals("", captured.text());
        report.end(REPORT);
        assertEquals(Captured.json(REPORT), captured.text());
    }

    @Test
    void theDocumentFitsItsSchema() throws IOException {
        String json = Captured.json(REPORT);
        JsonFormatTest.assertFits("pagelife-catalogue-2", json);
        Golden.expect("catalogue.json", json);
    }

    @Test
    void anotherLengthIsNotAsExpected() {
        assertFalse(judged(SIX_STEPS, Verdict.VIOLATED, 7).asExpected());
        assertTrue(new Judgement(SIX_STEPS, "", Verdict.VIOLATED, Option.some(7), false).asExpected());
    }

    @Test
    void anotherSizeIsNotAsExpected() {
        Size expected = new Size(26, 51);
        assertEquals(Option.none(), sizeDifference(sized(expected, Option.some(expected))));
        SpecOutcome smaller = sized(expected, Option.some(new Size(26, 50)));
        assertFalse(smaller.asExpected() || smaller.undecided());
        assertEquals(
                Option.some("expected 26 states and 51 transitions, found 26 states and 50 transitions"),
                sizeDifference(smaller));
        assertTrue(sized(expected, Option.none()).undecided());
    }

    @Test
    void theDocumentHasTheSizes() throws IOException {
        Seq<SpecOutcome> outcomes = Vector.of(
                sized(new Size(26, 51), Option.some(new Size(26, 50))), sized(new Size(26, 51), Option.none()));
        String json = Captured.json(CatalogueReport.of(outcomes, families(), 0, 1_230_000_000));
        JsonFormatTest.assertFits("pagelife-catalogue-2", json);
        Golden.expect("catalogue-sizes.json", json);
    }

    private static Option<String> sizeDifference(SpecOutcome outcome) {
        return ToldSpec.of(outcome).size().get().difference();
    }

    private static SpecOutcome sized(Size expected, Option<Size> found) {
        Spec spec = new Spec(
                "sized",
                "philosophers/small",
                Settings.NONE,
                Settings.NONE.with("seats", "3"),
                Option.some(Assumptions.NONE.with("phil0", Fairness.WEAK)),
                Option.some(expected),
                Vector.empty(),
                "somewhere",
                "since it is so");
        return new SpecOutcome(spec, "./check philosophers/small", Vector.empty(), found, Option.none());
    }

    @Test
    void undecidedIsNeitherGoodNorBad() {
        assertFalse(UNDECIDED.asExpected());
        assertTrue(UNDECIDED.undecided());
        assertFalse(LONGER.undecided());
        assertFalse(FAULT.undecided());
        assertEquals(1, Vector.of(GOOD, LONGER, FAULT).count(SpecOutcome::asExpected));
    }

    private static Judgement judged(Expectation expected, Verdict found, int... length) {
        return new Judgement(
                expected,
                "nothing goes wrong",
                found,
                length.length == 0 ? Option.none() : Option.some(length[0]),
                true);
    }

    private static SpecOutcome outcome(String id, Judgement... judgements) {
        Spec spec = new Spec(
                id,
                "fsdax/6.1",
                Settings.NONE.with("wakes", "no"),
                Settings.NONE,
                Vector.of(judgements).map(Judgement::expected),
                "somewhere",
                "since it is so");
        return new SpecOutcome(
                spec, "./check fsdax/6.1 --rule wakes=no", Vector.of(judgements), Option.none(), Option.none());
    }
}
