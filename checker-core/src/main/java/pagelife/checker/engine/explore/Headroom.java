package pagelife.checker.engine.explore;

/**
 * How much headroom cells get when states are laid out anew. Packing all states again costs as much as finding a tenth of
 * them: it may happen a few times while their number grows fourfold, and not once for each cell that grows. So a second
 * layout within that time has room for all cells to grow, be it in more words; and when the states are many times more, a
 * layout that turned out too wide is exchanged for the tightest.
 */
final class Headroom {
    /** With fewer states a layout costs next to nothing, and most values are still to come. */
    private static final long FEW = 1 << 12;

    /** A layout lasts until there are so many times more states, or else the next one gets headroom. */
    private static final int LASTS = 4;

    /** So many times more states than at the last layout are reason to look for a tighter one. */
    private static final int LOOK_AGAIN = 8;

    private long statesAtLast;

    /** Whether the layout made now, with so many states known, is to have room for growth. */
    boolean isDue(long states) {
        boolean due = states < FEW || states < LASTS * statesAtLast;
        statesAtLast = states;
        return due;
    }

    /** Whether it is time to ask for a tighter layout; true once. */
    boolean mayTighten(long states) {
        boolean due = states >= FEW && states >= LOOK_AGAIN * statesAtLast;
        if (due) {
            statesAtLast = states;
        }
        return due;
    }
}
