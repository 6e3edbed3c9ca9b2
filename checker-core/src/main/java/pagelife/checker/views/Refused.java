package pagelife.checker.views;

import java.io.Serial;

/** A premise of the proof does not hold: says which one, and where that was seen. */
final class Refused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    Refused(String why) {
        super(why, null, false, false);
    }
}
