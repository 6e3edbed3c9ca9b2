package pagelife.reports.cli;

import java.io.Serial;
import pagelife.reports.outcome.Misasked;

/** A command line asked for something that does not exist or means nothing. */
final class UsageException extends Misasked {
    @Serial
    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
