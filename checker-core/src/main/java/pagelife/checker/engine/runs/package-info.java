/**
 * Claims about runs: the explored states as a graph ({@code Exploration}), what propositions are true where ({@code
 * Propositions}), the answers of temporal properties ({@code Temporals}) from the search for a fair loop that {@code
 * liveness} makes, the trace of such a loop and its proof ({@code LassoTracer}, {@code LassoCheck}), and which fairness
 * an answer rests on ({@code Blamer}).
 *
 * <p>A state comes here when the search is over, and gets a number; from then on it is a row of numbers, those of its
 * successors and of the steps that lead there ({@code RowMaker}), made again whenever it is asked for. It is a state
 * once more, with its values, only as a step of the trace of a lasso.
 *
 * <p>Why so: "A run may end where nothing is owed" (checker-core/decisions/0005-runs-may-end-where-nothing-is-owed.md)
 * and "Fair cycles are searched on numbered states, after the search"
 * (checker-core/decisions/0006-fair-cycles-on-numbered-states.md); where states and edges do not fit into memory,
 * "Claims about runs are decided in files" (checker-core/decisions/0016-claims-about-runs-in-files.md).
 */
package pagelife.checker.engine.runs;
