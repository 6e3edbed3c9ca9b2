package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ticker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pagelife.reports.Captured;
import pagelife.reports.json.JsonFormatTest;

/** Puts recordings to variants, from the command line. */
class ObserveCommandTest {
    private static final String OLD = "../specs/recordings/6.1.192/";
    private static final String NEW = "../specs/recordings/7.2.13/";

    @TempDir
    private Path folder;

    private final Captured out = new Captured();
    private final Captured errors = new Captured();

    private Exit run(String... words) {
        Console console = new Console(out.page(200), errors.stream(), -1, Ticker.systemTicker(), () -> false);
        return new CheckCommand(console, Shelf.shipped()).run(words);
    }

    private void says(String words) {
        assertTrue(out.text().contains(words), out.text());
    }

    @Test
    void aRecordingThatIsExplainedAndBreaksNothingIsAsClaimed() {
        assertEquals(Exit.AS_CLAIMED, run("observe", OLD + "s3a_ext4.txt.xz"));
        says("EXPLAINED  " + OLD + "s3a_ext4.txt.xz  as fsdax/6.1.192, recorded from 6.1.192\n");
        says("65 steps: 12 seen, 53 inferred");
    }

    @Test
    void aLostWakeUpIsBrokenInEveryExplanation() {
        assertEquals(Exit.BROKEN, run("observe", OLD + "s3d_ext4.txt.xz"));
        says("BROKEN    LTL-1' StuckWaiter at line 119, in every explanation");
    }

    @Test
    void aBlockedRecordingSaysWhatIsOwedAndWhichRuleWouldExplainIt() {
        assertEquals(Exit.BROKEN, run("observe", OLD + "s3d_ext4.txt.xz", "--variant", "6.1"));
        says("BLOCKED at line 120");
        says("kt-odirect-109 must first show wake_up_var P0");
        says("what would explain it: --rule directIoWakes=off");
    }

    @Test
    void theOtherKernelIsBlockedAtItsFirstCount() {
        assertEquals(Exit.BROKEN, run("observe", NEW + "s3a_ext4.txt.xz", "--variant", "6.1.192"));
        says("BLOCKED at line 19");
        says("no run    19  finds P0 refs 0 of the file");
    }

    @Test
    void pagesThatTheModelsDoNotHaveAreOutOfScope() {
        assertEquals(Exit.UNDECIDED, run("observe", NEW + "s5a.txt.xz"));
        says("OUT OF SCOPE  " + NEW + "s5a.txt.xz");
        says("maps a page of 2 MiB");
    }

    @Test
    void theRunHasTheLinesAtWhichItsStepsWereSeen() {
        run("observe", OLD + "s3a_ext4.txt.xz", "--run");
        says("lines 75, 76, 77");
    }

    @Test
    void rulesAreRefutedWithTheirLineAndStepsCounted() {
        run("observe", OLD + "s3d_ext4.txt.xz", OLD + "s3a_ext4.txt.xz", "--rules", "--coverage");
        says("directIoWakes=on by " + OLD + "s3d_ext4.txt.xz at line 120");
        says("undoWakes=off; a recording of what ./check G-b/6.1 shows would decide it");
        says("  mmap       not one recording does it");
    }

    @Test
    void itsJsonFitsItsSchema() throws IOException {
        run("observe", OLD + "s3d_ext4.txt.xz", "--variant", "6.1", "--run", "--rules", "--coverage", "--json");
        JsonFormatTest.assertFits("pagelife-observe-1", out.text());
    }

    @Test
    void whatIsNoRecordingIsOneLine() throws IOException {
        Path cut = folder.resolve("cut.txt");
        Files.writeString(cut, "a-1 [000] ..... 1.5: snap: ref0=1\nkt-main-106 [000] d.... 16.8");
        assertEquals(Exit.USAGE, run("observe", cut.toString()));
        assertTrue(errors.text().startsWith("check: " + cut + ": line 2: begins as an event"), errors.text());
        assertEquals(1, errors.text().lines().count());
    }
}
