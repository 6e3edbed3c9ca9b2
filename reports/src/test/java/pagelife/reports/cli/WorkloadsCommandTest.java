package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ticker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pagelife.reports.Captured;
import pagelife.reports.json.JsonFormatTest;

class WorkloadsCommandTest {
    private final Captured out = new Captured();
    private final Captured errors = new Captured();

    @TempDir
    private Path folder;

    @Test
    void theSmallestWorkloadsAreTold() {
        assertEquals(Exit.BROKEN, run("workloads", "fsdax/6.1", "--operations", "2"));
        String text = out.text();
        assertTrue(text.contains("         2       100             79        79     932       81\n"), text);
        assertTrue(text.contains("  touch mm0 0  in 6   touch f6\n"), text);
        assertTrue(
                text.contains("left out     read <mms> <indices>: a touch is a read or a write as it happens\n"), text);
        assertTrue(text.contains("every workload of up to 2 operations over up to 3 tasks was explored\n"), text);
        assertTrue(text.endsWith("repeat       ./check workloads fsdax/6.1 --operations 2\n"), text);
    }

    @Test
    void aClaimThatNoRowHasBrokenIsSaidToBeNews() {
        run("workloads", "fsdax/6.1", "--operations", "1");
        assertTrue(out.text().contains("broken in fsdax/6.1"), out.text());
        Captured other = new Captured();
        command(other)
                .run(
                        "workloads",
                        "fsdax/6.1",
                        "--operations",
                        "1",
                        "--rule",
                        "recheckPte=off",
                        "--rule",
                        "unpinWakes=off");
        assertTrue(other.text().contains("no row of the catalogue breaks it"), other.text());
    }

    @Test
    void jsonIsAsItsSchemaSays() throws IOException {
        run("workloads", "fsdax/6.1", "--operations", "2", "--json");
        JsonFormatTest.assertFits("pagelife-workloads-1", out.text());
    }

    @Test
    void litmusTestsComeOutAsTheyExpect() throws IOException {
        run("workloads", "fsdax/6.1", "--operations", "2", "--format", "litmus", "--out", folder.toString());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(9, files.count());
        }
        Captured again = new Captured();
        assertEquals(Exit.AS_CLAIMED, command(again).run(folder.toString()));
        assertTrue(again.text().contains("9 tests as expected"), again.text());
    }

    @Test
    void aLimitOnTimeLeavesItUndecidedAndSaysHowFarItCame() {
        assertEquals(Exit.UNDECIDED, run("workloads", "fsdax/6.1", "--operations", "9", "--timeout", "1ms"));
        assertTrue(out.text().contains("UNDECIDED    a limit came first: no size was finished\n"), out.text());
    }

    @Test
    void aBoundThatIsShortForTasksIsRefused() {
        refused(
                "check: --bound faults says which tasks there are, and here all workloads are tried: leave it out, and"
                        + " say how large they may be with --operations and --tasks\n",
                "workloads",
                "fsdax/6.1",
                "--bound",
                "faults=2");
    }

    @Test
    void aFamilyWithoutOperationsIsRefused() {
        refused(
                "check: family share has no operations: its tasks are given, and there are no workloads to enumerate\n",
                "workloads",
                "share/6.1");
    }

    @Test
    void numbersMustBePositive() {
        refused(
                "check: --operations (0) must be a positive whole number, such as 1000, 250k or 10M\n",
                "workloads",
                "fsdax/6.1",
                "--operations",
                "0");
    }

    private void refused(String message, String... arguments) {
        assertEquals(Exit.USAGE, run(arguments));
        assertEquals("", out.text());
        assertEquals(message, errors.text());
    }

    private Exit run(String... arguments) {
        return command(out).run(arguments);
    }

    private CheckCommand command(Captured to) {
        Console console = new Console(to.page(100), errors.stream(), -1, Ticker.systemTicker(), () -> false);
        return new CheckCommand(console, Shelf.shipped());
    }
}
