package pagelife.checker.search;

import pagelife.checker.result.Depth;

/** Which end of the frontier the search takes the next state from. */
public enum Order {
    /** The oldest state first: level by level, so that counterexamples are as short as possible. */
    BREADTH_FIRST,
    /** The newest state first. */
    DEPTH_FIRST;

    /** How a search of this order measures how deep it went. */
    public Depth depth() {
        return switch (this) {
            case BREADTH_FIRST -> Depth.LEVELS;
            case DEPTH_FIRST -> Depth.LONGEST_PATH;
        };
    }
}
