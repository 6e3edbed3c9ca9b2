/**
 * What a check found, as data: a {@link pagelife.checker.result.Verdict} for each property, the
 * {@link pagelife.checker.result.Trace} that shows it, and what was explored. Words are made elsewhere.
 */
package pagelife.checker.result;
