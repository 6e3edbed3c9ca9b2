package pagelife.reports.cli;

import java.io.Serial;

/** The user asked for something that does not exist or means nothing. The message is all that she needs to see. */
final class UsageException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
