package pagelife.checker.graph;

import io.vavr.collection.Seq;
import pagelife.checker.model.State;

/**
 * The states of a model in which no step is possible: everybody has finished, or it is a deadlock.
 *
 * @param states how many states there are in all
 * @param last those in which no step is possible
 */
public record LastStates(long states, Seq<State> last) {}
