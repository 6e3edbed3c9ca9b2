package pagelife.checker.search;

import io.vavr.collection.Seq;

/**
 * How far a search has come.
 *
 * @param levels breadth-first: how many states each level has, the initial states first, the last one being explored;
 *     depth-first: empty
 * @param levelExplored how many states of the last level have been explored
 * @param states distinct states so far; while duplicates wait to be found on disk, an upper bound
 * @param explored states whose successors are known
 * @param transitions action instances executed so far
 * @param executions how often the model's step code ran for them, audits apart
 * @param bytes memory of the visited set and of the frontier
 * @param diskBytes bytes written to disk
 * @param nanos time since the search began, by the ticker handed in
 */
public record Progress(
        Seq<Long> levels,
        long levelExplored,
        long states,
        long explored,
        long transitions,
        long executions,
        long bytes,
        long diskBytes,
        long nanos) {}
