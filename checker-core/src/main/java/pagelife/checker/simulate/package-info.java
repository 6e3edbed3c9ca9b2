/**
 * Random walks, for what is too large to be searched: {@link pagelife.checker.simulate.Walks} says how many and how
 * long, {@link pagelife.checker.simulate.Strategy} who goes next, {@link pagelife.checker.simulate.Watched} which
 * claims a walk breaks, {@link pagelife.checker.simulate.Shortening} what can be left out of it, and
 * {@link pagelife.checker.simulate.Simulator} takes them all.
 *
 * <p>A walk runs the model's code on boxed states, as an explorer does. It remembers nothing but itself, so that it
 * says that a claim is broken, never that it holds.
 */
package pagelife.checker.simulate;
