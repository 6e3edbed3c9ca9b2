package pagelife.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import pagelife.checker.search.Options;
import pagelife.specs.Catalogue;
import pagelife.specs.litmus.Answer;
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
            true);

    @Test
    void aLineForEachConditionThenWhatBreaksIt() {
        Answer answer = CHECKED.answer();
        Question question = new Question(
                answer.posed().family(),
                answer.posed().variant(),
                answer.posed().test().ruled(),
                answer.posed().test().bounded(),
                Vector.empty(),
                Options.DEFAULT);
        Captured captured = new Captured();
        new LitmusReport(captured.page(100))
                .print(CHECKED, new Outcome(question, answer.posed().books(), answer.result(), 1_230_000_000), false);
        Golden.expect("litmus.txt", captured.text());
    }

    @Test
    void theDocumentFitsItsSchema() throws IOException {
        Captured captured = new Captured();
        LitmusJson.print(captured.page(100), Vector.of(CHECKED), 1, 1_230_000_000);
        JsonReportTest.assertFits("pagelife-litmus-1", captured.text());
        Golden.expect("litmus.json", captured.text());
    }

    @Test
    void whatIsNotExpectedIsNamed() {
        Seq<String> different =
                CHECKED.spec().judgements().reject(Judgement::asExpected).map(Judgement::difference);
        assertEquals(
                Vector.of(
                        "forall finished(truncater): expected HOLDS, found VIOLATED in 10",
                        "reach false: expected HOLDS, found NEVER HAPPENS"),
                different);
    }
}
