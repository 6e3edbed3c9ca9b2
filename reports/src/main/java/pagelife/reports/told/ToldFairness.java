package pagelife.reports.told;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.checker.ltl.Assumption;
import pagelife.checker.model.Actor;
import pagelife.checker.result.FairnessFacts;
import pagelife.checker.result.Treatment.How;

/**
 * What fairness has to do with an answer.
 *
 * @param assumed the assumptions made
 * @param notOwed the actors that may stop anywhere
 * @param treatments how the trace meets each assumption
 * @param blame what the answer rests on; empty when that is not known, or when no fairness would make the claim hold
 */
public record ToldFairness(Seq<Assumption> assumed, Seq<String> notOwed, Seq<Treatment> treatments, Option<Blame> blame)
        implements Part {
    /**
     * How an assumption is met.
     *
     * @param assumption the assumption
     * @param how what meets it in the loop
     * @param position where
     */
    public record Treatment(Assumption assumption, How how, int position) implements Part {}

    /**
     * What an answer rests on.
     *
     * @param assumptions if the claim holds, those under which it does; else further ones under which it would
     * @param minimal whether each of them is needed
     */
    public record Blame(Seq<Assumption> assumptions, boolean minimal) implements Part {}

    static ToldFairness of(FairnessFacts facts) {
        return new ToldFairness(
                facts.assumed(),
                facts.notOwed().map(Actor::name),
                facts.treatments().map(met -> new Treatment(met.assumption(), met.how(), met.position())),
                facts.blame().map(blame -> new Blame(blame.assumptions(), blame.minimal())));
    }
}
