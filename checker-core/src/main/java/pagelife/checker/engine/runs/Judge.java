package pagelife.checker.engine.runs;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.List;
import java.util.stream.IntStream;
import pagelife.checker.ltl.Assumption;
import pagelife.checker.ltl.Assumptions;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;
import pagelife.checker.model.Step;
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
        Seq<Assumption> assumed = fairness.orElse(claim.fairness())
                .getOrElse(Assumptions.DECLARED)
                .in(run.initial().model());
        List<List<Step>> possible = IntStream.rangeClosed(0, run.length())
                .mapToObj(i -> possible(run.before(i)))
                .toList();
        LassoCheck check = new LassoCheck(run, possible);
        return !check.satisfies(claim.formula()) && check.treatments(assumed).size() == assumed.size();
    }

    private static List<Step> possible(State state) {
        return state.model()
                .steps()
                .filter(step -> Move.isPossible(state, step))
                .toJavaList();
    }
}
