package pagelife.reports;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import pagelife.checker.result.Verdict;
import pagelife.models.Settings;
import pagelife.reports.json.JsonFormatTest;
import pagelife.specs.threads.Answer;
import pagelife.specs.threads.Answered;
import pagelife.specs.threads.Claim;
import pagelife.specs.threads.Experiment;
import pagelife.specs.threads.Observation;
import pagelife.specs.threads.Stage;

/** Answers to statements, as they come out and as they should not. */
final class ClaimsTest {
    private static final Stage OLD = new Stage(Stage.Kind.LANDED, "5.10");
    private static final Stage MID = new Stage(Stage.Kind.LANDED, "6.1");
    private static final Experiment FIRST = check(OLD, Verdict.HOLDS, Option.none());
    private static final Experiment SECOND = check(MID, Verdict.VIOLATED, Option.some(6));

    private static final Answered GOOD = answered(
            "000.1",
            new Observation(Verdict.HOLDS, Option.none(), 5841),
            new Observation(Verdict.VIOLATED, Option.some(6), 0));
    private static final Answered OTHER = answered(
            "000.2",
            new Observation(Verdict.HOLDS, Option.none(), 5841),
            new Observation(Verdict.HOLDS, Option.none(), 77));
    private static final Answered OPEN = answered(
            "000.3",
            new Observation(Verdict.UNDECIDED, Option.none(), 0),
            new Observation(Verdict.VIOLATED, Option.some(6), 0));

    private static final ClaimsReport REPORT =
            ClaimsReport.of(Vector.of(GOOD, OTHER, OPEN), ClaimsTest::command, 1_230_000_000);

    @Test
    void aBlockForEachClaimAndASummary() {
        Golden.expect("claims.txt", Captured.text(REPORT));
    }

    @Test
    void theDocumentFitsItsSchema() throws IOException {
        String json = Captured.json(REPORT);
        JsonFormatTest.assertFits("pagelife-claims-1", json);
        Golden.expect("claims.json", json);
    }

    private static String command(Experiment experiment) {
        return "./check toy/" + experiment.stage().since();
    }

    private static Experiment check(Stage stage, Verdict expected, Option<Integer> length) {
        return new Experiment.Check(
                stage, "toy/good", Settings.NONE, Settings.NONE, "SAFE-1", Verdict.HOLDS, expected, length);
    }

    private static Answered answered(String id, Observation first, Observation second) {
        Claim claim = new Claim(
                id,
                "A page that is pinned is not freed.",
                "somebody, somewhere",
                Vector.of(FIRST, SECOND),
                new Answer(Answer.Kind.TRUE_UNTIL, "6.1"),
                "Since then nobody looks.");
        return new Answered(claim, Vector.of(new Answered.Test(FIRST, first), new Answered.Test(SECOND, second)));
    }
}
