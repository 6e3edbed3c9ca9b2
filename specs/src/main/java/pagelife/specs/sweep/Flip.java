package pagelife.specs.sweep;

import pagelife.checker.explain.Explainer;
import pagelife.checker.property.Property;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Trace;

/**
 * A claim that holds within smaller bounds and is broken within these.
 *
 * @param property the claim
 * @param trace the shortest run that breaks it
 * @param sentence what happens in it
 */
public record Flip(Property property, Trace trace, String sentence) {
    /** What a finding shows, told by {@code explainer}. */
    static Flip of(Finding broken, Explainer explainer) {
        Trace trace = broken.trace().get();
        return new Flip(
                broken.property(),
                trace,
                explainer.explain(broken.property(), trace).sentence());
    }

    /** The steps of the run. */
    public int length() {
        return trace.length();
    }
}
