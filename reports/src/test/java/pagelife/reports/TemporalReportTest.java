package pagelife.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.Vector;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pagelife.checker.ltl.Assumptions;
import pagelife.checker.search.Options;
import pagelife.models.Protocol;
import pagelife.models.Settings;
import pagelife.models.Variant;
import pagelife.reports.json.JsonFormatTest;
import pagelife.reports.outcome.Outcome;
import pagelife.reports.outcome.Question;
import pagelife.specs.FamilySpecs;
import pagelife.specs.Inquiry;
import pagelife.specs.Subject;
import pagelife.specs.bench.DaxSpecs;
import pagelife.specs.fsdax.FsdaxSpecs;

/** What is said about runs: truncates that wait, in the benchmark protocol with one page and in FS-DAX. */
class TemporalReportTest {
    /** Others go on, and the truncate sleeps. */
    private static final String STARVED = "none,fs=weak,all=weak";

    /** The loop must be marked, and it must be seen that it is fair to the one that sleeps. */
    @Test
    void aStarvedTruncateIsShownWithTheStepsThatRepeat() {
        Golden.expect("starved.txt", text(waits(STARVED)));
    }

    /** A loop of several actors, each of which is owed something by the kernel. */
    @Test
    void aTruncateStarvedByFaultsAndPinsIsShownWithWhoIsTreatedFairly() {
        Settings bounds = Settings.parse("fastGups=0 munmaps=0 removals=0 repeats=1");
        Golden.expect("starved-fsdax.txt", text(ask(FsdaxSpecs.table(), "6.1", bounds, "LTL-3", Options.DEFAULT)));
    }

    @Test
    void aStarvedTruncateIsADocument() throws IOException {
        String json = JsonFormatTest.json(waits(STARVED));
        JsonFormatTest.assertFits("pagelife-check-2", json);
        Golden.expect("starved.json", JsonFormatTest.unmeasured(json));
    }

    /** Who holds, who is starved, who just stops, who may do as he likes. */
    @ParameterizedTest
    @ValueSource(strings = {"weak", "strong", "none", "none,fs=weak", STARVED, "declared,gup0.unpin=none"})
    void everyDocumentFitsItsSchema(String fairness) throws IOException {
        JsonFormatTest.assertFits("pagelife-check-2", JsonFormatTest.json(waits(fairness)));
    }

    @Test
    void theCommandRepeatsTheFairness() {
        assertEquals(
                "./check dax/small --bound pages=1 --bound gups=2 --property L2 --fairness none,fs=weak,all=weak",
                waits(STARVED).question().command());
    }

    private static Outcome waits(String fairness) {
        Options options =
                Options.DEFAULT.withFairness(Assumptions.parse(fairness).get());
        return ask(DaxSpecs.table(), "small", Settings.parse("pages=1 gups=2"), "L2", options);
    }

    private static <P extends Protocol> Outcome ask(
            FamilySpecs<P> specs, String name, Settings bounds, String claim, Options options) {
        Variant variant = specs.family().variant(name).get();
        Inquiry<P> inquiry = Inquiry.about(specs, variant, Settings.NONE, bounds);
        Question question = new Question(Subject.of(specs, variant), Settings.NONE, bounds, Vector.of(claim), options);
        return new Outcome(
                question, inquiry.protocol().books(), inquiry.check(inquiry.called(claim), options), Toys.NANOS);
    }

    private static String text(Outcome outcome) {
        return Captured.text(CheckReport.of(outcome));
    }
}
