package pagelife.checker.observe;

/**
 * How a node was come to: the last thing that happened, and what came before it.
 *
 * @param before what came before; null where a run starts
 * @param deed the step that was taken; null where one taken before is seen
 * @param position the observation that it is, or before which it happened unseen; of a start, which initial
 *     state it is
 * @param task the recorded task that was seen, or is going to be; {@link #NOBODY} for a hidden step
 * @param isSeen whether it is that observation
 */
record Trail(Trail before, Deed deed, int position, int task, boolean isSeen) {
    /** In place of the task of a hidden step. */
    static final int NOBODY = -1;
}
