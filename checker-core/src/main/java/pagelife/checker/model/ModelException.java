package pagelife.checker.model;

import java.io.Serial;

/**
 * A model breaks its promises: an impure step, a mutable value, a write to another actor's private cell, an exception
 * inside a step, a control that no step leaves. The message names the actor, the step and the cell. There is no verdict
 * about such a model.
 */
public class ModelException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    /** An error with what, its value, the rule, and what to do now. */
    public ModelException(String message) {
        super(message);
    }

    /** An error caused by an exception inside the model's own code. */
    public ModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
