package pagelife.specs.litmus;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.checker.Checker;
import pagelife.checker.graph.LastStates;
import pagelife.checker.property.Property;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Result;
import pagelife.checker.result.Trace;
import pagelife.checker.result.Verdict;

/**
 * What came out of a litmus test.
 *
 * @param posed the test
 * @param result what the checker found, with a finding for each condition in their order
 * @param last the final states; empty when there are too many states to count them
 */
public record Answer(Posed posed, Result result, Option<LastStates> last) {
    /**
     * What came out of a condition.
     *
     * @param asked the condition
     * @param finding what the checker found; with a schedule that shows it, its trace is that run
     * @param witnesses how many final states are as the condition asks; empty when it does not ask about final states,
     *     or they were not counted
     */
    public record Line(Asked asked, Finding finding, Option<Integer> witnesses) {
        /** Whether the condition is true. */
        public boolean ok() {
            return finding.verdict() == Verdict.HOLDS;
        }
    }

    /** A line for each condition. */
    public Seq<Line> lines() {
        return posed.asked().zipWith(result.findings(), this::line);
    }

    private Line line(Asked asked, Finding finding) {
        Option<Trace> shown = asked.run()
                .filter(run -> finding.trace().isDefined())
                .map(run ->
                        run.trace(finding.property(), asked.condition().kept().flatMap(Kept::loopStart)))
                .filter(run -> shows(finding.property(), run))
                .orElse(finding.trace());
        return new Line(
                asked,
                new Finding(
                        finding.property(),
                        finding.verdict(),
                        shown,
                        finding.remark(),
                        finding.fairness(),
                        finding.known()),
                last.flatMap(found -> asked.states().map(found.last()::count)));
    }

    /** Whether a run that the test gives shows what came out: of a claim about runs the whole of it has to be known. */
    private boolean shows(Property property, Trace run) {
        return property.aboutRuns().forAll(claim -> Checker.breaks(claim, run, posed.fairness()));
    }
}
