package pagelife.reports.outcome;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.Step;
import pagelife.checker.result.Result;
import pagelife.checker.result.Stop;
import pagelife.models.page.Books;
import pagelife.reports.told.ToldEstimate;

/**
 * What came out of a check.
 *
 * @param question what was asked
 * @param books who holds what in the states of the model
 * @param result what was found
 * @param nanos how long it took, from the model's declaration to the last trace
 * @param estimate how large it was reckoned to be after its first second
 */
public record Outcome(Question question, Books books, Result result, long nanos, Option<ToldEstimate> estimate) {

    /** What came out of a check that was not reckoned beforehand. */
    public Outcome(Question question, Books books, Result result, long nanos) {
        this(question, books, result, nanos, Option.none());
    }

    /** This outcome with how large it was reckoned to be. */
    public Outcome reckoned(Option<ToldEstimate> told) {
        return new Outcome(question, books, result, nanos, told);
    }

    /** The steps that no run takes: the model may not be what was meant. Empty when not every state was seen. */
    public Seq<Step> neverTaken() {
        return result.stop() == Stop.COMPLETE
                ? result.model().steps().removeAll(result.statistics().takenSteps())
                : Vector.empty();
    }
}
