package pagelife.reports;

import pagelife.checker.result.Result;

/**
 * What came out of a check.
 *
 * @param question what was asked
 * @param result what was found
 * @param nanos how long it took, from the model's declaration to the last trace
 */
public record Outcome(Question question, Result result, long nanos) {}
