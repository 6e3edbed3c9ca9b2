package pagelife.reports.outcome;

import io.vavr.collection.Seq;
import pagelife.checker.Checker;
import pagelife.checker.property.Property;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Result;
import pagelife.checker.result.Stop;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Limits;
import pagelife.checker.search.Options;
import pagelife.checker.search.Order;
import pagelife.checker.search.Reporting;
import pagelife.checker.simulate.Strategy;
import pagelife.checker.simulate.Walks;
import pagelife.specs.Inquiry;

/**
 * A check that makes the most of a limit on time: the last fifth of it goes into random walks, if claims are open then
 * that a walk can decide. A walk that breaks one is shortened; it need not be the shortest run, and the finding says so.
 *
 * @param inquiry the protocol
 * @param options how to search
 */
record InTime(Inquiry<?> inquiry, Options options) {
    /** One part in so many is for walks. */
    private static final int SHARE = 5;

    /** Walks go on for so long, as far as the model lets them. */
    private static final int DEPTH = 1_000;

    private static final long SEED = 1;

    static final String FROM_A_WALK = "from a random walk, when the time was up: perhaps not the fewest steps";

    Result check(Seq<Property> claims) {
        Limits limits = options.limits();
        if (limits.nanos() == Limits.NONE.nanos() || options.order() == Order.DEPTH_FIRST) {
            return inquiry.check(claims, options);
        }
        long begun = options.ticker().read();
        Result found =
                inquiry.check(claims, options.withLimits(limits.withNanos(limits.nanos() - limits.nanos() / SHARE)));
        long left = limits.nanos() - (options.ticker().read() - begun);
        Seq<Property> open = found.findings().filter(InTime::isOpen).map(Finding::property);
        return found.stop() != Stop.TIMEOUT || open.isEmpty() || left <= 0
                ? found
                : found.with(decided(found.findings(), walked(open, left)));
    }

    /** Claims about runs are not decided by walks, which end. */
    private static boolean isOpen(Finding finding) {
        return finding.verdict() == Verdict.UNDECIDED
                && finding.property().aboutRuns().isEmpty();
    }

    /** What walks decide of these claims. */
    private Seq<Finding> walked(Seq<Property> open, long nanos) {
        Walks walks = new Walks(Long.MAX_VALUE, DEPTH, SEED, new Strategy.Uniform());
        Options inTime = options.withLimits(Limits.NONE.withNanos(nanos)).withReporting(Reporting.NONE);
        return Checker.simulate(inquiry.model(), open, walks, inTime, walked -> {})
                .findings()
                .filter(finding -> finding.verdict() != Verdict.UNDECIDED)
                .map(finding -> finding.apart(FROM_A_WALK));
    }

    /** The findings of the search, where walks know more theirs; a step that fails is told of unasked. */
    private static Seq<Finding> decided(Seq<Finding> found, Seq<Finding> walked) {
        Seq<Property> asked = found.map(Finding::property);
        return found.map(finding -> walked.find(other -> other.property() == finding.property())
                        .filter(other -> isOpen(finding))
                        .getOrElse(finding))
                .prependAll(walked.reject(finding -> asked.contains(finding.property())));
    }
}
