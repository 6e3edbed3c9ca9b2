package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.Ticker;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pagelife.reports.Captured;
import pagelife.reports.json.JsonFormatTest;
import pagelife.specs.bench.DaxSpecs;

/** The options of long runs, on runs that are short: memory, disk, checkpoints, progress, and ^C. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LongRunTest {
    private static final BooleanSupplier NEVER = () -> false;

    @TempDir
    private Path folder;

    private Captured out = new Captured();
    private Captured errors = new Captured();

    @Test
    void enoughMemoryChangesNothing() throws IOException {
        assertEquals(document("dax/small"), document("dax/small --memory 64m"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lots", "8", "0g", "-1g", "1.5g", "9999999999t"})
    void memoryIsAnAmount(String size) {
        assertEquals(Exit.USAGE, run(NEVER, "dax/small --memory " + size));
        assertEquals("check: --memory (" + size + ") must be an amount of memory, such as 500m or 8g\n", errors.text());
        assertEquals("", out.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1k", "500k", "1m", "2m"})
    void aSearchThroughDiskFindsTheSame(String size) throws IOException {
        assertEquals(document("dax/small"), document("dax/small --memory " + size + " --scratch " + folder));
    }

    @Test
    void aSearchThroughDiskSaysSoAndCleansUp() throws IOException {
        assertEquals(Exit.AS_CLAIMED, run(NEVER, "dax/small --property S1 --memory 1k --scratch " + folder));
        assertTrue(out.text().contains("\nexplored     61,336 states, 341,381 transitions,"), out.text());
        assertTrue(out.text().contains(" bytes written\n"), out.text());
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void aSearchInMemoryDoesNotSpeakOfDisk() {
        assertEquals(Exit.AS_CLAIMED, run(NEVER, "dax/small --property S1 --scratch " + folder));
        assertFalse(out.text().contains("disk"), out.text());
    }

    /* A file is no folder, and depth-first never goes through disk; a claim about runs needs all states in memory. */
    @ParameterizedTest
    @CsvSource({
        "--property S1 --scratch FOLDER/file/deeper, the disk failed the search",
        "--property S1 --scratch FOLDER --search dfs, the limit on memory",
        "--property L2 --scratch FOLDER, the limit on memory"
    })
    void withTooLittleMemoryAndNoWayOutNothingIsClaimed(String options, String remark) throws IOException {
        Files.createFile(folder.resolve("file"));
        String line = "dax/small --memory 1k --json " + options.replace("FOLDER", folder.toString());
        assertEquals(Exit.UNDECIDED, run(NEVER, line), errors.text());
        JsonNode report = new ObjectMapper().readTree(out.text());
        assertEquals("UNDECIDED", report.at("/findings/0/verdict").asText());
        assertTrue(report.at("/findings/0/remark").asText().contains(remark), out.text());
        assertTrue(report.at("/counts/states").asLong() > 0, out.text());
    }

    @ParameterizedTest
    @CsvSource({
        "dax/small, 5",
        "dax/small, 60",
        "dax/small --property L1 --property L2, 60",
        "dax/small --rule bug=2, 12",
        "dax/small --threads 2, 60",
        "dax/small --memory 1k, 60"
    })
    void aRunThatWasInterruptedGoesOnAndFindsTheSame(String question, int questions) throws IOException {
        JsonNode undisturbed = document(question);
        assertEquals(Exit.UNDECIDED, run(after(questions), question + " --checkpoint-every 1s --checkpoint " + folder));
        assertTrue(out.text().contains("the search was interrupted"), out.text());
        assertEquals(undisturbed, document(question + " --resume " + folder));
    }

    @Test
    void aResumedRunExploresOnlyTheRest() throws IOException {
        leaveCheckpoint("dax/small");
        long all = executions("dax/small --property S1 --audit=all");
        long rest = executions("dax/small --audit=all --resume " + folder);
        assertTrue(rest < all, rest + " of " + all);
    }

    @Test
    void theDoctorSaysWhatACheckpointIsOf() throws IOException {
        leaveCheckpoint("dax/small");
        assertEquals(Exit.AS_CLAIMED, run(NEVER, "doctor " + folder));
        assertTrue(out.text().contains("of           dax P=3 A=2 G=1 (dax/small)"), out.text());
        assertTrue(out.text().contains("it is        whole"), out.text());
        assertEquals(Exit.AS_CLAIMED, run(NEVER, "doctor " + folder + " --json"));
        JsonFormatTest.assertFits("pagelife-doctor-1", out.text());
        try (Stream<Path> files = Files.list(folder)) {
            Path run = files.filter(file -> file.toString().endsWith(".run"))
                    .findFirst()
                    .orElseThrow();
            Files.writeString(run, "x");
        }
        assertEquals(Exit.USAGE, run(NEVER, "doctor " + folder));
        assertTrue(out.text().contains("damaged      file " + folder), out.text());
        assertTrue(out.text().contains("it is        unusable"), out.text());
    }

    private long executions(String line) throws IOException {
        run(NEVER, line + " --json");
        return new ObjectMapper().readTree(out.text()).at("/measured/audited").asLong();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dax/small --rule bug=1",
                "dax/small --bound pages=2",
                "dax/small --property S1",
                "dax/medium",
                "dax/small --ltl []!gone"
            })
    void aCheckpointOfAnotherQuestionIsRefused(String other) throws IOException {
        leaveCheckpoint("dax/small");
        assertEquals(Exit.USAGE, run(NEVER, other + " --resume " + folder));
        requireComplaint("the checkpoint in " + folder + " cannot be resumed: it was made ");
    }

    @Test
    void aFolderWithACheckpointIsNotOverwritten() throws IOException {
        leaveCheckpoint("dax/small");
        assertEquals(Exit.USAGE, run(NEVER, "dax/small --checkpoint " + folder));
        requireComplaint(folder + " holds a checkpoint already: ");
    }

    @Test
    void aFolderWithoutACheckpointIsNotResumed() {
        assertEquals(Exit.USAGE, run(NEVER, "dax/small --resume " + folder));
        requireComplaint("no checkpoint in " + folder + ": ");
    }

    @Test
    void aRunIsBegunOrResumed() {
        assertEquals(Exit.USAGE, run(NEVER, "dax/small --checkpoint " + folder + " --resume " + folder));
        requireComplaint("--checkpoint and --resume exclude each other");
    }

    @Test
    void theTimeBetweenCheckpointsIsATime() {
        assertEquals(Exit.USAGE, run(NEVER, "dax/small --checkpoint-every often --checkpoint " + folder));
        requireComplaint("--checkpoint-every (often) must be a time");
    }

    @Test
    void progressIsShownBesideTheReport() {
        assertEquals(Exit.AS_CLAIMED, run(NEVER, "dax/small --property S1 --progress on"));
        assertTrue(errors.text().lines().count() > 3, errors.text());
        for (String line : errors.text().lines().toList()) {
            assertTrue(line.matches("check: \\d+ (s|min), \\d+ % through level \\d+, .* states, .*"), line);
        }
        assertTrue(out.text().startsWith("HOLDS  S1"), out.text());
    }

    @Test
    void progressTellsOfDisk() {
        run(NEVER, "dax/small --property S1 --progress on --memory 1k --scratch " + folder);
        assertTrue(errors.text().contains(" on disk, "), errors.text());
    }

    @Test
    void progressMayBeOff() {
        run(NEVER, "dax/small --property S1 --progress off");
        assertEquals("", errors.text());
    }

    @Test
    void progressHasThreeKinds() {
        assertEquals(Exit.USAGE, run(NEVER, "dax/small --progress loud"));
        requireComplaint("--progress (loud) must be auto, on or off");
    }

    @Test
    void anInterruptReportsWhatWasFoundSoFar() {
        assertEquals(Exit.UNDECIDED, run(after(40), "dax/small --rule bug=1"));
        assertTrue(out.text().contains("VIOLATED"), out.text());
        assertTrue(out.text().contains("S0 CountsSane is broken in 2 steps"), out.text());
        assertTrue(out.text().contains("UNDECIDED"), out.text());
        assertTrue(out.text().contains("the search was interrupted"), out.text());
    }

    private void leaveCheckpoint(String question) throws IOException {
        run(after(60), question + " --checkpoint-every 1s --checkpoint " + folder);
        try (Stream<Path> files = Files.list(folder)) {
            assertTrue(files.anyMatch(file -> file.endsWith("checkpoint.pagelife")), errors.text());
        }
    }

    private void requireComplaint(String start) {
        assertTrue(errors.text().startsWith("check: " + start), errors.text());
        assertEquals(1, errors.text().lines().count(), errors.text());
        assertEquals("", out.text());
    }

    /** ^C when the search has asked so often. */
    private static BooleanSupplier after(int questions) {
        AtomicInteger asked = new AtomicInteger();
        return () -> asked.incrementAndGet() > questions;
    }

    /** The report as a document, without what may differ from run to run. */
    private JsonNode document(String line) throws JsonProcessingException {
        run(NEVER, line + " --json");
        ObjectNode document = (ObjectNode) new ObjectMapper().readTree(out.text());
        return document.without("measured");
    }

    /** Runs the command; its clock ticks by a second each time it is read. */
    private Exit run(BooleanSupplier interrupted, String line) {
        out = new Captured();
        errors = new Captured();
        AtomicInteger seconds = new AtomicInteger();
        Ticker ticker = new Ticker() {
            @Override
            public long read() {
                return seconds.incrementAndGet() * 1_000_000_000L;
            }
        };
        Console console = new Console(out.page(100), errors.stream(), -1, ticker, interrupted);
        return new CheckCommand(console, Shelf.of(Vector.of(DaxSpecs.table()))).run(line.split(" "));
    }
}
