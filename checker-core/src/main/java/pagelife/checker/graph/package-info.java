/**
 * The explored states of a small model as a graph of the JGraphT library, to be looked at, measured and drawn:
 * {@link pagelife.checker.graph.ExploredGraph}.
 */
package pagelife.checker.graph;
