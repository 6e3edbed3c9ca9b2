package pagelife.checker.search;

/** Which end of the frontier the search takes the next state from. */
public enum Order {
    /** The oldest state first: level by level, so that counterexamples are as short as possible. */
    BREADTH_FIRST,
    /** The newest state first. */
    DEPTH_FIRST
}
