package pagelife.checker.engine.store;

import io.vavr.control.Option;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/** The real disk, one operation of which fails, does half of its work, or says that it did what it did not. */
public final class FaultyDisk implements Disk {
    /** What becomes of the operation. */
    public enum Fault {
        /** It fails. */
        FAILS,
        /** It does a part and says so, as it may; one that has no parts fails. */
        SHORT,
        /** It does something else and says nothing: bits are flipped, or nothing is done. */
        LIES,
        /** There is no memory for its buffers. */
        FILLS_THE_HEAP
    }

    private interface Reading {
        int into(ByteBuffer bytes) throws IOException;
    }

    private final Fault fault;
    private final long at;
    private final String kind;
    private long operations;

    /** A disk whose operation of this number, from 0, is faulty. */
    public FaultyDisk(Fault fault, long at) {
        this(fault, at, "");
    }

    /** The same where only operations on files count in whose names there is a word. */
    public FaultyDisk(Fault fault, long at, String kind) {
        this.fault = fault;
        this.at = at;
        this.kind = kind;
    }

    /** Whether the faulty operation has been asked for. */
    public boolean struck() {
        return operations > at;
    }

    /** Counts an operation; whether it is to lie. */
    private synchronized boolean lies(String what) throws IOException {
        if (!what.contains(kind) || operations++ != at) {
            return false;
        }
        if (fault == Fault.FILLS_THE_HEAP) {
            throw new OutOfMemoryError("injected: " + what);
        }
        if (fault != Fault.LIES) {
            throw new IOException("injected: " + what);
        }
        return true;
    }

    private synchronized boolean isShort(Path file) {
        if (file.toString().contains(kind) && fault == Fault.SHORT && operations == at) {
            operations++;
            return true;
        }
        return false;
    }

    @Override
    public Output create(Path file) throws IOException {
        boolean lost = lies("create " + file);
        Output real = Disk.REAL.create(file);
        return new Output() {
            @Override
            public void write(ByteBuffer bytes) throws IOException {
                if (isShort(file)) {
                    int end = bytes.limit();
                    bytes.limit(bytes.position() + (bytes.remaining() + 1) / 2);
                    real.write(bytes);
                    bytes.limit(end);
                } else if (lies("write " + file) || lost) {
                    ByteBuffer other =
                            ByteBuffer.allocate(bytes.remaining()).put(bytes).flip();
                    other.put(other.limit() / 2, (byte) (other.get(other.limit() / 2) ^ 4));
                    while (other.hasRemaining()) {
                        real.write(other);
                    }
                } else {
                    real.write(bytes);
                }
            }

            @Override
            public void close() throws IOException {
                boolean dropped = lies("close " + file);
                real.close();
                if (dropped) {
                    Disk.REAL.delete(file);
                }
            }
        };
    }

    @Override
    public Input open(Path file) throws IOException {
        boolean wrong = lies("open " + file);
        Input real = Disk.REAL.open(file);
        return new Input() {
            @Override
            public int read(ByteBuffer bytes) throws IOException {
                return read(bytes, real::read);
            }

            @Override
            public int read(ByteBuffer bytes, long position) throws IOException {
                return read(bytes, into -> real.read(into, position));
            }

            private int read(ByteBuffer bytes, Reading reading) throws IOException {
                int from = bytes.position();
                if (isShort(file)) {
                    int end = bytes.limit();
                    bytes.limit(from + (bytes.remaining() + 1) / 2);
                    int read = reading.into(bytes);
                    bytes.limit(end);
                    return read;
                }
                boolean lie = lies("read " + file) || wrong;
                int read = reading.into(bytes);
                if (lie && read > 0) {
                    int middle = from + read / 2;
                    bytes.put(middle, (byte) (bytes.get(middle) ^ 16));
                }
                return read;
            }

            @Override
            public void close() throws IOException {
                real.close();
            }
        };
    }

    @Override
    public void force(Path file) throws IOException {
        lies("force " + file); // and no more: no test here pulls the plug
    }

    @Override
    public long size(Path file) throws IOException {
        return Disk.REAL.size(file) + (lies("size of " + file) ? 8 : 0);
    }

    @Override
    public void rename(Path file, Path over) throws IOException {
        if (!lies("rename " + file)) {
            Disk.REAL.rename(file, over);
        }
    }

    @Override
    public void delete(Path file) throws IOException {
        if (!lies("delete " + file)) {
            Disk.REAL.delete(file);
        }
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        if (!lies("make " + folder)) {
            Disk.REAL.makeFolder(folder);
        }
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        return lies("list " + folder) ? List.of() : Disk.REAL.list(folder);
    }

    @Override
    public Option<Closeable> lock(Path file) throws IOException {
        return lies("lock " + file) ? Option.some(() -> {}) : Disk.REAL.lock(file);
    }
}
