/**
 * Going through a model by hand: {@link pagelife.reports.explore.Guide} says what can be done in a state and which
 * claims are true there, {@link pagelife.reports.explore.Space} is a small model gone through to its end.
 */
package pagelife.reports.explore;
