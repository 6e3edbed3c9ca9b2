package pagelife.checker.result;

/** How a search measures how deep it went: what {@link Counts#levels} is a number of. */
public enum Depth {
    /** Breadth-first: levels of the state graph, the initial states being level 1. */
    LEVELS,
    /** Depth-first: states of the longest path that was on the stack, an initial state being the first of it. */
    LONGEST_PATH,
    /** Random walks: states of the longest walk. */
    LONGEST_WALK
}
