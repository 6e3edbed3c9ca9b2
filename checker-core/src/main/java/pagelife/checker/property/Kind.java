package pagelife.checker.property;

/** The kinds of claims. */
public enum Kind {
    /** About every reachable state. */
    INVARIANT("invariant"),
    /** About every step that can be taken. */
    STEP("step"),
    /** That some reachable state shows something. */
    SOMETIMES("sometimes"),
    /** That nobody is stuck. */
    DEADLOCK("deadlock"),
    /** About every fair run. */
    TEMPORAL("temporal");

    private final String word;

    Kind(String word) {
        this.word = word;
    }

    /** The kind as one word that never changes: documents that others read hold it. */
    public String word() {
        return word;
    }
}
