package pagelife.checker.engine;

import com.google.common.hash.Hashing;
import com.google.common.hash.HashingOutputStream;
import io.vavr.collection.Seq;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import pagelife.checker.model.Model;
import pagelife.checker.property.Property;
import pagelife.checker.search.CheckpointException;

/**
 * A breadth-first search between two levels, as written to a folder: a manifest, {@value #MANIFEST}, and the run files of
 * the levels.
 *
 * <p>Run files are never changed. The manifest is written beside the old one, forced to the disk and renamed over it, and
 * only then are files that it does not name removed: whenever the process dies, the folder holds one whole checkpoint. The
 * manifest ends with a checksum of itself.
 *
 * @param fingerprint tells the model and the properties from all others
 * @param snapshot what is known of the model's code
 * @param levels the closed levels
 * @param transitions transitions so far
 * @param external whether the visited set is on disk
 * @param seen what the watches have seen
 */
record Checkpoint(
        String fingerprint,
        Snapshot snapshot,
        List<List<RunFile>> levels,
        long transitions,
        boolean external,
        List<Seen> seen) {

    /** The name of the manifest. */
    static final String MANIFEST = "checkpoint.pagelife";

    private static final int FORMAT = 1;
    private static final int CHECKSUM_BYTES = Integer.BYTES;

    /** What a watch has seen: the state's ids, and the step and choices of a broken step property; step -1 for none. */
    record Seen(int watch, int depth, int[] ids, int step, int[] choices) {}

    /** The fingerprint of a model with properties: everything about them that has a name or a text. */
    static String fingerprint(Model model, Seq<Property> properties) {
        StringBuilder text = new StringBuilder(model.name());
        model.cells().forEach(cell -> text.append('\n').append(cell.name()));
        model.steps().forEach(step -> text.append('\n').append(step).append(step.operation()));
        model.initialStates().forEach(state -> text.append('\n').append(state));
        properties.forEach(property ->
                text.append('\n').append(property.name()).append(": ").append(property.claim()));
        return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
    }

    /** Writes this to a folder that already holds its run files, in place of the checkpoint there. */
    void write(Path folder) {
        Path fresh = folder.resolve(MANIFEST + ".new");
        try {
            Files.createDirectories(folder);
            try (FileOutputStream file = new FileOutputStream(fresh.toFile())) {
                HashingOutputStream sum = new HashingOutputStream(Hashing.crc32(), new BufferedOutputStream(file));
                DataOutputStream out = new DataOutputStream(sum);
                write(out);
                out.writeInt(sum.hash().asInt());
                out.flush();
                file.getChannel().force(true);
            }
            Files.move(fresh, folder.resolve(MANIFEST), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(DataOutputStream out) throws IOException {
        out.writeInt(FORMAT);
        out.writeUTF(fingerprint);
        snapshot.write(out);
        out.writeInt(levels.size());
        for (List<RunFile> level : levels) {
            out.writeInt(level.size());
            for (RunFile run : level) {
                out.writeUTF(run.path().getFileName().toString());
                out.writeInt(run.words());
                out.writeLong(run.states());
            }
        }
        out.writeLong(transitions);
        out.writeBoolean(external);
        out.writeInt(seen.size());
        for (Seen each : seen) {
            out.writeInt(each.watch);
            out.writeInt(each.depth);
            Snapshot.writeInts(out, each.ids);
            out.writeInt(each.step);
            Snapshot.writeInts(out, each.choices);
        }
    }

    /** Whether a folder holds a checkpoint. */
    static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(MANIFEST));
    }

    /** Reads the checkpoint of a folder. */
    static Checkpoint read(Path folder) {
        Path manifest = folder.resolve(MANIFEST);
        if (!isIn(folder)) {
            throw new CheckpointException(
                    "no checkpoint in " + folder + ": there is no " + MANIFEST + "; start without resuming");
        }
        try {
            byte[] bytes = Files.readAllBytes(manifest);
            int length = Math.max(0, bytes.length - CHECKSUM_BYTES);
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
            DataInputStream end = new DataInputStream(new ByteArrayInputStream(bytes, length, CHECKSUM_BYTES));
            if (length == 0
                    || end.readInt()
                            != Hashing.crc32().hashBytes(bytes, 0, length).asInt()) {
                throw damaged(manifest, "its checksum is wrong");
            }
            if (in.readInt() != FORMAT) {
                throw damaged(manifest, "another version of the checker wrote it");
            }
            return read(folder, in);
        } catch (EOFException e) {
            throw damaged(manifest, "it ends too early");
        } catch (IOException e) {
            throw new CheckpointException("checkpoint " + manifest + " cannot be read (" + e + "): start afresh");
        }
    }

    private static Checkpoint read(Path folder, DataInputStream in) throws IOException {
        String fingerprint = in.readUTF();
        Snapshot snapshot = Snapshot.read(in);
        List<List<RunFile>> levels = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            List<RunFile> level = new ArrayList<>();
            for (int runs = in.readInt(); runs > 0; runs--) {
                RunFile run = new RunFile(folder.resolve(in.readUTF()), in.readInt(), in.readLong());
                if (!Files.exists(run.path()) || Files.size(run.path()) != run.states() * run.words() * Long.BYTES) {
                    throw damaged(run.path(), "its size is not " + run.states() + " states");
                }
                level.add(run);
            }
            levels.add(level);
        }
        long transitions = in.readLong();
        boolean external = in.readBoolean();
        List<Seen> seen = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            seen.add(new Seen(in.readInt(), in.readInt(), Snapshot.readInts(in), in.readInt(), Snapshot.readInts(in)));
        }
        return new Checkpoint(fingerprint, snapshot, levels, transitions, external, seen);
    }

    private static CheckpointException damaged(Path file, String how) {
        return new CheckpointException("checkpoint file " + file + " is damaged: " + how + "; start afresh");
    }

    /** Removes the run files of a folder that this does not name and that are not among {@code others}. */
    void clean(Path folder, Set<Path> others) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.run")) {
            for (Path file : files) {
                boolean named = levels.stream()
                        .flatMap(List::stream)
                        .anyMatch(run -> run.path().getFileName().equals(file.getFileName()));
                if (!named && !others.contains(file)) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a sighting keeps. */
    static Seen seen(Sighting sighting) {
        Effect effect = sighting.candidate().effect();
        return new Seen(
                sighting.watch().index(),
                sighting.depth(),
                sighting.candidate().ids(),
                effect == null ? -1 : effect.step().index(),
                effect == null ? new int[0] : effect.choices());
    }

    /** A sighting again, its effect found by running the step. */
    static Sighting sighting(Seen seen, Memo memo) {
        Effect effect = seen.step < 0
                ? null
                : new Execution(memo.cells())
                        .effects(memo.steps()[seen.step], seen.ids).stream()
                                .filter(found -> Arrays.equals(found.choices(), seen.choices))
                                .findFirst()
                                .orElseThrow(() -> new CheckpointException(
                                        "the model has changed since the checkpoint was made; start afresh"));
        return new Sighting(
                memo.watches().get(seen.watch),
                new Candidate(seen.ids, effect),
                seen.depth,
                java.util.Optional.empty());
    }
}
