package pagelife.specs.ftrace;

import com.google.common.base.CharMatcher;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import org.tukaani.xz.BasicArrayCache;
import org.tukaani.xz.XZInputStream;

/** A recording as a file: text, or text compressed by xz, whatever its name. Read once, line by line. */
public final class TraceFile {
    /** With what an xz file begins: "The .xz File Format" 1.2.0, section 2.1.1.1. */
    private static final byte[] XZ = {(byte) 0xFD, '7', 'z', 'X', 'Z', 0};

    private static final int MAX_LINE = 1 << 20;

    private final Consumer<TraceEvent> events;
    private TraceTally tally = TraceTally.NONE;
    private double time = Double.NEGATIVE_INFINITY;

    private TraceFile(Consumer<TraceEvent> events) {
        this.events = events;
    }

    /**
     * Reads a file and hands on its events in their order.
     *
     * @throws TraceException for a file that cannot be opened, is damaged, or has no event
     */
    public static TraceTally read(Path file, Consumer<TraceEvent> events) {
        if (Files.isDirectory(file)) {
            throw new TraceException("is a directory: give the files in it");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, events);
        } catch (NoSuchFileException e) {
            throw new TraceException("no such file: give the path of a recording");
        } catch (IOException e) {
            throw new TraceException("cannot be read: " + e.getMessage());
        }
    }

    /** As {@link #read(Path, Consumer)}, from a stream, which is left open. */
    public static TraceTally read(InputStream in, Consumer<TraceEvent> events) {
        return new TraceFile(events).all(in);
    }

    private TraceTally all(InputStream in) {
        try {
            Ended text = new Ended(unpacked(in));
            lines(new BufferedReader(new InputStreamReader(text, StandardCharsets.ISO_8859_1)));
            if (tally.events() > 0 && text.last != '\n') {
                throw new TraceException(
                        tally.lines(), "ends in its middle: the file is cut short here; copy it again");
            }
        } catch (IOException e) {
            String why = e.getMessage() == null ? "" : " (" + e.getMessage() + ")";
            throw new TraceException(
                    tally.lines() + 1, "the file is damaged or cut short here" + why + ": copy it again");
        }
        if (tally.events() == 0) {
            throw new NoRecordingException("has no event in its " + tally.lines()
                    + " lines: give what trace, trace_pipe or" + " trace-cmd report wrote");
        }
        return tally;
    }

    /** Knows the last byte that was read, since the tracer ends each line, and reads no line without an end. */
    private static final class Ended extends FilterInputStream {
        private int last = '\n';
        private int length;

        Ended(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int many = super.read(into, from, most);
            for (int i = from; i < from + many; i++) {
                last = into[i];
                length = last == '\n' ? 0 : length + 1;
            }
            if (length > MAX_LINE) {
                throw new IOException("a line of more than " + MAX_LINE + " characters");
            }
            return many;
        }
    }

    private static InputStream unpacked(InputStream in) throws IOException {
        BufferedInputStream all = new BufferedInputStream(in, 1 << 16);
        all.mark(XZ.length);
        byte[] first = all.readNBytes(XZ.length);
        all.reset();
        return Arrays.equals(first, XZ) ? new XZInputStream(all, BasicArrayCache.getInstance()) : all;
    }

    private void lines(BufferedReader in) throws IOException {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            add(checked(line));
        }
    }

    /** A line of bytes as text. What is binary is no recording. */
    private String checked(String bytes) {
        long number = tally.lines() + 1;
        if (bytes.indexOf('\0') >= 0) {
            throw new TraceException(number, "is not text: give what trace, trace_pipe or trace-cmd report wrote");
        }
        if (CharMatcher.ascii().matchesAllOf(bytes)) {
            return bytes;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new TraceException(number, "is not UTF-8 text: the file is damaged here; copy it again");
        }
    }

    private void add(String text) {
        TraceLine line = TraceLine.of(text, tally.lines() + 1);
        boolean back = line instanceof TraceLine.OfEvent event && event.time() < time;
        tally = tally.with(line, back);
        if (line instanceof TraceLine.OfEvent event) {
            time = event.time();
            events.accept(event.event());
        }
    }
}
