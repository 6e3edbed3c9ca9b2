/**
 * Fair cycles: the {@link pagelife.checker.liveness.Hunt} for runs of a state graph that an automaton accepts, on
 * compact arrays of integers. Knows nothing of cells and values.
 */
package pagelife.checker.liveness;
