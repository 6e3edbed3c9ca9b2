package pagelife.checker.explain;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.checker.ltl.Assumption;
import pagelife.checker.ltl.Assumptions;
import pagelife.checker.property.Temporal;
import pagelife.checker.result.Trace;

/** Judges one run that somebody brings, without a search. */
public final class Judge {
    private Judge() {}

    /** As {@link pagelife.checker.Checker#breaks}. */
    public static boolean breaks(Temporal claim, Trace run, Option<Assumptions> fairness) {
        if (!run.loopStart().exists(start -> run.last().equals(run.before(start)))) {
            return false;
        }
        LassoCheck check = new LassoCheck(run);
        return !check.satisfies(claim.formula()) && isFair(check, assumed(claim, run, fairness));
    }

    private static boolean isFair(LassoCheck check, Seq<Assumption> assumed) {
        return check.treatments(assumed).size() == assumed.size();
    }

    private static Seq<Assumption> assumed(Temporal claim, Trace run, Option<Assumptions> fairness) {
        return fairness.orElse(claim.fairness())
                .getOrElse(Assumptions.DECLARED)
                .in(run.initial().model());
    }
}
