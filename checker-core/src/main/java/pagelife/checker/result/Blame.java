package pagelife.checker.result;

import io.vavr.collection.Seq;
import pagelife.checker.ltl.Assumption;

/**
 * The fairness that an answer rests on.
 *
 * @param assumptions of a property that holds: assumptions, of those that were made, under which it holds already; of
 *     one that is violated: further assumptions under which it would hold
 * @param minimal whether each of them is needed; false when the effort would have been too great to find out
 */
public record Blame(Seq<Assumption> assumptions, boolean minimal) {}
