package pagelife.checker.result;

/** The answer to a claim. */
public enum Verdict {
    /**
     * Every reachable state was seen and none breaks the claim; or, for a sometimes, a state that shows it was found.
     */
    HOLDS,
    /** A trace breaks the claim. */
    VIOLATED,
    /** The whole state space shows no state as claimed, or none that meets the claim's premise. */
    NEVER_HAPPENS,
    /** A limit stopped the search first. */
    UNDECIDED
}
