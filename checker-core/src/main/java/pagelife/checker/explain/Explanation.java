package pagelife.checker.explain;

import io.vavr.collection.Seq;
import pagelife.checker.ltl.Formula;
import pagelife.checker.property.Decisive;

/**
 * Why a trace breaks a claim, or shows what should happen.
 *
 * @param core the fewest cells, at moments of the trace, whose values decide it whatever the others hold, in the order
 *     in which the claim reads them. The others were tried with all values that they, or other cells of their family,
 *     have in the trace, one step beside it, and in the first states of the model, and with all there are of an enum or
 *     a truth value; combinations for which the claim has no answer do not count. Where that would take too long the
 *     cells are more than the fewest: those that could not be shown not to matter are among them
 * @param ending those of them that only keep everybody from going on where the run ends, and are not what the claim
 *     looks at
 * @param reasons of a claim about runs why its formula is not true of this one, in the order of moments; else none
 * @param sentence what happens, in one sentence without a full stop
 */
public record Explanation(Seq<Decisive> core, Seq<Decisive> ending, Seq<Reason> reasons, String sentence) {
    /** The steps that a claim about runs looks at, since they are taken: counted from 1. */
    public Seq<Integer> steps() {
        return reasons.filter(reason -> reason.isTrue() && reason.formula() instanceof Formula.Taken)
                .map(reason -> reason.moment() + 1);
    }
}
