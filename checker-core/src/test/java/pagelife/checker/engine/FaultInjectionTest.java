package pagelife.checker.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pagelife.checker.engine.store.Disk;
import pagelife.checker.engine.store.FaultyDisk;
import pagelife.checker.result.Result;
import pagelife.checker.result.Stop;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.CheckpointException;
import pagelife.checker.search.Options;

/**
 * Each operation of the storage code in turn fails, does half, or lies. Every run ends in the true verdicts, or in
 * fewer; then it is resumed from what it has left, with the same demand.
 */
class FaultInjectionTest {
    private static final Spiral SMALL = Spiral.of(3);
    private static final Spiral LARGER = Spiral.of(7);

    @TempDir
    private Path root;

    private interface Run {
        Options in(Path folder);
    }

    /** Strikes each operation once, until a run needs none that is struck. Returns how many there were. */
    private int strikeEach(Spiral spiral, FaultyDisk.Fault fault, Run run, boolean resumes) throws IOException {
        return strikeEach(spiral, fault, "", run, resumes);
    }

    /** The same for operations on one kind of files. */
    private int strikeEach(Spiral spiral, FaultyDisk.Fault fault, String kind, Run run, boolean resumes)
            throws IOException {
        Result truth = spiral.run(Disk.REAL, Options.DEFAULT);
        for (int at = 0; ; at++) {
            Path folder = root.resolve("run");
            FaultyDisk disk = new FaultyDisk(fault, at, kind);
            Options options = run.in(folder);
            requireTruth(spiral, truth, disk, options, fault + " at " + at);
            if (resumes) {
                Options again = options.withStorage(options.storage().resuming());
                requireTruth(spiral, truth, Disk.REAL, again, fault + " at " + at + ", resumed");
            }
            if (Files.exists(folder)) {
                MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
            }
            if (!disk.struck()) {
                return at;
            }
        }
    }

    private static void requireTruth(Spiral spiral, Result truth, Disk disk, Options options, String when) {
        try {
            Result result = spiral.run(disk, options);
            assertTrue(spiral.isTrue(result, truth), when + ": " + Spiral.text(result));
        } catch (CheckpointException e) {
            assertTrue(e.getMessage().length() < 400, e.getMessage());
        } catch (OutOfMemoryError e) { // before the search has begun: there is nothing to report
            assertTrue(e.getMessage().startsWith("injected: "), e.getMessage());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFaultInACheckpointNeverBecomesAVerdict(FaultyDisk.Fault fault) throws IOException {
        int operations = strikeEach(SMALL, fault, Spiral::checkpoints, true);
        assertTrue(operations > 40, operations + " operations");
    }

    @ParameterizedTest
    @EnumSource
    void aFaultInASearchThroughDiskNeverBecomesAVerdict(FaultyDisk.Fault fault) throws IOException {
        int operations = strikeEach(SMALL, fault, Spiral::scratch, false);
        assertTrue(operations > 40, operations + " operations");
    }

    @ParameterizedTest
    @EnumSource
    void aFaultInACheckpointOfASearchThroughDiskNeverBecomesAVerdict(FaultyDisk.Fault fault) throws IOException {
        int operations = strikeEach(SMALL, fault, Spiral::allOnDisk, true);
        assertTrue(operations > 40, operations + " operations");
    }

    @ParameterizedTest
    @EnumSource
    @Tag("soak")
    void aFaultInALargerSearchNeverBecomesAVerdict(FaultyDisk.Fault fault) throws IOException {
        assertTrue(strikeEach(LARGER, fault, Spiral::allOnDisk, true) > 500);
        assertTrue(strikeEach(LARGER, fault, Spiral::scratch, false) > 500);
    }

    @ParameterizedTest
    @EnumSource
    void aFaultInTheFilesOfAClaimAboutRunsNeverBecomesAVerdict(FaultyDisk.Fault fault) throws IOException {
        Spiral spiral = Spiral.withClaimsAboutRuns(24);
        Result truth = spiral.run(Disk.REAL, Options.DEFAULT);
        long states = truth.counts().states();
        Options options = Spiral.graphInFiles(root.resolve("plain"), states);
        assertEquals(Spiral.text(truth), Spiral.text(spiral.run(Disk.REAL, options)), "without a fault");
        for (String kind : List.of("states-", "edges-")) {
            int operations = strikeEach(spiral, fault, kind, folder -> Spiral.graphInFiles(folder, states), false);
            assertTrue(operations > 6, operations + " operations on " + kind);
        }
    }

    /* The broken claim lies half way: by the time the disk fails for good it has been found. */
    @Test
    void whatWasFoundBeforeTheDiskFailedIsReported() {
        Result truth = SMALL.run(Disk.REAL, Options.DEFAULT);
        int half = truth.finding("half").get().trace().get().length();
        boolean seen = false;
        for (int at = 0; at < 2_000 && !seen; at += 7) {
            Path folder = root.resolve("run" + at);
            Result result = SMALL.run(new FaultyDisk(FaultyDisk.Fault.FAILS, at), Spiral.scratch(folder));
            seen = result.stop() == Stop.DISK && result.finding("half").get().verdict() == Verdict.VIOLATED;
            if (seen) {
                assertEquals(half, result.finding("half").get().trace().get().length());
                assertEquals(Verdict.UNDECIDED, result.finding("within").get().verdict());
                assertTrue(
                        result.finding("within").get().remark().contains("the disk failed the search (injected"),
                        result.finding("within").get().remark());
            }
        }
        assertTrue(seen);
    }
}
