package pagelife.reports.outcome;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Step;
import pagelife.checker.result.Result;
import pagelife.checker.result.Stop;
import pagelife.models.page.Books;

/**
 * What came out of a check.
 *
 * @param question what was asked
 * @param books who holds what in the states of the model
 * @param result what was found
 * @param nanos how long it took, from the model's declaration to the last trace
 */
public record Outcome(Question question, Books books, Result result, long nanos) {

    /** The steps that no run takes: the model may not be what was meant. Empty when not every state was seen. */
    public Seq<Step> neverTaken() {
        return result.stop() == Stop.COMPLETE
                ? result.model().steps().removeAll(result.statistics().takenSteps())
                : Vector.empty();
    }
}
