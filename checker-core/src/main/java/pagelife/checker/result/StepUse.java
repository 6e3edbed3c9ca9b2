package pagelife.checker.result;

import io.vavr.collection.Seq;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Step;

/**
 * What the code of a step was seen to do, in all states that were explored. Control cells of its own actor are not
 * among the cells: every step reads and writes that one.
 *
 * @param step the step
 * @param taken whether it was possible in some state
 * @param reads the cells that it read where it was taken, in the order of the model
 * @param writes the cells whose value it changed, in the order of the model
 * @param waits whether its actor came to it and it had to wait, in some state
 * @param waitsOn the cells that it had read where it had to wait, in the order of the model
 */
public record StepUse(
        Step step, boolean taken, Seq<Cell<?>> reads, Seq<Cell<?>> writes, boolean waits, Seq<Cell<?>> waitsOn) {}
