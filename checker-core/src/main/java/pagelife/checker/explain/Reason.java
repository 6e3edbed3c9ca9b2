package pagelife.checker.explain;

import pagelife.checker.ltl.Formula;

/**
 * A part of why a formula is not true of a run.
 *
 * @param formula a part of the formula: one that looks at one position only, as long as nothing longer is needed
 * @param isTrue whether it is true
 * @param moment at this moment
 * @param forEver and at all moments that come after it
 */
public record Reason(Formula formula, boolean isTrue, int moment, boolean forEver) {}
