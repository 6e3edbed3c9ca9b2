package pagelife.checker.engine.explore;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import pagelife.checker.engine.store.DamagedFile;
import pagelife.checker.engine.store.Disk;
import pagelife.checker.engine.store.RunFile;
import pagelife.checker.engine.store.Scratch;
import pagelife.checker.search.CheckpointException;
import pagelife.checker.search.CheckpointReport;

/**
 * A folder that holds one checkpoint: a manifest, {@value #MANIFEST}, the run files of the levels, and a lock that is
 * held while a search uses the folder.
 *
 * <p>Run files are never changed. The manifest is written beside the old one, forced to the disk and renamed over it,
 * and only then are files of this search that it does not name removed: whenever the process dies, the folder holds one
 * whole checkpoint. A file that this search has not written is never touched: its names tell, and the search that it
 * says it belongs to.
 */
public final class CheckpointFolder implements AutoCloseable {
    /** The name of the manifest. */
    static final String MANIFEST = "checkpoint.pagelife";

    private static final String FRESH = MANIFEST + ".new";
    private static final String LOCK = "lock.pagelife";
    private static final String PROBE = "probe.pagelife";
    private static final int PROBE_BYTES = 1 << 16;

    private final Disk disk;
    private final Path folder;
    private final Closeable lock;
    private final Set<Path> forced = new HashSet<>();

    private CheckpointFolder(Disk disk, Path folder, Closeable lock) {
        this.disk = disk;
        this.folder = folder;
        this.lock = lock;
    }

    /** Opens a folder for a search from the beginning; it must be empty, and one can write to it. */
    static CheckpointFolder begin(Disk disk, Path folder) {
        CheckpointFolder opened = open(disk, folder);
        try {
            opened.requireEmpty();
            opened.probe();
            return opened;
        } catch (IOException e) {
            opened.close();
            throw unusable(folder, e);
        } catch (CheckpointException e) {
            opened.close();
            throw e;
        }
    }

    /** Opens a folder to go on from the checkpoint in it. */
    static CheckpointFolder resume(Disk disk, Path folder) {
        if (!isIn(disk, folder)) {
            throw new CheckpointException(
                    "no checkpoint in " + folder + ": there is no " + MANIFEST + "; start without resuming");
        }
        return open(disk, folder);
    }

    private static CheckpointFolder open(Disk disk, Path folder) {
        try {
            disk.makeFolder(folder);
            Closeable lock = disk.lock(folder.resolve(LOCK))
                    .getOrElseThrow(() -> new CheckpointException("checkpoint folder " + folder
                            + " is in use by another run: wait for its end, or name another folder"));
            return new CheckpointFolder(disk, folder, lock);
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    private static CheckpointException unusable(Path folder, IOException e) {
        return new CheckpointException(
                "no checkpoint can be written to " + folder + " (" + e + "): name a folder that can be written to");
    }

    private static boolean isIn(Disk disk, Path folder) {
        try {
            return disk.list(folder).stream()
                    .anyMatch(file -> file.getFileName().toString().equals(MANIFEST));
        } catch (IOException e) {
            return false; // no folder
        }
    }

    /** A search that was killed before its first checkpoint may have left runs, which say that they are ours. */
    private void requireEmpty() throws IOException {
        if (isIn(disk, folder)) {
            throw new CheckpointException(
                    folder + " holds a checkpoint already: resume from it, or name another folder");
        }
        for (Path file : disk.list(folder)) {
            String name = file.getFileName().toString();
            if (Scratch.NAME.matcher(name).matches()
                            && RunFile.writer(disk, file).isDefined()
                    || name.equals(FRESH)
                    || name.equals(PROBE)) {
                disk.delete(file);
            } else if (!name.equals(LOCK)) {
                throw new CheckpointException("folder " + folder + " holds other things, such as " + name
                        + ": checkpoints need a folder of their own; name an empty one, or one that does not"
                        + " exist yet");
            }
        }
    }

    private void probe() throws IOException {
        Path file = folder.resolve(PROBE);
        write(file, new byte[PROBE_BYTES]);
        disk.delete(file);
    }

    private void write(Path file, byte[] bytes) throws IOException {
        disk.delete(file);
        ByteBuffer left = ByteBuffer.wrap(bytes);
        try (Disk.Output output = disk.create(file)) {
            while (left.hasRemaining()) {
                int before = left.remaining();
                output.write(left);
                if (left.remaining() == before) {
                    throw new IOException("nothing more can be written to " + file);
                }
            }
        }
        disk.force(file);
    }

    /** Reads the checkpoint, and every file that it names. */
    Checkpoint read() {
        try {
            Checkpoint checkpoint = manifest(disk, folder);
            for (RunFile run : checkpoint.runs()) {
                run.verify();
            }
            return checkpoint;
        } catch (DamagedFile e) {
            throw new CheckpointException("checkpoint " + e.getMessage() + "; start afresh");
        } catch (IOException e) {
            throw new CheckpointException("the checkpoint in " + folder + " cannot be read (" + e + "): start afresh");
        }
    }

    /** What is in a folder, whole or not. */
    public static CheckpointReport examine(Path folder) {
        return examine(Disk.REAL, folder);
    }

    static CheckpointReport examine(Disk disk, Path folder) {
        Vector<String> problems = Vector.empty();
        Set<Path> named = new HashSet<>(Set.of(folder.resolve(MANIFEST), folder.resolve(LOCK)));
        Option<CheckpointReport.Contents> contents = Option.none();
        Vector<String> others = Vector.empty();
        boolean inUse = false;
        try {
            Vector<Path> files = Vector.ofAll(disk.list(folder));
            inUse = files.contains(folder.resolve(LOCK)) && isLocked(disk, folder);
            if (!files.contains(folder.resolve(MANIFEST))) {
                problems = problems.append("there is no " + MANIFEST + " in " + folder);
            } else {
                Checkpoint checkpoint = manifest(disk, folder);
                contents = Option.some(contents(checkpoint));
                for (RunFile run : checkpoint.runs()) {
                    named.add(run.path());
                    problems = problems.appendAll(problem(run));
                }
            }
            others =
                    files.reject(named::contains).map(file -> file.getFileName().toString());
        } catch (IOException e) {
            problems = problems.append(said(e));
        }
        return new CheckpointReport(contents, inUse, problems, others);
    }

    private static boolean isLocked(Disk disk, Path folder) throws IOException {
        Option<Closeable> free = disk.lock(folder.resolve(LOCK));
        if (free.isDefined()) {
            free.get().close();
        }
        return free.isEmpty();
    }

    private static CheckpointReport.Contents contents(Checkpoint checkpoint) {
        return new CheckpointReport.Contents(
                checkpoint.identity().model(),
                checkpoint.identity().subject(),
                checkpoint.levels().size(),
                checkpoint.states(),
                checkpoint.transitions(),
                checkpoint.runs().size(),
                checkpoint.external());
    }

    private static Option<String> problem(RunFile run) {
        try {
            run.verify();
            return Option.none();
        } catch (IOException e) {
            return Option.some(said(e));
        }
    }

    private static String said(IOException e) {
        return e instanceof DamagedFile ? e.getMessage() : e.toString();
    }

    /** What the manifest of a folder says. */
    static Checkpoint manifest(Disk disk, Path folder) throws IOException {
        Path manifest = folder.resolve(MANIFEST);
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(disk.size(manifest)));
        try (Disk.Input input = disk.open(manifest)) {
            while (bytes.hasRemaining() && input.read(bytes) >= 0) {
                continue;
            }
        }
        if (bytes.hasRemaining()) {
            throw new DamagedFile(manifest, "it ends too early");
        }
        return Checkpoint.of(bytes.array(), disk, manifest);
    }

    /**
     * Puts this checkpoint in the place of the one that is there; its runs are there already.
     *
     * @param inUse files of the search that the checkpoint does not name and that have to stay
     */
    void write(Checkpoint checkpoint, List<Path> inUse) throws IOException {
        try {
            for (RunFile run : checkpoint.runs()) {
                if (!forced.contains(run.path())) {
                    run.force();
                    forced.add(run.path());
                }
            }
            Path fresh = folder.resolve(FRESH);
            write(fresh, checkpoint.bytes());
            disk.rename(fresh, folder.resolve(MANIFEST));
            disk.force(folder);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        clean(checkpoint, inUse);
    }

    /** Removes the runs of this search that the checkpoint does not name and that are not in use. */
    private void clean(Checkpoint checkpoint, List<Path> inUse) throws IOException {
        Set<Path> named = new HashSet<>(inUse);
        checkpoint.runs().forEach(run -> named.add(run.path()));
        for (Path file : disk.list(folder)) {
            if (!named.contains(file)
                    && Scratch.NAME.matcher(file.getFileName().toString()).matches()
                    && RunFile.writer(disk, file).equals(Option.some(checkpoint.search()))) {
                disk.delete(file);
            }
        }
        forced.retainAll(named);
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            return; // it goes with the process
        }
    }
}
