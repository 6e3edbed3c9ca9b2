package pagelife.specs.litmus;

import io.vavr.control.Option;
import java.util.function.Predicate;
import pagelife.checker.model.View;
import pagelife.checker.property.Property;

/**
 * A condition that was understood.
 *
 * @param condition the condition
 * @param property the claim that it makes; its verdict is the answer
 * @param states what it asks for in final states; empty when it asks for something else
 * @param run the run that shows it
 */
public record Asked(Condition condition, Property property, Option<Predicate<View>> states, Option<Run> run) {}
