package pagelife.checker.search;

/** When states that differ in a few cells only are explored together and stored side by side. */
public enum Grouping {
    /** When enough states are known to choose the cells, and something is gained by it. */
    AUTOMATIC,
    /** From the first states on, whatever the gain: to test that it changes nothing. */
    ALWAYS,
    /**
     * The same, and what lies side by side is stored in the forms for large searches, whether they take less or not: to
     * test that they change nothing.
     */
    ALWAYS_THIN,
    /** Never. */
    NEVER
}
