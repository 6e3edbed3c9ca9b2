package pagelife.checker.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A sorted run of packed states on disk: 64-bit words, little-endian, one record after the other, nothing else.
 *
 * @param path the file
 * @param words words per state
 * @param states how many
 */
record RunFile(Path path, int words, long states) {
    private static final int BUFFER_WORDS = 1 << 13;

    /** Writes a run whose states are at hand. */
    static RunFile write(Path path, int words, long[] sorted) {
        try (Writer writer = new Writer(path, words)) {
            for (int at = 0; at < sorted.length; at += words) {
                writer.add(sorted, at);
            }
            return writer.finish();
        }
    }

    /** Makes sure that the file would survive a loss of power. */
    void force() {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Reader reader() {
        return new Reader(this);
    }

    /** Writes a run, state by state. */
    static final class Writer implements AutoCloseable {
        private final Path path;
        private final int words;
        private final FileChannel channel;
        private final ByteBuffer buffer;
        private long states;

        Writer(Path path, int words) {
            this.path = path;
            this.words = words;
            this.buffer = ByteBuffer.allocateDirect(BUFFER_WORDS / words * words * Long.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN);
            try {
                this.channel = FileChannel.open(
                        path,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void add(long[] packed, int offset) {
            if (!buffer.hasRemaining()) {
                flush();
            }
            for (int w = 0; w < words; w++) {
                buffer.putLong(packed[offset + w]);
            }
            states++;
        }

        private void flush() {
            try {
                buffer.flip();
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                buffer.clear();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The run, once everything is in the file. */
        RunFile finish() {
            flush();
            return new RunFile(path, words, states);
        }

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Reads a run from its beginning; at each time one state is in hand. */
    static final class Reader implements AutoCloseable {
        private final FileChannel channel;
        private final ByteBuffer buffer;
        private final int words;
        private final long[] block;
        private int at;
        private int end;

        private Reader(RunFile run) {
            this.words = run.words;
            this.block = new long[BUFFER_WORDS / words * words];
            this.buffer = ByteBuffer.allocateDirect(block.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            try {
                this.channel = FileChannel.open(run.path, StandardOpenOption.READ);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            load();
        }

        private void load() {
            try {
                buffer.clear();
                while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                    continue;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            buffer.flip();
            end = buffer.remaining() / Long.BYTES;
            buffer.asLongBuffer().get(block, 0, end);
            at = 0;
        }

        /** Whether a state is in hand. */
        boolean has() {
            return at < end;
        }

        /** The words of the state in hand start at {@link #offset} of this. */
        long[] packed() {
            return block;
        }

        int offset() {
            return at;
        }

        void next() {
            at += words;
            if (at == end && end == block.length) {
                load();
            }
        }

        /** Goes on to the first state that is not before the one at {@code offset} of {@code packed}. */
        void seek(long[] packed, int offset) {
            while (has() && end == block.length && compare(block, end - words, packed, offset, words) < 0) {
                load();
            }
            while (has() && compare(block, at, packed, offset, words) < 0) {
                at += words;
                if (at == end && end == block.length) {
                    load();
                }
            }
        }

        @Override
        public void close() {
            try {
                channel.close();
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
