package pagelife.checker.engine.explore;

import io.vavr.control.Option;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import pagelife.checker.engine.code.Effect;
import pagelife.checker.engine.code.Execution;
import pagelife.checker.engine.code.Memo;
import pagelife.checker.engine.code.Snapshot;
import pagelife.checker.engine.store.DamagedFile;
import pagelife.checker.engine.store.Disk;
import pagelife.checker.engine.store.RunFile;
import pagelife.checker.engine.store.Scratch;
import pagelife.checker.engine.store.Sum;
import pagelife.checker.search.CheckpointException;

/**
 * A breadth-first search between two levels, as the manifest of a {@link CheckpointFolder} says it. The bytes of a
 * manifest end with a checksum of all before it.
 *
 * @param identity what it was made of
 * @param search the search whose files these are
 * @param snapshot what is known of the model's code
 * @param levels the closed levels
 * @param transitions transitions so far
 * @param external whether the visited set is on disk
 * @param seen what the watches have seen
 */
public record Checkpoint(
        Identity identity,
        long search,
        Snapshot snapshot,
        List<List<RunFile>> levels,
        long transitions,
        boolean external,
        List<Seen> seen) {

    private static final long FORMAT = 0x3330_5450_4345_4750L; // "PGECPT03", read from its end

    /** What a watch has seen: the state's ids, and the step and choices of a broken step property; step -1 for none. */
    public record Seen(int watch, int depth, int[] ids, int step, int[] choices) {}

    /** The runs of all levels. */
    List<RunFile> runs() {
        return levels.stream().flatMap(List::stream).toList();
    }

    /** How many states it knows. */
    long states() {
        return runs().stream().mapToLong(RunFile::states).sum();
    }

    /** The bytes of the manifest. */
    byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(FORMAT);
        identity.write(out);
        out.writeLong(search);
        snapshot.write(out);
        out.writeInt(levels.size());
        for (List<RunFile> level : levels) {
            out.writeInt(level.size());
            for (RunFile run : level) {
                out.writeUTF(run.path().getFileName().toString());
                out.writeInt(run.words());
                out.writeLong(run.states());
                out.writeLong(run.sum());
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
        out.writeLong(new Sum().add(ByteBuffer.wrap(bytes.toByteArray())).value());
        return bytes.toByteArray();
    }

    /** The checkpoint whose manifest has these bytes; anything else is a {@link DamagedFile}. */
    static Checkpoint of(byte[] bytes, Disk disk, Path manifest) throws IOException {
        int length = bytes.length - Long.BYTES;
        ByteBuffer all = ByteBuffer.wrap(bytes);
        if (length < Long.BYTES
                || all.getLong(length) != new Sum().add(all.limit(length)).value()) {
            throw new DamagedFile(manifest, "its checksum is wrong");
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 0, length));
        if (in.readLong() != FORMAT) {
            throw new DamagedFile(manifest, "another version of the checker wrote it");
        }
        try {
            Checkpoint read = read(in, disk, manifest);
            if (in.available() > 0) {
                throw new DamagedFile(manifest, "it goes on where it should end");
            }
            return read;
        } catch (EOFException e) {
            throw new DamagedFile(manifest, "it ends too early");
        }
    }

    private static Checkpoint read(DataInputStream in, Disk disk, Path manifest) throws IOException {
        Identity identity = Identity.read(in);
        long search = in.readLong();
        Snapshot snapshot = Snapshot.read(in);
        List<List<RunFile>> levels = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            List<RunFile> level = new ArrayList<>();
            for (int runs = in.readInt(); runs > 0; runs--) {
                level.add(run(in, disk, manifest, search));
            }
            levels.add(level);
        }
        long transitions = in.readLong();
        boolean external = in.readBoolean();
        List<Seen> seen = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            seen.add(new Seen(in.readInt(), in.readInt(), Snapshot.readInts(in), in.readInt(), Snapshot.readInts(in)));
        }
        return new Checkpoint(identity, search, snapshot, levels, transitions, external, seen);
    }

    private static RunFile run(DataInputStream in, Disk disk, Path manifest, long search) throws IOException {
        String name = in.readUTF();
        if (!Scratch.NAME.matcher(name).matches()) {
            throw new DamagedFile(manifest, "it names a file " + name);
        }
        return new RunFile(disk, manifest.resolveSibling(name), search, in.readInt(), in.readLong(), in.readLong());
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
    public static Sighting sighting(Seen seen, Memo memo) {
        Effect effect = seen.step < 0
                ? null
                : new Execution(memo.cells())
                        .effects(memo.steps()[seen.step], seen.ids).stream()
                                .filter(found -> Arrays.equals(found.choices(), seen.choices))
                                .findFirst()
                                .orElseThrow(() -> new CheckpointException(
                                        "the model has changed since the checkpoint was made; start afresh"));
        return new Sighting(memo.watches().get(seen.watch), new Candidate(seen.ids, effect), seen.depth, Option.none());
    }
}
