package pagelife.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import pagelife.checker.search.Options;
import pagelife.checker.search.Order;
import pagelife.reports.json.JsonFormatTest;
import pagelife.reports.outcome.LitmusOutcome;
import pagelife.specs.catalogue.Catalogue;
import pagelife.specs.litmus.Litmus;
import pagelife.specs.litmus.Posed;

/** Litmus tests in words. */
class LitmusReportTest {
    private static final String TEXT = """
            Pagelife fsdax/6.1 direct-io-wakes-nobody
            "The end of direct I/O puts the page as a folio and wakes nobody."
            rules { directIoWakes=off }
            bounds { pages=2 }
            setup { read mm0 0 }

             writer          | truncater  ;
             pin slow mm0 0  | truncate f ;
             unpin direct-io |            ;

            LTL-1'
            expect broken in 10
            forall finished(truncater)
            exists finished(truncater)
            reach false
            """;

    private static final LitmusOutcome CHECKED = LitmusOutcome.of(
            "lost wake.litmus",
            Posed.of(Litmus.parse(TEXT), Catalogue.families()).answer(Options.DEFAULT),
            Order.BREADTH_FIRST);

    @Test
    void aLineForEachConditionThenWhatBreaksIt() {
        Golden.expect("litmus.txt", Captured.text(LitmusReport.of(CHECKED, 1_230_000_000)));
    }

    @Test
    void theDocumentFitsItsSchema() throws IOException {
        String json = Captured.json(LitmusReport.of(Vector.of(CHECKED), 1, 1_230_000_000));
        JsonFormatTest.assertFits("pagelife-litmus-1", json);
        Golden.expect("litmus.json", json);
    }

    @Test
    void whatIsNotExpectedIsNamed() {
        Seq<String> different = ToldTest.of(CHECKED)
                .judgements()
                .reject(Line.Judged::asExpected)
                .map(Line.Judged::difference);
        assertEquals(
                Vector.of(
                        "forall finished(truncater): expected HOLDS, found VIOLATED in 10",
                        "reach false: expected HOLDS, found NEVER HAPPENS"),
                different);
    }
}
