package pagelife.specs.observe;

import com.google.common.io.ByteStreams;
import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import pagelife.specs.ftrace.TraceException;
import pagelife.specs.ftrace.TraceFile;
import pagelife.specs.ftrace.TraceTally;

/** A recording of a kernel that was read. */
public final class Recording {
    /** Some ten million lines. */
    private static final long MOST_OF_A_PIPE = 1L << 30;

    private final Path file;
    private final TraceTally tally;
    private final Scene scene;
    private final Transcript transcript;

    private Recording(Path file, TraceTally tally, Scene scene, Transcript transcript) {
        this.file = file;
        this.tally = tally;
        this.scene = scene;
        this.transcript = transcript;
    }

    /** How the counts in a recording are taken. */
    public enum Counts {
        /** A count is what the model must have had between the change and the line. */
        EXACT,
        /** Nobody compares counts, just by how much they change. */
        HINT
    }

    /**
     * Reads a recording, in two passes; in three where a pin is dropped while its task is busy with something else.
     *
     * What can be read only once, as a pipe, is copied to a temporary file first.
     *
     * @throws TraceException for a file that cannot be read, or is about no page of a DAX file
     */
    public static Recording read(Path file, Counts counts) {
        if (Files.isRegularFile(file) || Files.isDirectory(file) || Files.notExists(file)) {
            return read(file, file, counts);
        }
        try {
            Path copy = Files.createTempFile("recording", ".txt");
            // not Files.newInputStream, which asks for the position in a pipe
            try (InputStream in = new FileInputStream(file.toFile())) {
                copy(in, copy);
                return read(file, copy, counts);
            } finally {
                Files.delete(copy);
            }
        } catch (IOException e) {
            throw new TraceException("cannot be read: " + e.getMessage());
        }
    }

    private static void copy(InputStream in, Path copy) throws IOException {
        try (OutputStream out = Files.newOutputStream(copy)) {
            ByteStreams.limit(in, MOST_OF_A_PIPE).transferTo(out);
        }
        if (in.read() >= 0) {
            throw new TraceException(
                    "goes on after " + (MOST_OF_A_PIPE >> 20) + " MiB: save what it says to a file first");
        }
    }

    private static Recording read(Path file, Path text, Counts counts) {
        SceneFinder finder = new SceneFinder();
        TraceTally tally = TraceFile.read(text, finder::accept);
        tally.remark("file page pfns:").forEach(finder::listed);
        Scene scene = finder.scene();
        Translator translator = translated(text, scene, counts, HashSet.empty());
        if (!translator.busy().isEmpty()) {
            translator = translated(text, scene, counts, translator.busy());
        }
        return new Recording(file, tally, scene, translator.transcript());
    }

    private static Translator translated(Path file, Scene scene, Counts counts, Set<String> apart) {
        Translator translator = new Translator(scene, counts, apart);
        TraceFile.read(file, translator::accept);
        return translator;
    }

    /** Where it is. */
    public Path file() {
        return file;
    }

    /** The lines in it. */
    public TraceTally tally() {
        return tally;
    }

    /** The release of the kernel, such as {@code 6.1.192}, if it says so. */
    public Option<String> kernel() {
        return tally.kernel();
    }

    /** Whether the file system is XFS. */
    public boolean isXfs() {
        return scene.kinds().exists(kind -> kind.startsWith("xfs_"));
    }

    /** The first line at which a page of 2 MiB is mapped: the models have none, and can explain no such recording. */
    public Option<Long> large() {
        return scene.large();
    }

    /** What was not used of it. */
    public Seq<Unused> unused() {
        return transcript.unused();
    }

    Scene scene() {
        return scene;
    }

    Transcript transcript() {
        return transcript;
    }

    /** The kinds of labels that it can show: what a probe would have said is missed only where probes were set. */
    Set<String> shown() {
        Set<String> counts = HashSet.of(Kinds.GET, Kinds.REFUSED, Kinds.PUT);
        boolean probed = scene.kinds().contains("dax_iomap_fault");
        Set<String> probes = probed
                ? HashSet.of(
                        Kinds.FREED,
                        Kinds.WAKE,
                        Kinds.INSERT,
                        Kinds.PAGEMAP,
                        Kinds.SCANNED,
                        Kinds.DELETE,
                        Kinds.FREE_BLOCKS,
                        Kinds.DEAD,
                        Kinds.KILL,
                        Kinds.REMOVE)
                : HashSet.empty();
        Set<String> holes = scene.kinds().contains("dax_pte_fault") ? HashSet.of(Kinds.LOAD_HOLE) : HashSet.empty();
        Set<String> empty = probed && scene.isUncounted() ? HashSet.of(Kinds.DELETE_ZERO) : HashSet.empty();
        Set<String> scheduler = scene.kinds().contains("sched_waking") ? HashSet.of(Kinds.WAKING) : HashSet.empty();
        return counts.union(probes).union(holes).union(empty).union(scheduler);
    }
}
