package pagelife.checker.explain;

import pagelife.checker.ltl.Formula;

/**
 * A part of why a formula is not true of a run.
 *
 * @param formula a part of the formula: one that looks at one position only, as long as nothing longer is needed
 * @param isTrue whether it is true
 * @param moment at this moment
 * @param lasts when else
 */
public record Reason(Formula formula, boolean isTrue, int moment, Lasts lasts) {
    /** When something is so that is so at a moment. */
    public enum Lasts {
        /** Nothing more is said. */
        ONCE,
        /** Each time that the loop of the run comes there. */
        AGAIN,
        /** At all moments that come after it. */
        FOREVER
    }

    /** The same, of a moment of the loop, which comes again and again. */
    Reason again() {
        return lasts == Lasts.ONCE ? new Reason(formula, isTrue, moment, Lasts.AGAIN) : this;
    }
}
