package pagelife.checker.result;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.checker.ltl.Assumption;
import pagelife.checker.model.Actor;

/**
 * What fairness has to do with the answer to a temporal property.
 *
 * @param assumed the assumptions made; none means that any run counts, and that a run may end anywhere
 * @param blame what the answer rests on; empty when that is not known: a limit stopped the search, or the search for
 *     it (the remark of the finding says so), or no fairness towards actors and steps would make the property hold
 * @param treatments on the counterexample, how each assumption is met
 * @param notOwed the actors that are owed nothing, themselves or one of their steps
 */
public record FairnessFacts(
        Seq<Assumption> assumed, Option<Blame> blame, Seq<Treatment> treatments, Seq<Actor> notOwed) {}
