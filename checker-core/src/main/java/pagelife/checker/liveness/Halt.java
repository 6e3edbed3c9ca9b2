package pagelife.checker.liveness;

import java.io.Serial;

/** A limit was reached while cycles were searched for: there is no answer. */
public final class Halt extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final Reason reason;

    /** What was reached. */
    public enum Reason {
        /** An array would be too large. */
        MEMORY,
        /** The caller's patience. */
        ASKED
    }

    /** A limit was reached. */
    public Halt(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    /** What was reached. */
    public Reason reason() {
        return reason;
    }
}
