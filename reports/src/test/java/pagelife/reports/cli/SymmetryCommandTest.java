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

class SymmetryCommandTest {
    /** Two tasks, and a claim that knows the first of them. */
    private static final String KNOWN = """
            import io.vavr.collection.Vector;
            import pagelife.checker.model.*;
            import pagelife.models.*;
            import pagelife.specs.own.*;

            public final class Known implements Study {
                @Override
                public void draft(Draft d) {
                    Cell<String> last = d.cell("last", "nobody");
                    for (String name : Vector.of("user1", "user2")) {
                        d.task(name).step("u1", now -> now.write(last, name));
                    }
                    d.never("the second", "never the second", s -> s.read(last).equals("user2"));
                }
            }
            """;

    private final Captured out = new Captured();
    private final Captured errors = new Captured();

    @Test
    void whatOrbitsStandForIsSaid() {
        assertEquals(Exit.BROKEN, run("fsdax/6.1", "--bound", "faults=2", "--symmetry"));
        assertTrue(out.text().contains("explored     26,826 states, 107,202 transitions, 42 levels"), out.text());
        assertTrue(told().contains("they stand for 47,474 states in which fault1, fault2 change places"), out.text());
        assertTrue(told().contains("repeat ./check fsdax/6.1 --bound faults=2 --symmetry"), out.text());
    }

    @Test
    void whereNoTwoTasksAreAlikeThatIsSaid() {
        run("fsdax/6.1", "--symmetry");
        assertTrue(told().contains("no two tasks are alike: every state stands for itself"), out.text());
        assertTrue(out.text().contains("explored     5,812 states"), out.text());
    }

    @Test
    void identitiesThatChangePlacesAndThoseThatDoNotAreSaid() throws IOException {
        String[] asked = {
            "fsdax/6.1",
            "--bound",
            "mms=2",
            "--bound",
            "faults=2",
            "--bound",
            "munmaps=2",
            "--bound",
            "slowGups=0",
            "--bound",
            "fastGups=0",
            "--symmetry"
        };
        run(asked);
        assertTrue(told().contains("states in which mm0, mm1 with the tasks at them change places"), out.text());
        out.clear();
        run("fsdax/6.1", "--bound", "pages=2", "--symmetry");
        assertTrue(told().contains("told apart P0, P1: extent(f,0) starts as P0"), out.text());
        out.clear();
        run(Stream.concat(Stream.of(asked), Stream.of("--json")).toArray(String[]::new));
        assertTrue(out.text().contains("\"munmap2\""), out.text());
        JsonFormatTest.assertFits("pagelife-check-2", out.text());
    }

    @Test
    void jsonIsAsItsSchemaSays() throws IOException {
        run("entrylock/5.13", "--bound", "scans=2", "--symmetry", "--json");
        assertTrue(out.text().contains("\"alike\""), out.text());
        JsonFormatTest.assertFits("pagelife-check-2", out.text());
    }

    @Test
    void aClaimAboutRunsStaysOpenAndSaysWhy() {
        assertEquals(Exit.UNDECIDED, run("fsdax/6.1", "--bound", "faults=2", "--symmetry", "--property", "LTL-3"));
        assertTrue(told().contains("a claim about runs is not answered by a search that does not tell tasks apart"));
    }

    @Test
    void whatDoesNotGoWithItIsRefused() {
        refused("--search does not go with --symmetry", "fsdax/6.1", "--symmetry", "--search", "dfs");
        refused("--ltl does not go with --symmetry", "fsdax/6.1", "--symmetry", "--ltl", "[]true");
        refused("--symmetry needs one VARIANT", "fsdax", "--symmetry");
    }

    @Test
    void aClaimThatKnowsOneTaskFromTheOthersIsRefusedInALine(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("Known.java");
        Files.writeString(file, KNOWN);
        assertEquals(Exit.USAGE, run(file.toString(), "--symmetry"));
        assertTrue(
                errors.text().startsWith("check: --symmetry: the tasks user1, user2 are not alike: "), errors.text());
        assertTrue(errors.text().contains("claim the second tells the two apart"), errors.text());
        assertEquals(1, errors.text().lines().count(), errors.text());
        assertEquals("", out.text());
    }

    private void refused(String why, String... arguments) {
        errors.clear();
        assertEquals(Exit.USAGE, run(arguments));
        assertTrue(errors.text().startsWith("check: " + why), errors.text());
    }

    private String told() {
        return out.text().replaceAll("\\s+", " ");
    }

    private Exit run(String... arguments) {
        Console console = new Console(out.page(100), errors.stream(), -1, Ticker.systemTicker(), () -> false);
        return new CheckCommand(console, Shelf.shipped()).run(arguments);
    }
}
