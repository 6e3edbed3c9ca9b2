package pagelife.checker.model;

import java.util.function.Predicate;

/**
 * A step as declared, before its actor exists.
 *
 * @param operation the call that it belongs to, as text; empty when its actor does one thing only
 * @param definedIn the class of its code, as its author wrote it
 * @param from whether it starts where the actor is
 */
record StepSpec(
        String operation,
        String id,
        String text,
        Source source,
        Class<?> definedIn,
        Predicate<Control> from,
        StepCode<Control> code,
        Fairness fairness) {}
