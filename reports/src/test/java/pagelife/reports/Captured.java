package pagelife.reports;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A stream that remembers. */
public final class Captured {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    /** The stream to write to. */
    public PrintStream stream() {
        return stream;
    }

    /** A plain page of this width that writes to it. */
    public Page page(int width) {
        return new Page(stream, width, Ink.PLAIN);
    }

    /** What was written so far. */
    public String text() {
        stream.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
