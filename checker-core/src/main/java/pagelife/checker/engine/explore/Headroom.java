package pagelife.checker.engine.explore;

/**
 * How much headroom cells get when states are laid out anew. Packing all states again costs as much as finding a tenth
 * of them: it may happen a few times while their number grows fourfold, and not once for each cell that grows. So the
 * first layout within that time is the tightest, and each further one has more room for all cells to grow, be it in
 * more words. When the states are many times more, a layout that turned out too wide is exchanged for the tightest.
 */
final class Headroom {
    /** In place of a number of bits: as tight as can be. */
    static final int NONE = -1;

    /** The most bits that a cell gets beyond those of its largest sister. */
    static final int MOST = 2;

    /** With fewer states a layout costs next to nothing, and most values are still to come. */
    private static final long FEW = 1 << 12;

    /** Headroom starts over when there are so many times more states. */
    private static final int LASTS = 4;

    /** So many times more states than at the last layout are reason to look for a tighter one. */
    private static final int LOOK_AGAIN = 8;

    private long statesAtFirst;
    private long statesAtLast;
    private int bits = NONE;

    /**
     * What the layout made now, with so many states known, is to have: {@link #NONE}, or each cell so many bits beyond
     * those that its largest sister needs.
     */
    int next(long states) {
        if (states >= LASTS * statesAtFirst) {
            statesAtFirst = states;
            bits = NONE;
        } else {
            bits = Math.min(MOST, bits + 1);
        }
        statesAtLast = states;
        return states < FEW ? MOST : bits;
    }

    /** Whether it is time to ask for a tighter layout; true once. */
    boolean mayTighten(long states) {
        boolean due = states >= FEW && states >= LOOK_AGAIN * statesAtLast;
        if (due) {
            statesAtFirst = states;
            statesAtLast = states;
            bits = NONE;
        }
        return due;
    }
}
