package pagelife.specs.ftrace;

/** A recording that cannot be read; the message says where and why, in one line. */
public class TraceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong with a recording as a whole. */
    public TraceException(String problem) {
        super(problem);
    }

    /** What is wrong at a line, counted from 1. */
    public TraceException(long line, String problem) {
        super("line " + line + ": " + problem);
    }
}
