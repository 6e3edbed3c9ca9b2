package pagelife.checker.engine.store;

import io.vavr.control.Option;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * A sorted run of packed states on disk, sealed so that no other bytes pass for it. The format, {@value #FORMAT}: a
 * header (the format, the search, words per state, a checksum), then blocks of 64-bit words, each followed by a
 * checksum of the search, the block's number, its length and its words. All numbers are little-endian. The run itself
 * keeps a checksum of all of that, and a checkpoint writes it down: a block cannot stand in for another, nor a file for
 * another file.
 *
 * @param disk where it lies
 * @param path the file
 * @param search the search that it belongs to
 * @param words words per state
 * @param states how many
 * @param sum the checksum of all checksums in it, in their order
 */
public record RunFile(Disk disk, Path path, long search, int words, long states, long sum) {
    /** The ending of the names of such files. */
    public static final String ENDING = ".run";

    private static final long FORMAT = 0x3230_4e55_5245_4750L; // "PGERUN02", read from its end
    static final int HEADER_BYTES = 4 * Long.BYTES;
    private static final int BUFFER_WORDS = 1 << 13;

    /** Where runs are written, and for which search. */
    public record Medium(Disk disk, long search) {
        /** Writes a run whose states are at hand. */
        public RunFile write(Path path, int words, long[] sorted) {
            return write(path, words, writer -> {
                for (int at = 0; at < sorted.length; at += words) {
                    writer.add(sorted, at);
                }
            });
        }

        /** Writes a run; where that fails, nothing stays of it. */
        public RunFile write(Path path, int words, Consumer<Writer> states) {
            try (Writer writer = new Writer(this, path, words)) {
                states.accept(writer);
                return writer.finish();
            } catch (UncheckedIOException e) {
                remove(path, e);
                throw e;
            }
        }

        private void remove(Path path, UncheckedIOException why) {
            try {
                disk.delete(path);
            } catch (IOException e) {
                why.addSuppressed(e);
            }
        }
    }

    private static int blockWords(int words) {
        return BUFFER_WORDS / words * words;
    }

    /** How many bytes the file must have. */
    long bytes() {
        long payload = states * words;
        long blocks = (payload + blockWords(words) - 1) / blockWords(words);
        return HEADER_BYTES + (payload + blocks) * Long.BYTES;
    }

    void delete() {
        try {
            disk.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads it from the beginning. Where it is not what was written, an {@code UncheckedIOException} says so. */
    public Reader reader() {
        Disk.Input input;
        try {
            input = disk.open(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            return new Reader(this, input);
        } catch (IOException e) {
            closing(input, e);
            throw new UncheckedIOException(e);
        }
    }

    private static void closing(Disk.Input input, IOException e) {
        try {
            input.close();
        } catch (IOException suppressed) {
            e.addSuppressed(suppressed);
        }
    }

    /** Makes sure that the file would survive a loss of power. */
    public void force() {
        try {
            disk.force(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads all of it, and makes sure that it is what was written. */
    public void verify() throws IOException {
        if (disk.size(path) != bytes()) {
            throw new DamagedFile(
                    path, "it has " + disk.size(path) + " bytes, and " + states + " states need " + bytes());
        }
        try (Reader reader = reader()) {
            while (reader.has()) {
                reader.skipBlock();
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The search that a file says it belongs to; empty if it is no run. */
    public static Option<Long> writer(Disk disk, Path file) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        try (Disk.Input input = disk.open(file)) {
            while (header.hasRemaining() && input.read(header) >= 0) {
                continue;
            }
        }
        header.flip();
        if (header.limit() < HEADER_BYTES) {
            return Option.none();
        }
        long search = header.getLong(Long.BYTES);
        return header.equals(header(search, (int) header.getLong(2 * Long.BYTES)))
                ? Option.some(search)
                : Option.none();
    }

    /** How files of a search begin. */
    static ByteBuffer header(long search, int words) {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        header.putLong(FORMAT).putLong(search).putLong(words);
        return header.putLong(new Sum().add(header.duplicate().flip()).value()).flip();
    }

    private static long sum(long search, long block, ByteBuffer words) {
        return new Sum()
                .add(search)
                .add(block)
                .add(words.remaining())
                .add(words)
                .value();
    }

    /** Writes a run, state by state. */
    static final class Writer implements AutoCloseable {
        private final Medium medium;
        private final Path path;
        private final int words;
        private final Disk.Output output;
        private final ByteBuffer buffer;
        private final long[] block;
        private final Sum sum = new Sum();
        private long blocks;
        private long states;
        private int filled;

        Writer(Medium medium, Path path, int words) {
            this.medium = medium;
            this.path = path;
            this.words = words;
            this.block = new long[blockWords(words)];
            this.buffer =
                    ByteBuffer.allocateDirect((block.length + 1) * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            try {
                this.output = medium.disk.create(path);
                write(header(medium.search, words));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void add(long[] packed, int offset) {
            if (filled == block.length) {
                flush();
            }
            for (int w = 0; w < words; w++) {
                block[filled++] = packed[offset + w];
            }
            states++;
        }

        private void flush() {
            if (filled == 0) {
                return;
            }
            int end = filled * Long.BYTES;
            buffer.clear().limit(end);
            buffer.asLongBuffer().put(block, 0, filled);
            long check = sum(medium.search, blocks++, buffer);
            sum.add(check);
            buffer.limit(end + Long.BYTES).putLong(end, check);
            try {
                write(buffer);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            filled = 0;
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

        /** The run, once everything is in the file. */
        RunFile finish() {
            flush();
            return new RunFile(medium.disk, path, medium.search, words, states, sum.value());
        }

        @Override
        public void close() {
            try {
                output.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Reads a run from its beginning; at each time one state is in hand. */
    public static final class Reader implements AutoCloseable {
        private final RunFile run;
        private final Disk.Input input;
        private final ByteBuffer buffer;
        private final int words;
        private final long[] block;
        private final Sum sum = new Sum();
        private long blocks;
        private long left;
        private int at;
        private int end;
        /** Whether every block so far has been read: only then the sum of all can be checked. */
        private boolean fromStart = true;

        private Reader(RunFile run, Disk.Input input) throws IOException {
            this.run = run;
            this.input = input;
            this.words = run.words;
            this.left = run.states * words;
            this.block = new long[blockWords(words)];
            this.buffer =
                    ByteBuffer.allocateDirect((block.length + 1) * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            fill(HEADER_BYTES, 0);
            if (!buffer.equals(header(run.search, words))) {
                throw new DamagedFile(run.path, "it does not begin as a run of this search does");
            }
            load();
        }

        private void fill(int bytes, long from) throws IOException {
            buffer.clear().limit(bytes);
            while (buffer.hasRemaining() && input.read(buffer, from + buffer.position()) >= 0) {
                continue;
            }
            if (buffer.hasRemaining()) {
                throw new DamagedFile(run.path, "it ends too early");
            }
            buffer.flip();
        }

        private void load() throws IOException {
            at = 0;
            end = (int) Math.min(block.length, left);
            if (end == 0) {
                requireWhole();
                return;
            }
            fill((end + 1) * Long.BYTES, HEADER_BYTES + blocks * (block.length + 1) * Long.BYTES);
            long check = buffer.getLong(end * Long.BYTES);
            buffer.limit(end * Long.BYTES);
            if (check != RunFile.sum(run.search, blocks, buffer)) {
                throw new DamagedFile(run.path, "the checksum of its block " + blocks + " is wrong");
            }
            sum.add(check);
            buffer.asLongBuffer().get(block, 0, end);
            blocks++;
            left -= end;
        }

        private void requireWhole() throws IOException {
            if (fromStart && sum.value() != run.sum) {
                throw new DamagedFile(run.path, "it is another run than the one that was written");
            }
        }

        private void loadNext() {
            try {
                load();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Whether a state is in hand. */
        public boolean has() {
            return at < end;
        }

        /** The words of the state in hand start at {@link #offset} of this. */
        public long[] packed() {
            return block;
        }

        public int offset() {
            return at;
        }

        public void next() {
            at += words;
            if (at == end) {
                loadNext();
            }
        }

        /** Goes on to the first state of the next block. */
        void skipBlock() {
            loadNext();
        }

        /** How many blocks the file has. */
        long blocksInAll() {
            return (run.states * words + block.length - 1) / block.length;
        }

        /** The first state of the block of this number, which is the one in hand from here on. */
        long[] firstOfBlock(long number) {
            fromStart = false;
            blocks = number;
            left = run.states * words - number * block.length;
            loadNext();
            return Arrays.copyOf(block, words);
        }

        /** Goes to the first state that is not before {@code from}, without reading all that is; nowhere if that is empty. */
        void jump(long[] from) {
            if (from.length == 0 || !has()) {
                return;
            }
            long low = 0; // the first state of this block is before it, or it is the first block
            long high = blocksInAll();
            while (high - low > 1) {
                long middle = low + high >>> 1;
                boolean before = compare(firstOfBlock(middle), 0, from, 0, words) < 0;
                low = before ? middle : low;
                high = before ? high : middle;
            }
            firstOfBlock(low);
            seek(from, 0);
        }

        /** Goes on to the first state that is not before the one at {@code offset} of {@code packed}. */
        void seek(long[] packed, int offset) {
            while (has() && compare(block, end - words, packed, offset, words) < 0) {
                loadNext();
            }
            while (has() && compare(block, at, packed, offset, words) < 0) {
                at += words;
            }
        }

        @Override
        public void close() {
            try {
                input.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Compares two states as the sort does. */
    static int compare(long[] left, int leftOffset, long[] right, int rightOffset, int words) {
        for (int w = 0; w < words; w++) {
            int order = Long.compareUnsigned(left[leftOffset + w], right[rightOffset + w]);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
