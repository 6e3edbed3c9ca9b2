package pagelife.reports.outcome;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.property.Property;
import pagelife.checker.property.StepProperty;
import pagelife.checker.result.Result;
import pagelife.checker.result.Stop;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Order;
import pagelife.specs.Expectation;
import pagelife.specs.Size;
import pagelife.specs.Spec;

/**
 * A spec of the catalogue, expected against found.
 *
 * @param spec the spec
 * @param command the command that checks its variant with its rules and bounds, and only what differs if something does
 * @param judgements one per expectation, in their order; empty when the check failed
 * @param size the size found; empty when not all states were seen
 * @param fault what went wrong with the model or the checker itself, in one line; empty when nothing did
 */
public record SpecOutcome(
        Spec spec, String command, Seq<Judgement> judgements, Option<Size> size, Option<String> fault) {

    /** A step that fails is told of whether somebody asked or not, and is as it should be only where it is expected. */
    private static final Expectation NOBODY_ASKED =
            new Expectation(StepProperty.NO_FAILURE.name(), Verdict.HOLDS, Option.none());

    /**
     * Compares what came out with what was expected.
     *
     * @param claims for each expectation the claims that it is about
     * @param question what was asked, all claims of it
     */
    public static SpecOutcome of(Spec spec, Map<Expectation, Seq<Property>> claims, Result result, Question question) {
        boolean shortest = question.options().order() == Order.BREADTH_FIRST;
        Seq<Judgement> judgements = spec.expectations()
                .flatMap(expected -> claims.get(expected)
                        .get()
                        .flatMap(claim -> result.finding(claim.name()))
                        .map(finding -> Judgement.of(expected, finding, shortest)))
                .appendAll(result.findings()
                        .reject(finding -> claims.values().exists(some -> some.contains(finding.property())))
                        .map(finding -> Judgement.of(NOBODY_ASKED, finding, shortest)));
        Seq<String> different = judgements.reject(Judgement::asExpected).map(Judgement::name);
        Option<Size> size = Option.when(
                result.stop() == Stop.COMPLETE,
                () -> new Size(result.counts().states(), result.counts().transitions()));
        return new SpecOutcome(spec, question.about(different).command(), judgements, size, Option.none());
    }

    /** The outcome where the model or the checker itself made a mistake. */
    public static SpecOutcome faulty(Spec spec, Question question, String fault) {
        return new SpecOutcome(spec, question.command(), Vector.empty(), Option.none(), Option.some(fault));
    }

    /** Whether everything came out as expected. */
    public boolean asExpected() {
        return fault.isEmpty() && judgements.forAll(Judgement::asExpected) && isSizeAsExpected();
    }

    private boolean isSizeAsExpected() {
        return spec.size().isEmpty() || spec.size().equals(size);
    }

    /** Whether nothing speaks against the expectations, but a limit stopped the search before all was known. */
    public boolean undecided() {
        return fault.isEmpty()
                && !asExpected()
                && !judgements.exists(Judgement::isOtherwise)
                && (isSizeAsExpected() || size.isEmpty());
    }
}
