package pagelife.checker.result;

import io.vavr.collection.Seq;

/**
 * What every step of a model was seen to do.
 *
 * @param steps an entry for each step, in the order of the model
 * @param states how many states were found
 * @param complete whether they are all that there are; if not, steps may do more in the others
 */
public record StepUses(Seq<StepUse> steps, long states, boolean complete) {}
