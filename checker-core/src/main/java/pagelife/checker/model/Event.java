package pagelife.checker.model;

import io.vavr.control.Option;

/**
 * Something that a step says about itself beyond what it reads and writes: "get of a page at count 0", "wake of key P".
 * An immutable value, usually a record. Events are seen by step properties and shown in traces; they are no part of a
 * state.
 */
public interface Event {
    /** What a short telling says of it in a comment, such as {@code wakes truncate}; empty when it says nothing. */
    default Option<String> remark() {
        return Option.none();
    }

    /**
     * Whether it is listed beside what a step changed; not where the cells that changed, or what the step saw, say as
     * much, and it is told for those who compare a run with what was recorded.
     */
    default boolean isListed() {
        return true;
    }
}
