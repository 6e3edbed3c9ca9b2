package pagelife.checker.model;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * That a step failed: it hit a {@link Now#bug}, an assertion or an exception. A step that fails is the last of its run:
 * it changes nothing, and nothing that would come after it is explored. Every check claims that no step fails.
 *
 * @param what what it hit
 * @param where the place in the model's source, such as {@code Kref.java:23}; empty if that is not known
 * @param wrote what the step had written by then, such as {@code refs = -1}; empty if nothing
 */
public record Failure(String what, String where, String wrote) implements Event {

    /** The failure among what a step told; empty if it did not fail. */
    public static Option<Failure> in(Seq<Event> events) {
        return events.find(Failure.class::isInstance).map(Failure.class::cast);
    }

    /** What a step threw. */
    static Failure of(Throwable thrown, Class<?> code) {
        return new Failure(said(thrown), place(thrown, code).getOrElse(""), "");
    }

    private static String said(Throwable thrown) {
        Option<String> message = Option.of(thrown.getMessage())
                .map(text -> text.strip().replaceAll("\\s*\\R\\s*", " ")); // what is said is said in one line
        if (thrown instanceof Bug || thrown instanceof AssertionError) {
            return message.getOrElse("an assertion failed");
        }
        if (isSaidInWords(thrown) && message.isDefined()) {
            return message.get();
        }
        String type = thrown.getClass().getSimpleName();
        return message.map(text -> type + ": " + text).getOrElse(type);
    }

    /** What is thrown with a message for the reader, as the primitives of models do: its type would add nothing. */
    private static boolean isSaidInWords(Throwable thrown) {
        return thrown.getClass() == IllegalStateException.class || thrown.getClass() == IllegalArgumentException.class;
    }

    /** The first place in the file of the step's code, else in whatever else is not of the checker or a library. */
    private static Option<String> place(Throwable thrown, Class<?> code) {
        String file = code.getName().replaceFirst("[$].*", "");
        Vector<StackTraceElement> frames = Vector.of(thrown.getStackTrace());
        return frames.find(
                        frame -> frame.getClassName().replaceFirst("[$].*", "").equals(file))
                .orElse(() -> frames.find(
                        frame -> !frame.getClassName().matches("(java|jdk|io\\.vavr|pagelife\\.checker)\\..*")))
                .map(frame -> frame.getFileName() + ":" + frame.getLineNumber());
    }

    /** This failure of a step that had written something. */
    public Failure having(String written) {
        return new Failure(what, where, written);
    }

    @Override
    public String toString() {
        return "FAILS: " + what + (wrote.isEmpty() ? "" : ", having written " + wrote)
                + (where.isEmpty() ? "" : " (" + where + ")");
    }

    /** How {@link Now#bug} leaves the code of a step. */
    static final class Bug extends RuntimeException {
        private static final long serialVersionUID = 1;

        Bug(String what) {
            super(what);
        }

        private Bug(String what, boolean traced) {
            super(what, null, false, traced);
        }

        /** That of a task that ends: no line of its author is at fault. */
        static Bug ofTheEnd(String what) {
            return new Bug(what, false);
        }
    }
}
