package pagelife.specs.ftrace;

/** A file has no event: it is no recording, or an empty one. */
public final class NoRecordingException extends TraceException {
    private static final long serialVersionUID = 1L;

    NoRecordingException(String message) {
        super(message);
    }
}
