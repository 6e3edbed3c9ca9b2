package pagelife.checker.observe;

import io.vavr.control.Option;
import pagelife.checker.property.Property;

/**
 * Whether a claim was kept in what was recorded.
 *
 * @param claim the claim
 * @param outcome what is known
 * @param at of a claim that is broken, the first observation by which every run that explains the recording has broken
 *     it: some run explains all before it and keeps the claim
 */
public record Judgement(Property claim, Outcome outcome, Option<Observation> at) {
    /** What is known of a claim. */
    public enum Outcome {
        /** Some run explains the recording and keeps the claim: nothing recorded speaks against it. */
        KEPT,
        /** Every run that explains the recording breaks it. */
        BROKEN,
        /** The limit was reached before it was known. */
        UNDECIDED
    }
}
