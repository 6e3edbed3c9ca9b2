package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ticker;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pagelife.checker.Checker;
import pagelife.checker.result.Counts;
import pagelife.checker.result.Result;
import pagelife.checker.search.Options;
import pagelife.reports.Captured;
import pagelife.reports.json.JsonFormatTest;
import pagelife.specs.Inquiry;

class EvidenceCommandTest {
    private final Captured out = new Captured();
    private final Captured errors = new Captured();

    @TempDir
    Path folder;

    @Test
    void theEvidenceOfAVariantHasAllThatAReviewerNeeds() throws IOException {
        Map<String, String> read = evidence(Exit.BROKEN, "fsdax/6.1", "--property", "INV-3");
        assertEquals(
                Vector.of("MANIFEST.txt", "mail.txt", "commit.txt", "report.json", "runs.litmus"),
                read.keySet().toVector());
        String manifest = read.get("MANIFEST.txt").get();
        assertContains(manifest, "command      ./check fsdax/6.1 --property INV-3\n");
        assertContains(manifest, "bounds       pages=1 mms=1 files=1 faults=1");
        assertContains(manifest, "VIOLATED  INV-3 PinPgmap  in 14 steps");
        assertContains(manifest, "explored     2,493 states, 7,540 transitions, depth 15\n");
        assertContains(manifest, "naive search agrees in 1 answer, 1 answer not asked\n");
        assertContains(manifest, "  agrees     INV-3 PinPgmap: broken in 14 steps\n");
        assertContains(manifest, "files        mail.txt commit.txt report.json runs.litmus\n");
        assertContains(read.get("commit.txt").get(), "gup still pins P0 when removal takes its memory map away.");
        assertContains(read.get("report.json").get(), "\"nanos\": 0");
        JsonFormatTest.assertFits("pagelife-check-2", read.get("report.json").get());
    }

    @Test
    void theEvidenceOfALitmusTestHasTheTest() throws IOException {
        Map<String, String> read = evidence(Exit.AS_CLAIMED, "../specs/litmus/bugs/i-24.litmus");
        assertEquals(
                Vector.of("MANIFEST.txt", "mail.txt", "commit.txt", "report.json", "test.litmus", "runs.litmus"),
                read.keySet().toVector());
        assertContains(read.get("MANIFEST.txt").get(), "  agrees     9 states, 12 transitions\n");
        assertContains(read.get("test.litmus").get(), "Pagelife share/6.1 i-24\n");
        JsonFormatTest.assertFits("pagelife-litmus-1", read.get("report.json").get());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fsdax/6.1 --property INV-3",
                "G-a/6.1 --property LTL-1'",
                "src/test/resources/own/Ring.java/plain",
                "../specs/litmus/bugs/i-24.litmus"
            })
    void theRunsInsideReplay(String asked) throws IOException {
        run((asked + " --evidence " + folder.resolve("out.zip")).split(" "));
        Path runs = folder.resolve("runs.litmus");
        Files.writeString(
                runs, read(folder.resolve("out.zip")).get("runs.litmus").get());
        out.clear();
        assertEquals(Exit.AS_CLAIMED, run("replay", runs.toString()), errors.text());
        assertContains(out.text(), "REPRODUCES");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsdax/6.1 --property INV-3", "share/6.2", "../specs/litmus/bugs/i-24.litmus"})
    void theSameCheckHasTheSameBytes(String asked) throws IOException {
        run((asked + " --evidence " + folder.resolve("first.zip")).split(" "));
        run((asked + " --threads 2 --evidence " + folder.resolve("second.zip")).split(" "));
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("first.zip")), Files.readAllBytes(folder.resolve("second.zip")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsdax/6.1", "share/6.2", "../specs/litmus/bugs/i-24.litmus"})
    void theMailHasFiveLinesThatFit(String asked) throws IOException {
        run(asked, "--evidence", folder.resolve("out.zip").toString());
        Vector<String> lines =
                Vector.of(read(folder.resolve("out.zip")).get("mail.txt").get().split("\n"));
        assertEquals(
                Vector.of("Model:", "Found:", "Explored:", "Checked:", "Repeat:"),
                lines.map(line -> line.substring(0, line.indexOf(' '))));
        assertTrue(lines.forAll(line -> line.length() <= 72), lines.mkString("\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            G-a/6.1              | LTL-1u  | 1 | LTL-1u UnpinEndsWait: some run breaks it
            fsdax/6.1+no-removal | LTL-1   | 0 | LTL-1 PinWakes: no run breaks it
            fsdax/5.10           | LTL-3   | 1 | LTL-3 TruncateEnds: some run breaks it
            """)
    void aClaimAboutRunsIsPutToAllRunsByDefinition(String name, String claim, int broken, String answer)
            throws IOException {
        Exit exit = broken == 1 ? Exit.BROKEN : Exit.AS_CLAIMED;
        Map<String, String> read = evidence(exit, name, "--property", claim);
        assertContains(read.get("MANIFEST.txt").get(), "  agrees     " + answer + "\n");
    }

    @Test
    void whatHoldsHasNoRuns() throws IOException {
        Map<String, String> read = evidence(Exit.AS_CLAIMED, "share/6.2");
        assertFalse(read.containsKey("runs.litmus"));
        assertContains(read.get("MANIFEST.txt").get(), "runs         none: no claim is broken\n");
        assertContains(read.get("mail.txt").get(), "Found: 4 HOLDS\n");
        assertEquals("# no claim is broken\n", read.get("commit.txt").get());
    }

    @Test
    void beyondSomeStatesTheNaiveSearchIsNotRunAndThatIsSaid() throws IOException {
        Map<String, String> read =
                evidence(Exit.AS_CLAIMED, "fsdax/7.2-xfs", "--bound", "faults=2", "--property", "INV-1");
        assertContains(read.get("MANIFEST.txt").get(), "naive search was not asked\n");
        assertContains(read.get("MANIFEST.txt").get(), "it is run where up to 20,000 states were seen, and");
    }

    @Test
    void aWrongCountIsADisagreement() {
        Inquiry<?> inquiry = Shelf.shipped().subject("share/6.2").inquiry();
        Result right = Checker.check(inquiry.model(), inquiry.all(), Options.DEFAULT);
        assertFalse(SecondSearch.of(right).disagrees(), SecondSearch.of(right).words());
        Counts counts = new Counts(
                right.counts().states() + 1,
                right.counts().transitions(),
                right.counts().levels());
        Result wrong = new Result(
                right.model(),
                right.findings(),
                counts,
                right.depth(),
                right.stop(),
                right.statistics(),
                right.vacuity());
        assertEquals(1, SecondSearch.of(wrong).disagreements().size());
        assertContains(SecondSearch.of(wrong).words(), "DISAGREES about ");
    }

    @Test
    void aFileThatIsThereStaysAsItIs() throws IOException {
        Path there = folder.resolve("there.zip");
        Files.writeString(there, "mine");
        assertEquals(Exit.USAGE, run("fsdax/6.1", "--evidence", there.toString()));
        assertEquals(
                "check: --evidence (" + there
                        + ") exists already, and evidence is not overwritten: name another file\n",
                errors.text());
        assertEquals("mine", Files.readString(there));
        assertEquals("", out.text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fsdax/6.1 --evidence DIR/none/out.zip             | --evidence (DIR/none/out.zip) cannot be written: DIR/none is not a folder that can be written to; name another
            fsdax/6.1 --evidence DIR/out.txt                  | --evidence (DIR/out.txt) must end in .zip: it is an archive of files
            fsdax/6.1 --evidence DIR/out.zip --as-litmus      | --evidence does not go with --as-litmus, which shows no report: leave one of them out
            --evidence DIR/out.zip                            | --evidence needs a VARIANT to apply to; ./check list shows all
            share --evidence DIR/out.zip                      | --evidence needs a VARIANT to apply to; ./check list shows all
            ../specs/litmus/bugs --evidence DIR/out.zip       | --evidence is about one search: name one litmus test
            """)
    void whatCannotBeDoneIsRefusedInALine(String arguments, String message) {
        assertEquals(Exit.USAGE, run(arguments.replace("DIR", folder.toString()).split(" ")));
        assertEquals("check: " + message.replace("DIR", folder.toString()) + "\n", errors.text());
        assertFalse(Files.exists(folder.resolve("out.zip")));
    }

    private Map<String, String> evidence(Exit expected, String... asked) throws IOException {
        Path file = folder.resolve("out.zip");
        String[] words =
                Vector.of(asked).append("--evidence").append(file.toString()).toJavaArray(String[]::new);
        assertEquals(expected, run(words), errors.text());
        return read(file);
    }

    private static Map<String, String> read(Path file) throws IOException {
        Map<String, String> entries = LinkedHashMap.empty();
        try (InputStream stream = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(stream)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries = entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    private static void assertContains(String text, String part) {
        assertTrue(text.contains(part), text);
    }

    private Exit run(String... arguments) {
        Console console = new Console(out.page(100), errors.stream(), -1, Ticker.systemTicker(), () -> false);
        return new CheckCommand(console, Shelf.shipped()).run(arguments);
    }
}
