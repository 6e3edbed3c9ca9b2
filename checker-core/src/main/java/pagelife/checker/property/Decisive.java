package pagelife.checker.property;

import pagelife.checker.model.Cell;

/**
 * A cell at a moment of a counterexample whose value helps to break the claim.
 *
 * @param cell the cell
 * @param moment after how many steps of the run its value is meant
 */
public record Decisive(Cell<?> cell, int moment) {}
