package pagelife.reports.outcome;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.Step;
import pagelife.checker.result.Result;
import pagelife.checker.result.Stop;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Order;
import pagelife.models.page.Books;
import pagelife.reports.told.ToldEstimate;
import pagelife.specs.Spec;
import pagelife.specs.Subject;

/**
 * What came out of a check.
 *
 * @param question what was asked
 * @param books who holds what in the states of the model
 * @param result what was found
 * @param nanos how long it took, from the model's declaration to the last trace
 * @param estimate how large it was reckoned to be after its first second
 * @param runUp what was asked before, within smaller bounds
 */
public record Outcome(
        Question question, Books books, Result result, long nanos, Option<ToldEstimate> estimate, RunUp runUp) {

    /** What came out of a check that was not reckoned beforehand. */
    public Outcome(Question question, Books books, Result result, long nanos) {
        this(question, books, result, nanos, Option.none(), RunUp.NONE);
    }

    /** This outcome with how large it was reckoned to be. */
    public Outcome reckoned(Option<ToldEstimate> told) {
        return new Outcome(question, books, result, nanos, told, runUp);
    }

    /** This outcome with what came out within smaller bounds before. */
    public Outcome after(RunUp before) {
        return new Outcome(question, books, result, nanos, estimate, before);
    }

    /**
     * What the table of its family, or the outline of a study, expects of the very protocol that was asked about, against
     * what was found. Empty where nothing is expected but that all holds, which the verdicts tell by themselves, or where
     * rules, bounds or tasks are others than there.
     */
    public Seq<Judgement> judged() {
        Subject subject = question.subject();
        boolean shortest = question.options().order() == Order.BREADTH_FIRST && result.stop() == Stop.COMPLETE;
        return subject.row()
                .orElse(() -> subject.specs().spec(subject.name()))
                .filter(row -> subject.workload().isEmpty() && row.fairness().equals(subject.fairness()))
                .filter(row ->
                        row.rules().equals(question.ruled()) && row.bounds().equals(question.bounded()))
                .filter(row -> row.expectations().exists(expected -> expected.verdict() != Verdict.HOLDS))
                .toVector()
                .flatMap(Spec::expectations)
                .flatMap(expected -> result.findings()
                        .filter(finding -> finding.property().isCalled(expected.property()))
                        .map(finding -> Judgement.of(expected, finding, shortest)));
    }

    /** The steps that no run takes: the model may not be what was meant. Empty when not every state was seen. */
    public Seq<Step> neverTaken() {
        return result.stop() == Stop.COMPLETE
                ? result.model().steps().removeAll(result.statistics().takenSteps())
                : Vector.empty();
    }
}
