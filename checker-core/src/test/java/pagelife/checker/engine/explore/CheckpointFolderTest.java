package pagelife.checker.engine.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pagelife.checker.engine.Spiral;
import pagelife.checker.engine.store.Disk;
import pagelife.checker.engine.store.FaultyDisk;
import pagelife.checker.engine.store.RunFile;
import pagelife.checker.result.Checkpoints;
import pagelife.checker.result.Result;
import pagelife.checker.search.CheckpointException;
import pagelife.checker.search.Limits;
import pagelife.checker.search.Options;
import pagelife.checker.search.Storage;

/**
 * Folders of checkpoints: whose files are in them, who may use them, and what is said of those that cannot be written.
 */
class CheckpointFolderTest {
    @TempDir
    private Path folder;

    private final Spiral spiral = Spiral.of(5);

    private Result run(Options options) {
        return spiral.run(Disk.REAL, options);
    }

    private String refused(Options options) {
        return assertThrows(CheckpointException.class, () -> run(options)).getMessage();
    }

    private Options resuming() {
        return Spiral.checkpoints(folder)
                .withStorage(Storage.NONE.withCheckpoint(folder, 1).resuming());
    }

    @Test
    void aFolderThatHoldsOtherThingsIsRefused() throws IOException {
        Files.writeString(folder.resolve("mine.run"), "x");
        assertTrue(refused(Spiral.checkpoints(folder)).contains("holds other things, such as mine.run"));
        assertTrue(Files.exists(folder.resolve("mine.run")));
    }

    @Test
    void filesOfOthersAreNotTouchedWhenASearchIsResumed() throws IOException {
        run(Spiral.checkpoints(folder).withLimits(Limits.NONE.withDepth(3)));
        List<String> others = List.of("mine.run", "level1-77.run", "candidates-5.run", "notes.txt");
        for (String other : others) {
            Files.writeString(folder.resolve(other), "of somebody else");
        }
        run(resuming());
        for (String other : others) {
            assertEquals("of somebody else", Files.readString(folder.resolve(other)), other);
        }
    }

    @Test
    void aFolderInUseIsRefused() {
        try (CheckpointFolder first = CheckpointFolder.begin(Disk.REAL, folder)) {
            assertTrue(refused(Spiral.checkpoints(folder)).contains("is in use by another run"), first.toString());
        }
        run(Spiral.checkpoints(folder));
    }

    @Test
    void aFolderThatCannotBeWrittenIsRefusedBeforeTheSearch() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertTrue(refused(Spiral.checkpoints(file)).contains("no checkpoint can be written to " + file));
        assertTrue(refused(Spiral.checkpoints(Path.of("/proc/pagelife"))).contains("no checkpoint can be written"));
    }

    @Test
    void whatAKilledSearchHasLeftBeforeItsFirstCheckpointIsRemoved() {
        new RunFile.Medium(Disk.REAL, 3).write(folder.resolve("level0-0.run"), 1, new long[] {1, 2});
        run(Spiral.checkpoints(folder));
        run(resuming());
    }

    @Test
    void aCheckpointThatCannotBeWrittenIsSaidAndCostsNoResult() {
        List<String> warnings = new ArrayList<>();
        Result truth = run(Options.DEFAULT);
        boolean failed = false;
        for (int at = 10; at < 60; at++) {
            Path here = folder.resolve("run" + at);
            Options options = Spiral.checkpoints(here);
            Result result = spiral.run(
                    new FaultyDisk(FaultyDisk.Fault.FAILS, at),
                    options.withReporting(options.reporting().withWarnings(warnings::add)));
            assertEquals(Spiral.text(truth), Spiral.text(result));
            Checkpoints facts = result.statistics().checkpoints();
            failed |= facts.failed() > 0;
            assertEquals(facts.failed() > 0, facts.failure().isDefined());
            assertTrue(facts.written() > 0, "the next level tries again");
        }
        assertTrue(failed);
        assertTrue(warnings.get(0).startsWith("no checkpoint could be written to " + folder), warnings.get(0));
        assertTrue(warnings.get(0).contains("injected: "), warnings.get(0));
    }

    @Test
    void aResumedSearchSaysSo() {
        run(Spiral.checkpoints(folder).withLimits(Limits.NONE.withDepth(3)));
        Checkpoints facts = run(resuming()).statistics().checkpoints();
        assertEquals(Option.some(4), facts.resumedAt());
        assertEquals(
                Option.none(), run(Options.DEFAULT).statistics().checkpoints().resumedAt());
    }

    @Test
    void anotherSubjectIsRefused() {
        Options options = Spiral.checkpoints(folder);
        run(options.withStorage(options.storage().withSubject("toy/1 wakes=on")));
        String said = refused(options.withStorage(
                options.storage().withSubject("toy/1 wakes=off").resuming()));
        assertTrue(said.contains("it was made of another model: toy/1 wakes=on, not of toy/1 wakes=off"), said);
    }

    @Test
    void changedCodeIsNamed() {
        TreeMap<String, String> before =
                new TreeMap<>(Behaviour.of(spiral.model()).parts());
        TreeMap<String, String> after = new TreeMap<>(before);
        String changed = before.keySet().stream()
                .filter(name -> name.endsWith("pagelife/checker/engine/Spiral.class"))
                .findFirst()
                .orElseThrow();
        after.put(changed, "another");
        assertEquals(
                "pagelife.checker.engine.Spiral",
                new Behaviour(before).changed(new Behaviour(after)).get());
        assertFalse(new Behaviour(before).changed(new Behaviour(before)).isDefined());
        after.put(changed, before.get(changed));
        after.put("a.jar", "new on the class path");
        assertEquals(
                "a.jar", new Behaviour(before).changed(new Behaviour(after)).get());
    }

    @Test
    void scratchOfAKilledSearchIsRemovedByTheNextOneAndOtherFoldersAreNot() throws IOException {
        Path left = Files.createDirectory(folder.resolve("pagelife-17"));
        Files.writeString(left.resolve("owner.lock"), "");
        Files.writeString(left.resolve("level0-0.run"), "");
        Path mixed = Files.createDirectory(folder.resolve("pagelife-18"));
        Files.writeString(mixed.resolve("owner.lock"), "");
        Files.writeString(mixed.resolve("thesis.tex"), "");
        Path other = Files.createDirectory(folder.resolve("pagelife-notes"));
        Files.writeString(other.resolve("level0-0.run"), "");
        run(Spiral.scratch(folder));
        assertFalse(Files.exists(left));
        assertTrue(Files.exists(mixed.resolve("thesis.tex")));
        assertTrue(Files.exists(other.resolve("level0-0.run")));
    }
}
