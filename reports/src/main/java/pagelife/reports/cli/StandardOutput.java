package pagelife.reports.cli;

import io.vavr.control.Option;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Standard output, which a full disk may refuse. A {@link PrintStream} would swallow that; a report that was not
 * written must not end like one that was.
 */
final class StandardOutput {
    private final PrintStream stream;
    private Option<String> failure = Option.none();

    /** UTF-8 whatever the locale says, and buffered: a report is written as a whole. */
    StandardOutput() {
        FilterOutputStream watched = new FilterOutputStream(new FileOutputStream(FileDescriptor.out)) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                try {
                    out.write(bytes, from, length);
                } catch (IOException e) {
                    failure = Option.some(String.valueOf(e.getMessage()));
                    throw e;
                }
            }
        };
        stream = new PrintStream(new BufferedOutputStream(watched), false, StandardCharsets.UTF_8);
    }

    PrintStream stream() {
        return stream;
    }

    /** Why not everything was written; empty when it was, or when a reader such as {@code head} had seen enough. */
    Option<String> failure() {
        stream.flush();
        return failure.filter(message -> !message.contains("Broken pipe"));
    }
}
