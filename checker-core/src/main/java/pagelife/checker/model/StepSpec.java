package pagelife.checker.model;

import java.util.function.Predicate;

/**
 * A step as declared, before its actor exists.
 *
 * @param operation the call that it belongs to, as text; empty when its actor does one thing only
 * @param from whether it starts where the actor is
 */
record StepSpec(
        String operation,
        String id,
        String text,
        Source source,
        Predicate<Control> from,
        StepCode<Control> code,
        Fairness fairness) {}
