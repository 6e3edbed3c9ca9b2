package pagelife.checker.engine.code;

import java.io.Serial;

/**
 * A cell has had more values than the heap can hold: the model grows without bound. Ends the search, not what it found.
 */
public final class Runaway extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    public Runaway(String message) {
        super(message);
    }
}
