package pagelife.specs.kept;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.checker.property.Property;
import pagelife.checker.result.Trace;

/**
 * What became of a run that was executed again.
 *
 * @param property the claim that it broke, or showed; empty where the protocol has no such claim
 * @param shown whether every step was taken, and the end is what the run was kept for
 * @param divergence the first step that did something else; empty if none did
 * @param refusal the step that could not be taken; empty if all could
 * @param notes steps taken that stand for another function here, and steps that were put in, each in words
 * @param trace the run as far as it goes
 */
public record Retraced(
        Option<Property> property,
        boolean shown,
        Option<Divergence> divergence,
        Option<Refusal> refusal,
        Seq<String> notes,
        Trace trace) {

    /** The answer in a word. */
    public enum Outcome {
        /** Every step does what it did, and the end is what the run was kept for. */
        REPRODUCES,
        /** The end is what the run was kept for, but a step on the way does something else. */
        DIVERGES,
        /** A step cannot be taken, or the end is harmless. */
        GONE,
        /** The steps or the claim are not those of this protocol: nothing can be said. */
        UNKNOWN
    }

    /** The answer in a word. */
    public Outcome outcome() {
        if (property.isEmpty() || refusal.exists(refused -> !refused.why().isAnswer())) {
            return Outcome.UNKNOWN;
        }
        if (!shown) {
            return Outcome.GONE;
        }
        return divergence.isEmpty() ? Outcome.REPRODUCES : Outcome.DIVERGES;
    }
}
