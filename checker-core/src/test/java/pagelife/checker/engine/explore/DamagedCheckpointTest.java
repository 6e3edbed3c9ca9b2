package pagelife.checker.engine.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pagelife.checker.engine.Spiral;
import pagelife.checker.engine.store.DamagedFile;
import pagelife.checker.engine.store.Disk;
import pagelife.checker.engine.store.RunFile;
import pagelife.checker.search.CheckpointException;
import pagelife.checker.search.CheckpointReport;
import pagelife.checker.search.Limits;
import pagelife.checker.search.Options;

/** Damaged, cut, exchanged files of a checkpoint: each is an error, none is ever a verdict. */
class DamagedCheckpointTest {
    private static final int FLIPS_OF_A_LARGE_ONE = 3_000;

    @TempDir
    private Path folder;

    private final Spiral spiral = Spiral.of(4);

    private Options options(Path where) {
        return Spiral.checkpoints(where).withLimits(Limits.NONE.withDepth(3));
    }

    private void makeCheckpoint(Spiral of, Path where) {
        of.run(Disk.REAL, options(where));
    }

    private String refused(Path where) {
        Options resuming = options(where).withStorage(options(where).storage().resuming());
        return assertThrows(CheckpointException.class, () -> spiral.run(Disk.REAL, resuming))
                .getMessage();
    }

    private static List<Path> runs(Path where) throws IOException {
        return Disk.REAL.list(where).stream()
                .filter(file -> file.toString().endsWith(RunFile.ENDING))
                .toList();
    }

    private static void requireRefused(Path where, Path file, byte[] bytes, String how) throws IOException {
        Files.write(file, bytes);
        try (CheckpointFolder opened = CheckpointFolder.resume(Disk.REAL, where)) {
            assertThrows(CheckpointException.class, opened::read, how);
        }
    }

    private static byte[] flipped(byte[] whole, int bit) {
        byte[] bytes = whole.clone();
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        return bytes;
    }

    @Test
    void everyFlippedBitOfARunIsAnError() throws IOException {
        makeCheckpoint(spiral, folder);
        int tried = 0;
        for (Path file : runs(folder)) {
            byte[] whole = Files.readAllBytes(file);
            for (int bit = 0; bit < 8 * whole.length; bit++) {
                requireRefused(folder, file, flipped(whole, bit), file + ", bit " + bit);
                tried++;
            }
            Files.write(file, whole);
        }
        assertTrue(tried > 1_500, tried + " bits");
    }

    @Test
    void everyFlippedBitOfTheManifestIsAnError() throws IOException {
        makeCheckpoint(spiral, folder);
        Path manifest = folder.resolve(CheckpointFolder.MANIFEST);
        byte[] bytes = Files.readAllBytes(manifest);
        for (int bit = 0; bit < 8 * bytes.length; bit++) {
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            assertThrows(DamagedFile.class, () -> Checkpoint.of(bytes, Disk.REAL, manifest), "bit " + bit);
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
        }
    }

    @Test
    void everyCutIsAnError() throws IOException {
        makeCheckpoint(spiral, folder);
        for (Path file : runs(folder)) {
            byte[] whole = Files.readAllBytes(file);
            for (int length = 0; length < whole.length; length++) {
                requireRefused(folder, file, Arrays.copyOf(whole, length), file + " cut at " + length);
            }
            requireRefused(folder, file, Arrays.copyOf(whole, whole.length + 8), file + " with more");
            Files.write(file, whole);
        }
        Path manifest = folder.resolve(CheckpointFolder.MANIFEST);
        byte[] whole = Files.readAllBytes(manifest);
        for (int length = 0; length < whole.length; length += 1 + length / 100) {
            requireRefused(folder, manifest, Arrays.copyOf(whole, length), "manifest cut at " + length);
        }
    }

    @Test
    void someThousandFlippedBitsOfALargeCheckpointAreErrors() throws IOException {
        Spiral large = Spiral.of(300);
        large.run(Disk.REAL, Spiral.checkpoints(folder).withLimits(Limits.NONE.withDepth(250)));
        Random random = new Random(1);
        List<Path> files = runs(folder);
        for (int i = 0; i < FLIPS_OF_A_LARGE_ONE; i++) {
            Path file = files.get(random.nextInt(files.size()));
            byte[] whole = Files.readAllBytes(file);
            int bit = random.nextInt(8 * whole.length);
            RunFile run = CheckpointFolder.manifest(Disk.REAL, folder).levels().stream()
                    .flatMap(List::stream)
                    .filter(each -> each.path().equals(file))
                    .findFirst()
                    .orElseThrow();
            Files.write(file, flipped(whole, bit));
            assertThrows(DamagedFile.class, run::verify, file + ", bit " + bit);
            Files.write(file, whole);
        }
    }

    @Test
    void exchangedBlocksAreAnError() throws IOException {
        long[] states = new long[3 * (1 << 13)];
        Arrays.setAll(states, i -> i);
        RunFile run = new RunFile.Medium(Disk.REAL, 7).write(folder.resolve("level0-0.run"), 1, states);
        byte[] whole = Files.readAllBytes(run.path());
        int header = 32;
        int block = (1 << 16) + 8;
        byte[] exchanged = whole.clone();
        System.arraycopy(whole, header, exchanged, header + block, block);
        System.arraycopy(whole, header + block, exchanged, header, block);
        run.verify();
        Files.write(run.path(), exchanged);
        assertThrows(DamagedFile.class, run::verify);
    }

    @Test
    void exchangedFilesOfOneCheckpointAreAnError() throws IOException {
        makeCheckpoint(spiral, folder);
        List<Path> files = runs(folder);
        for (int i = 0; i < files.size(); i++) {
            for (int j = i + 1; j < files.size(); j++) {
                exchange(files.get(i), files.get(j));
                assertTrue(refused(folder).contains("damaged"), files.get(i) + " and " + files.get(j));
                exchange(files.get(i), files.get(j));
            }
        }
    }

    @Test
    void aFileOfAnotherCheckpointOfTheSameModelIsAnError() throws IOException {
        Path one = folder.resolve("one");
        Path other = folder.resolve("other");
        makeCheckpoint(spiral, one);
        makeCheckpoint(spiral, other);
        for (Path file : runs(one)) {
            byte[] own = Files.readAllBytes(file);
            byte[] foreign = Files.readAllBytes(other.resolve(file.getFileName()));
            assertNotEquals(Arrays.toString(own), Arrays.toString(foreign));
            Files.write(file, foreign);
            assertTrue(refused(one).contains("it does not begin as a run of this search does"), refused(one));
            Files.write(file, own);
        }
    }

    @Test
    void anUndamagedCheckpointGivesTheSameAnswers() {
        makeCheckpoint(spiral, folder);
        Options resuming = Spiral.checkpoints(folder);
        assertEquals(
                Spiral.text(spiral.run(Disk.REAL, Options.DEFAULT)),
                Spiral.text(spiral.run(
                        Disk.REAL, resuming.withStorage(resuming.storage().resuming()))));
    }

    @Test
    void aFileThatIsGoneIsAnError() throws IOException {
        makeCheckpoint(spiral, folder);
        Path file = runs(folder).get(1);
        Files.delete(file);
        assertTrue(refused(folder).contains(file.getFileName().toString()), refused(folder));
    }

    @Test
    void aReportSaysWhatACheckpointIsOfAndThatItIsWhole() {
        makeCheckpoint(spiral, folder);
        CheckpointReport report = CheckpointFolder.examine(Disk.REAL, folder);
        assertTrue(report.isWhole(), report.toString());
        CheckpointReport.Contents contents = report.contents().get();
        assertEquals("spiral 4", contents.model());
        assertEquals(4, contents.levels());
        assertEquals(1 + 2 + 3 + 4, contents.states());
        assertEquals(false, report.inUse());
        try (CheckpointFolder used = CheckpointFolder.resume(Disk.REAL, folder)) {
            assertTrue(CheckpointFolder.examine(Disk.REAL, folder).inUse(), used.toString());
        }
    }

    @Test
    void aReportNamesEachFileThatIsDamaged() throws IOException {
        makeCheckpoint(spiral, folder);
        List<Path> files = runs(folder);
        Files.write(files.get(1), flipped(Files.readAllBytes(files.get(1)), 300));
        Files.delete(files.get(2));
        Files.writeString(folder.resolve("notes.txt"), "");
        CheckpointReport report = CheckpointFolder.examine(Disk.REAL, folder);
        assertEquals(2, report.problems().size(), report.toString());
        assertTrue(report.problems().get(0).contains(files.get(1).getFileName().toString()), report.toString());
        assertTrue(report.problems().get(1).contains(files.get(2).getFileName().toString()), report.toString());
        assertEquals(Vector.of("notes.txt"), report.others());
        Path manifest = folder.resolve(CheckpointFolder.MANIFEST);
        Files.write(manifest, flipped(Files.readAllBytes(manifest), 1_000));
        assertEquals(Option.none(), CheckpointFolder.examine(Disk.REAL, folder).contents());
        assertEquals(
                1,
                CheckpointFolder.examine(Disk.REAL, folder.resolve("nowhere"))
                        .problems()
                        .size());
    }

    private static void exchange(Path one, Path other) throws IOException {
        byte[] bytes = Files.readAllBytes(one);
        Files.write(one, Files.readAllBytes(other));
        Files.write(other, bytes);
    }
}
