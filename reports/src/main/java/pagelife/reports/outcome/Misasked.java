package pagelife.reports.outcome;

import java.io.Serial;

/** Somebody asked for something that does not exist or means nothing. The message is all that she needs to see. */
public class Misasked extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1;

    /** With what is wrong, the rule, and what to do now. */
    public Misasked(String message) {
        super(message);
    }
}
