package pagelife.specs.own;

import java.io.Serial;

/** A study that cannot be loaded: a file that is none, does not compile, or has no study in it. Says what to do. */
public final class LoadException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    /** The message: what, with its value, the rule, and what to do now; the first line stands for itself. */
    public LoadException(String message) {
        super(message);
    }
}
