package pagelife.checker.views;

import java.io.Serial;

/** A member is named in a value: then instances with members out of sight are needed. */
final class Named extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    Named() {
        super("a member is named in a value", null, false, false);
    }
}
