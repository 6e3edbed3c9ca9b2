package pagelife.checker.model;

/**
 * What is so as long as a task is at a place, or a cell holds a value, beyond being there: "holds a pin of P0", "sleeps
 * until P0 is idle". An immutable value, usually a record of the protocol's own vocabulary. Claims and reports read
 * facts; they are no part of a state, since they follow from one.
 *
 * @see Script#has
 * @see Bearer
 */
public interface Fact {}
