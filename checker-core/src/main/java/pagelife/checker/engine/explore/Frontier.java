package pagelife.checker.engine.explore;

import java.util.ArrayDeque;
import java.util.List;
import pagelife.checker.engine.store.Levels;

/** The states still to be explored in a round, handed out block by block. Shared by all workers. */
final class Frontier {
    /*
     * A block is one turn of a worker: between two it looks whether it has to pause. At some 100 ns a state 256 of them
     * are 25 microseconds, so that the look costs nothing and a limit is met soon; with several workers blocks are
     * smaller at the end of a level, so that they end together.
     */
    private static final int LARGEST_BLOCK = 256;

    /** What is to be explored, in order; filled by the coordinator between rounds, emptied by workers. */
    private final ArrayDeque<Levels.Stretch> queue = new ArrayDeque<>();
    /** How many workers share it. */
    private final int workers;
    /** States of a block at most; set by the coordinator for each list of stretches. */
    private int block = 1;
    /** States explored since the search began or was resumed; counted by workers under the lock. */
    private long explored;
    /** What {@link #explored} was when the level began; set by the coordinator. */
    private long exploredBeforeLevel;

    Frontier(int workers) {
        this.workers = workers;
    }

    /** A new level begins. */
    synchronized void beginLevel() {
        exploredBeforeLevel = explored;
    }

    /** Adds what is to be explored. */
    void add(List<Levels.Stretch> stretches) {
        queue.addAll(stretches);
        long states = stretches.stream().mapToLong(Levels.Stretch::size).sum();
        block = workers == 1 ? LARGEST_BLOCK : (int) Math.max(1, Math.min(LARGEST_BLOCK, states / (8L * workers)));
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    /** Whether what is left is for one worker only. */
    boolean isOneBlock() {
        return queue.size() == 1 && queue.peek().size() <= block;
    }

    /**
     * The next stretch to explore, or null when there is none.
     *
     * @param states how many states were found so far
     */
    synchronized Levels.Stretch next(Budget budget, long states) {
        Levels.Stretch first = queue.poll();
        if (first == null) {
            return null;
        }
        int size = budget.block(block, states);
        if (first.size() > size) {
            int cut = first.from() + size;
            queue.addFirst(new Levels.Stretch(first.chunk(), cut, first.to()));
            return new Levels.Stretch(first.chunk(), first.from(), cut);
        }
        return first;
    }

    /**
     * A stretch was explored up to a position; the rest is to be explored again.
     *
     * @return whether nothing is left of it
     */
    synchronized boolean finished(Levels.Stretch stretch, int position) {
        explored += position - stretch.from();
        if (position < stretch.to()) {
            queue.addFirst(new Levels.Stretch(stretch.chunk(), position, stretch.to()));
            return false;
        }
        return true;
    }

    /** The states explored so far. */
    synchronized long explored() {
        return explored;
    }

    /** The states explored of this level. */
    synchronized long exploredOfLevel() {
        return explored - exploredBeforeLevel;
    }
}
