package pagelife.checker.engine.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Records of a few words in a file, written once, one after the other, and read in any order, also before all are
 * written. A page of them is read at a time; some pages are kept in memory. For one thread.
 *
 * <p>The file begins as a {@link RunFile} of the search does, so that it is known as one of the search's. After each
 * page comes a checksum of the search, the page's number and its words; a page that is read is not believed without.
 * Errors of the disk are {@code UncheckedIOException}s.
 */
public final class Pages implements AutoCloseable {
    /** The most words of a page: 4 KiB, since most of a page that is read is not asked for. */
    private static final int MOST_WORDS = 1 << 9;

    private final RunFile.Medium medium;
    private final Path path;
    private final int words;
    /** A page holds 2^shift records. */
    private final int shift;

    private final Disk.Output output;
    private final ByteBuffer buffer;
    /** The page that is being filled. */
    private final long[] last;
    /** Pages in memory: the one of number n, if any, is in frame n modulo their number. */
    private final long[][] frames;
    /** The number of the page in each frame, -1 for none. */
    private final long[] pageIn;

    private Disk.Input input;
    private long records;
    private long written;

    /** No records yet, of so many words; at most {@code frames} pages of them, a power of two, stay in memory. */
    Pages(RunFile.Medium medium, Path path, int words, int frames) {
        this.medium = medium;
        this.path = path;
        this.words = words;
        this.shift = 31 - Integer.numberOfLeadingZeros(Math.max(1, MOST_WORDS / words));
        this.last = new long[words << shift];
        this.frames = new long[frames][];
        this.pageIn = new long[frames];
        this.buffer = ByteBuffer.allocateDirect(pageBytes()).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.fill(pageIn, -1);
        try {
            this.output = medium.disk().create(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int pageBytes() {
        return (last.length + 1) * Long.BYTES;
    }

    /** Appends the record at {@code offset} of {@code source}. */
    public void add(long[] source, int offset) {
        int place = (int) (records & (1L << shift) - 1);
        if (place == 0) {
            writeLast();
        }
        System.arraycopy(source, offset, last, place * words, words);
        records++;
    }

    /** Writes the page that is full; before the first one, the header. */
    private void writeLast() {
        try {
            if (records == 0) {
                write(RunFile.header(medium.search(), words));
                return;
            }
            buffer.clear();
            buffer.asLongBuffer().put(last);
            buffer.putLong(last.length * Long.BYTES, sum(written));
            write(buffer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        written++;
    }

    /** The checksum of the words in the buffer, as the page of this number. */
    private long sum(long page) {
        ByteBuffer payload = buffer.duplicate().position(0).limit(last.length * Long.BYTES);
        return new Sum().add(medium.search()).add(page).add(payload).value();
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            int before = bytes.remaining();
            output.write(bytes);
            if (bytes.remaining() == before) {
                throw new IOException("nothing more can be written to " + path);
            }
        }
    }

    /** How many records there are. */
    public long records() {
        return records;
    }

    /** Bytes written so far. */
    public long bytes() {
        return RunFile.HEADER_BYTES + written * pageBytes();
    }

    /** The array that holds a record, until another one is asked for. */
    public long[] arrayOf(long record) {
        long page = record >>> shift;
        int frame = (int) (page & frames.length - 1);
        if (pageIn[frame] == page) {
            return frames[frame];
        }
        return page == written ? last : read(page, frame);
    }

    /** Where in it the record starts. */
    public int offsetOf(long record) {
        return (int) (record & (1L << shift) - 1) * words;
    }

    private long[] read(long page, int frame) {
        if (frames[frame] == null) {
            frames[frame] = new long[last.length];
        }
        pageIn[frame] = -1;
        try {
            fill(RunFile.HEADER_BYTES + page * pageBytes());
            if (buffer.getLong(last.length * Long.BYTES) != sum(page)) {
                throw new DamagedFile(path, "the checksum of its page " + page + " is wrong");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        buffer.asLongBuffer().get(frames[frame]);
        pageIn[frame] = page;
        return frames[frame];
    }

    private void fill(long from) throws IOException {
        if (input == null) {
            input = medium.disk().open(path);
        }
        buffer.clear();
        while (buffer.hasRemaining() && input.read(buffer, from + buffer.position()) >= 0) {
            continue;
        }
        if (buffer.hasRemaining()) {
            throw new DamagedFile(path, "it ends too early");
        }
        buffer.flip();
    }

    /** Closes and removes the file. */
    @Override
    public void close() {
        try {
            output.close();
            if (input != null) {
                input.close();
            }
            medium.disk().delete(path);
        } catch (IOException e) {
            path.toFile().deleteOnExit(); // what cannot be removed stays: that is no reason to withhold a result
        }
    }
}
