package pagelife.specs.workloads;

import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.result.Counts;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Result;
import pagelife.checker.result.Stop;
import pagelife.checker.result.Trace;
import pagelife.checker.result.Verdict;

/**
 * What the checker says of a mix.
 *
 * @param mix who does what
 * @param counts how large its graph of states is; empty where nothing was explored
 * @param whole whether every state was seen
 * @param findings the answer to each claim that makes sense for it
 * @param refused why the family does not build it; empty where it does
 */
record Outcome(Mix mix, Option<Counts> counts, boolean whole, Seq<Finding> findings, String refused) {

    static Outcome of(Mix mix, Result result) {
        return new Outcome(mix, Option.some(result.counts()), result.stop() == Stop.COMPLETE, result.findings(), "");
    }

    static Outcome refused(Mix mix, String why) {
        return new Outcome(mix, Option.none(), true, Vector.empty(), why);
    }

    /** Whether {@code other} says the same, names apart: as many states, and the same claims broken as soon. */
    boolean isLike(Outcome other) {
        return counts.equals(other.counts)
                && answers().equals(other.answers())
                && refused.isEmpty() == other.refused.isEmpty();
    }

    private Set<String> answers() {
        return findings.map(one -> one.property().id() + " " + one.verdict()
                        + (one.verdict() == Verdict.VIOLATED
                                ? " in " + one.trace().map(Trace::length).getOrElse(0)
                                : ""))
                .toSet();
    }
}
