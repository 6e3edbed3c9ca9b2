package pagelife.reports.traces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pagelife.checker.model.Model;
import pagelife.checker.model.Move;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Trace;
import pagelife.checker.result.Verdict;
import pagelife.reports.Captured;
import pagelife.reports.CheckReport;
import pagelife.reports.Waits;
import pagelife.reports.format.Document;
import pagelife.reports.outcome.Outcome;

class ItfTraceTest {
    private static String file(Document document) {
        Captured captured = new Captured();
        document.body().accept(captured.page(100));
        return captured.text();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gup/fork-5.9", "waitwake/m1", "devdax/5.14-rc1", "tails/head-5.12", "entrylock/5.2"})
    void whatWeWroteIsTheSameRunWhenItIsReadBack(String variant) {
        Outcome outcome = Waits.outcome(variant);
        Model model = outcome.result().model();
        Seq<Document> documents = new ItfFormat(false).documents(CheckReport.of(outcome));
        Seq<Finding> broken = outcome.result().findings().filter(found -> found.verdict() == Verdict.VIOLATED);
        assertTrue(documents.size() > 0);
        assertEquals(broken.size(), documents.size());
        for (int i = 0; i < documents.size(); i++) {
            Trace trace = broken.get(i).trace().get();
            Seq<Move> moves = ItfTrace.parse(file(documents.get(i))).moves(model);
            assertEquals(trace.steps().map(step -> step.step()), moves.map(Move::step));
            assertEquals(trace.steps().map(step -> step.after()), moves.map(Move::to));
        }
    }

    @Test
    void aTraceOfAnotherVariantIsRefusedWhereItParts() {
        Outcome broken = Waits.outcome("waitwake/m1");
        String file =
                file(new ItfFormat(false).documents(CheckReport.of(broken)).head());
        Model fixed = Waits.outcome("waitwake/right").result().model();
        ItfTrace.NoRun refused =
                assertThrows(ItfTrace.NoRun.class, () -> ItfTrace.parse(file).moves(fixed));
        assertTrue(
                refused.getMessage().matches("state \\d+ cannot be reached from the one before it: .*"),
                refused.getMessage());
    }

    /** None of its variables is a cell of the other model, so none of them differs. */
    @Test
    void aTraceOfAnotherFamilyIsRefused() {
        Outcome other = Waits.outcome("gup/fork-5.9");
        String file = file(new ItfFormat(false).documents(CheckReport.of(other)).head());
        Model model = Waits.outcome("waitwake/m1").result().model();
        ItfTrace.NoRun refused =
                assertThrows(ItfTrace.NoRun.class, () -> ItfTrace.parse(file).moves(model));
        assertTrue(
                refused.getMessage().startsWith("state 0 is no state that waitwake/m1 starts in: it has no variable "),
                refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            x                    | it is no JSON: line 1, column
            []                   | it is no trace in the ITF format: there must be an array "states" with a state in it
            {"states":[]}        | it is no trace in the ITF format: there must be an array "states" with a state in it
            {"states":[1]}       | state 0 must be an object with a field for each variable
            {"states":[{}]}      | state 0 is no state that gup/fork-5.9 starts in: it has no variable page
            {"states":[{"page":{"#bigint":"7"}}]} | state 0 is no state that gup/fork-5.9 starts in: page is
            """)
    void whatIsNoTraceIsRefusedInALine(String text, String message) {
        Model model = Waits.outcome("gup/fork-5.9").result().model();
        ItfTrace.NoRun refused =
                assertThrows(ItfTrace.NoRun.class, () -> ItfTrace.parse(text).moves(model));
        assertTrue(refused.getMessage().startsWith(message), refused.getMessage());
        assertEquals(1, refused.getMessage().lines().count());
    }
}
