package pagelife.specs.own;

import java.util.Arrays;
import pagelife.checker.model.ModelException;

/** Where in somebody's code something went wrong. */
final class Where {
    private Where() {}

    /** {@code Kref.java:17: }, the first place of a class and those in it; empty if it was elsewhere. */
    static String of(Class<?> type, Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .filter(frame -> frame.getClassName().equals(type.getName())
                        || frame.getClassName().startsWith(type.getName() + "$"))
                .findFirst()
                .map(frame -> frame.getFileName() + ":" + frame.getLineNumber() + ": ")
                .orElse("");
    }

    /** What was said, where that is meant for people; else what was thrown. */
    static String said(Throwable thrown) {
        boolean meant = thrown instanceof ModelException || thrown instanceof IllegalArgumentException;
        return meant && thrown.getMessage() != null ? thrown.getMessage() : thrown.toString();
    }
}
