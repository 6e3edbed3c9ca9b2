package pagelife.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pagelife.checker.ltl.Assumptions;
import pagelife.checker.property.Property;
import pagelife.checker.search.Checker;
import pagelife.checker.search.Options;
import pagelife.models.Settings;
import pagelife.models.Variant;
import pagelife.models.bench.Dax;
import pagelife.specs.FamilySpecs;
import pagelife.specs.bench.DaxSpecs;

/** What is said about runs: the waiting truncate of the benchmark protocol, with one page. */
class TemporalReportTest {
    /** Others go on, and the truncate sleeps. */
    private static final String STARVED = "none,fs=weak,all=weak";

    /** The loop must be marked, and it must be seen that it is fair to the one that sleeps. */
    @Test
    void aStarvedTruncateIsShownWithTheStepsThatRepeat() {
        Golden.expect("starved.txt", text(waits(STARVED)));
    }

    @Test
    void aStarvedTruncateIsADocument() throws IOException {
        String json = JsonReportTest.json(waits(STARVED));
        JsonReportTest.assertFits("pagelife-check-1", json);
        Golden.expect("starved.json", JsonReportTest.unmeasured(json));
    }

    /** Who holds, who is starved, who just stops, who may do as he likes. */
    @ParameterizedTest
    @ValueSource(strings = {"weak", "strong", "none", "none,fs=weak", STARVED, "declared,gup0.unpin=none"})
    void everyDocumentFitsItsSchema(String fairness) throws IOException {
        JsonReportTest.assertFits("pagelife-check-1", JsonReportTest.json(waits(fairness)));
    }

    @Test
    void theCommandRepeatsTheFairness() {
        assertEquals(
                "./check dax/small --bound pages=1 --bound gups=2 --property L2 --fairness none,fs=weak,all=weak",
                waits(STARVED).question().command());
    }

    private static Outcome waits(String fairness) {
        FamilySpecs<Dax> specs = DaxSpecs.table();
        Variant small = specs.family().variants().head();
        Settings bounds = Settings.NONE.with("pages", "1").with("gups", "2");
        Dax dax = specs.family().build(small, Settings.NONE, bounds);
        Seq<Property> waits = specs.temporal(dax).filter(claim -> claim.name().startsWith("L2 "));
        Options options =
                Options.DEFAULT.withFairness(Assumptions.parse(fairness).get());
        Question question = new Question(specs.family(), small, Settings.NONE, bounds, Vector.of("L2"), options);
        return new Outcome(question, Checker.check(dax.model(), waits, options), Toys.NANOS);
    }

    private static String text(Outcome outcome) {
        Captured captured = new Captured();
        new TextReport(captured.page(100)).print(outcome, false);
        return captured.text();
    }
}
