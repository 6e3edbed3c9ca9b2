package pagelife.checker.engine.walk;

import pagelife.checker.engine.pack.Transitions;
import pagelife.checker.engine.store.Store;

/**
 * Explores a stretch of states: finds their successors, then inserts those together and tells of the new ones. How,
 * depends on the store. One worker's own.
 */
public interface Expander {
    /** Who hears of what is found. */
    interface Listener {
        /** An explored state that no step leads out of. */
        void stuck(long[] packed, int offset);

        /** A new state, found by this effect; or by a step without a number, then the effect is negative. */
        void found(int effect, long[] packed, int offset);
    }

    /** Puts an initial state in; whether it was not there. */
    boolean start(long[] packed);

    /**
     * Finds the successors of the states at the positions from (inclusive) to (exclusive) of a chunk.
     *
     * @return the position it came to: the end, or that of the first state whose exploration has to be repeated since
     *     the layout has been outgrown
     */
    int explore(long[] chunk, int from, int to);

    /** The transitions from these states, one after the other, while none are waiting. */
    Transitions transitions(long[] states);

    /** At most so many new entries of the store are waiting to be inserted. */
    int waiting();

    /**
     * Inserts what is waiting.
     *
     * @return false if the store has to be widened before the rest can be inserted
     */
    boolean insert();

    /** Drops what is waiting, and inserts into another store from now on. */
    void moveTo(Store made);

    /** How many transitions were taken. */
    long transitions();
}
