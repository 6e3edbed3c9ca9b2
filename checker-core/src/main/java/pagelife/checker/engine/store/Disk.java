package pagelife.checker.engine.store;

import io.vavr.control.Option;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * All that the search asks of a file system. There is one of it; tests put another in its place, whose operations fail,
 * write short, or lie.
 */
public interface Disk {
    /** The file system itself. */
    Disk REAL = new Real();

    /** A file being written, from its beginning to its end. */
    interface Output extends Closeable {
        /** Writes some or all of what remains, at least a byte. */
        void write(ByteBuffer bytes) throws IOException;
    }

    /** A file being read: from its beginning to its end, or anywhere. */
    interface Input extends Closeable {
        /** Reads some bytes; -1 at the end. */
        int read(ByteBuffer bytes) throws IOException;

        /** Reads some bytes that are {@code from} bytes after the beginning of the file; -1 at the end. */
        int read(ByteBuffer bytes, long from) throws IOException;
    }

    /** A new file; one that exists is an error. */
    Output create(Path file) throws IOException;

    /** A file to read. */
    Input open(Path file) throws IOException;

    /** Makes sure that what is in a file, or which files are in a folder, would survive a loss of power. */
    void force(Path file) throws IOException;

    /** How many bytes a file has. */
    long size(Path file) throws IOException;

    /** Puts a file in the place of another, whole or not at all. */
    void rename(Path file, Path over) throws IOException;

    /** Removes a file, or a folder that is empty; what is not there is no error. */
    void delete(Path file) throws IOException;

    /** Makes a folder, and those that it lies in. */
    void makeFolder(Path folder) throws IOException;

    /** What lies in a folder; nothing if there is none. */
    List<Path> list(Path folder) throws IOException;

    /** Takes a lock that is held until it is closed or the process ends; empty when somebody else holds it. */
    Option<Closeable> lock(Path file) throws IOException;

    /** The file system of this machine. */
    final class Real implements Disk {
        private Real() {}

        @Override
        public Output create(Path file) throws IOException {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return new Output() {
                @Override
                public void write(ByteBuffer bytes) throws IOException {
                    channel.write(bytes);
                }

                @Override
                public void close() throws IOException {
                    channel.close();
                }
            };
        }

        @Override
        public Input open(Path file) throws IOException {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            return new Input() {
                @Override
                public int read(ByteBuffer bytes) throws IOException {
                    return channel.read(bytes);
                }

                @Override
                public int read(ByteBuffer bytes, long from) throws IOException {
                    return channel.read(bytes, from);
                }

                @Override
                public void close() throws IOException {
                    channel.close();
                }
            };
        }

        @Override
        public void force(Path file) throws IOException {
            try (FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.READ)) { // folders too, on POSIX systems
                channel.force(true);
            }
        }

        @Override
        public long size(Path file) throws IOException {
            return Files.size(file);
        }

        @Override
        public void rename(Path file, Path over) throws IOException {
            Files.move(file, over, StandardCopyOption.ATOMIC_MOVE);
        }

        @Override
        public void delete(Path file) throws IOException {
            Files.deleteIfExists(file);
        }

        @Override
        public void makeFolder(Path folder) throws IOException {
            if (!Files.isDirectory(folder)) { // createDirectories refuses a link to a folder
                Files.createDirectories(folder);
            }
        }

        @Override
        public List<Path> list(Path folder) throws IOException {
            List<Path> found = new ArrayList<>();
            if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                    files.forEach(found::add);
                }
            }
            found.sort(null);
            return found;
        }

        @Override
        public Option<Closeable> lock(Path file) throws IOException {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    return Option.some(channel);
                }
            } catch (OverlappingFileLockException e) { // somebody else in this process
                channel.close();
                return Option.none();
            }
            channel.close();
            return Option.none();
        }
    }
}
