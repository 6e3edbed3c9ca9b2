package pagelife.checker.result;

/** Why a search ended. */
public enum Stop {
    /** Every reachable state was seen. */
    COMPLETE("every reachable state was seen"),
    /** Every property had its answer before every state was seen. */
    DECIDED("every property was decided before every state was seen"),
    /** All random walks were taken: a walk does not see every state. */
    WALKED("random walks do not see every state"),
    /** The limit on states. */
    MAX_STATES("the limit on states was reached"),
    /** The limit on depth. */
    MAX_DEPTH("the limit on depth was reached"),
    /** The limit on time. */
    TIMEOUT("the limit on time was reached"),
    /** The limit on memory, with no disk to go on, or the heap itself. */
    MEMORY("the limit on memory was reached"),
    /** A file on disk could not be written or read, or is not what was written. */
    DISK("the disk failed the search"),
    /** The caller asked to stop. */
    INTERRUPTED("the search was interrupted");

    private final String sentence;

    Stop(String sentence) {
        this.sentence = sentence;
    }

    /** The reason as a clause. */
    public String sentence() {
        return sentence;
    }
}
