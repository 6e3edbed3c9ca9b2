/**
 * What was asked and what came out, before it is told: the {@link pagelife.reports.outcome.Question}, down to the
 * command that asks it again, with its {@link pagelife.reports.outcome.Outcome}; a
 * {@link pagelife.reports.outcome.SpecOutcome} or a {@link pagelife.reports.outcome.LitmusOutcome} where an answer was
 * expected, and the {@link pagelife.reports.outcome.Judgement} of expected against found. Reports are made of them.
 */
package pagelife.reports.outcome;
