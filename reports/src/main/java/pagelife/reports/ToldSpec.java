package pagelife.reports;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.checker.ltl.Assumptions;
import pagelife.checker.value.Value;
import pagelife.reports.outcome.SpecOutcome;
import pagelife.reports.told.Told;
import pagelife.specs.Spec;

/**
 * A spec of the catalogue, expected against found.
 *
 * @param id its name
 * @param variant the variant it checks
 * @param rules rules set otherwise than in the variant
 * @param bounds bounds set otherwise than in the variant
 * @param fairness the fairness of claims about runs
 * @param size the size expected and found, where one is expected
 * @param cites where the expectation comes from
 * @param why the reason for it
 * @param command the command that checks it alone
 * @param asExpected whether everything came out as expected
 * @param undecided whether a limit stopped the search before all was known, and nothing speaks against the expectations
 * @param fault what went wrong with the model or the checker itself; empty when nothing did
 * @param properties each expectation and what was found
 */
public record ToldSpec(
        String id,
        String variant,
        Map<String, String> rules,
        Map<String, Value> bounds,
        String fairness,
        Option<Line.Sizes> size,
        String cites,
        String why,
        String command,
        boolean asExpected,
        boolean undecided,
        String fault,
        Seq<Line.Judged> properties)
        implements Line {
    /** What is told of an outcome. */
    public static ToldSpec of(SpecOutcome outcome) {
        Spec spec = outcome.spec();
        return new ToldSpec(
                spec.id(),
                spec.variant(),
                Told.words(spec.rules()),
                Told.numbers(spec.bounds()),
                spec.fairness().getOrElse(Assumptions.DECLARED).toString(),
                spec.size()
                        .map(expected -> new Line.Sizes(
                                Line.Sizes.Told.of(expected), outcome.size().map(Line.Sizes.Told::of))),
                spec.cites(),
                spec.why(),
                outcome.command(),
                outcome.asExpected(),
                outcome.undecided(),
                outcome.fault().getOrElse(""),
                outcome.judgements().map(Line.Judged::of));
    }

    @Override
    public Seq<Judged> judgements() {
        return properties;
    }
}
