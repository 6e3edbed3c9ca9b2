package pagelife.checker.engine.code;

import java.io.Serial;

/**
 * Code of the model that does not return is made to end. An error, so that no guard of that code takes it for its own.
 */
public final class Halted extends Error {
    @Serial
    private static final long serialVersionUID = 1;

    Halted(String message) {
        super(message, null, false, false);
    }
}
