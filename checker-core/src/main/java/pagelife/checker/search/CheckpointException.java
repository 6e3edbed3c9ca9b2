package pagelife.checker.search;

import java.io.Serial;

/**
 * A checkpoint cannot be used: there is none, it is damaged, or it belongs to another model. Says what to do instead.
 */
public final class CheckpointException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    /** An error with what, its value, the rule, and what to do now. */
    public CheckpointException(String message) {
        super(message);
    }
}
