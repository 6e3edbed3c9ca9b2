/**
 * Claims about runs: the explored states as a graph ({@code Exploration}), what propositions are true where, the search
 * for a fair loop in the product with the automaton of a formula, its trace ({@code LassoTracer}), and which fairness
 * an answer rests on ({@code Blamer}). Decision records 5 and 6.
 */
package pagelife.checker.engine.runs;
