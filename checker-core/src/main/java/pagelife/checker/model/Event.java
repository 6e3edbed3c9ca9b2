package pagelife.checker.model;

/**
 * Something that a step says about itself beyond what it reads and writes: "get of a page at count 0", "wake of key P".
 * An immutable value, usually a record. Events are seen by step properties and shown in traces; they are no part of a
 * state.
 */
public interface Event {}
