package pagelife.checker.search;

/** When states that differ in a few cells only are explored together and stored side by side. */
public enum Grouping {
    /** When enough states are known to choose the cells, and something is gained by it. */
    AUTOMATIC,
    /** From the first states on, whatever the gain: to test that it changes nothing. */
    ALWAYS,
    /** Never. */
    NEVER
}
