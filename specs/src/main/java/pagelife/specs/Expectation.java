package pagelife.specs;

import io.vavr.control.Option;
import pagelife.checker.result.Verdict;

/**
 * What we expect of a property.
 *
 * @param property the property's name
 * @param verdict the verdict
 * @param length the number of steps of the shortest counterexample or witness; empty when it does not matter
 */
public record Expectation(String property, Verdict verdict, Option<Integer> length) {}
