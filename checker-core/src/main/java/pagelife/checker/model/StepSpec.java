package pagelife.checker.model;

import java.util.function.Predicate;

/**
 * A step as declared, before its actor exists.
 *
 * @param operation the call that it belongs to, as text; empty when its actor does one thing only
 * @param statement the step as a statement of the language of its source; may be empty
 * @param definedIn the class of its code, as its author wrote it
 * @param from whether it starts where the actor is
 * @param timeout whether it is the end of a timeout
 */
record StepSpec(
        String operation,
        String id,
        String text,
        String statement,
        Source source,
        Class<?> definedIn,
        Predicate<Control> from,
        StepCode<Control> code,
        Fairness fairness,
        boolean timeout) {}
