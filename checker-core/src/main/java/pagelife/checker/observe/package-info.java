/**
 * Was this a run of the model? A recording is a sequence of what was seen of some tasks; {@link
 * pagelife.checker.observe.Observer} finds a run that shows it, or the first line that no run shows.
 */
package pagelife.checker.observe;
