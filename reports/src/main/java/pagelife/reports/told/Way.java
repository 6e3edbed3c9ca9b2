package pagelife.reports.told;

import pagelife.checker.result.Depth;

/** How states were met. */
public enum Way {
    /** Level by level: traces are as short as possible. */
    BREADTH_FIRST(Depth.LEVELS, ""),
    /** The newest state first. */
    DEPTH_FIRST(Depth.LONGEST_PATH, ", not the fewest: depth-first"),
    /** By chance, without a memory. */
    RANDOM_WALKS(Depth.LONGEST_WALK, ", perhaps not the fewest: from a random walk");

    private final Depth depth;
    private final String ofTraces;

    Way(Depth depth, String ofTraces) {
        this.depth = depth;
        this.ofTraces = ofTraces;
    }

    /** The way that measures its depth so. */
    public static Way of(Depth depth) {
        return switch (depth) {
            case LEVELS -> BREADTH_FIRST;
            case LONGEST_PATH -> DEPTH_FIRST;
            case LONGEST_WALK -> RANDOM_WALKS;
        };
    }

    /** How it measures its depth. */
    public Depth depth() {
        return depth;
    }

    /** What is said of the length of its traces; empty where they are shortest. */
    public String ofTraces() {
        return ofTraces;
    }
}
