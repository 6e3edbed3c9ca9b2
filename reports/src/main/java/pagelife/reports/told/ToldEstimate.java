package pagelife.reports.told;

/**
 * How large a search was reckoned to be when it had just begun.
 *
 * @param nanos how long it had been going on
 * @param states how many states it had seen
 * @param least how many it would probably see at least
 * @param most how many at most
 * @param leastBytes how much memory these would take at least
 * @param mostBytes how much at most
 * @param leastNanos how long it would take at least
 * @param mostNanos how long at most
 * @param room whether memory and time suffice
 */
public record ToldEstimate(
        long nanos,
        long states,
        long least,
        long most,
        long leastBytes,
        long mostBytes,
        long leastNanos,
        long mostNanos,
        Room room)
        implements Part {
    /** Whether memory, and the time that the search has, suffice. */
    public enum Room {
        /** Even for the most. */
        SUFFICES,
        /** For the least, and not for the most. */
        MAY_NOT_SUFFICE,
        /** Not even for the least. */
        DOES_NOT_SUFFICE
    }
}
