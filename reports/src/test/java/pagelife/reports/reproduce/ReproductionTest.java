package pagelife.reports.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pagelife.checker.model.TextException;
import pagelife.models.Settings;
import pagelife.models.Workload;
import pagelife.specs.catalogue.Catalogue;
import pagelife.specs.litmus.Litmus;
import pagelife.specs.litmus.Posed;

/**
 * The programs are compiled and run on the file system of the temporary folder: that knows nothing of DAX, but the calls
 * are the same.
 */
class ReproductionTest {
    private static final Path SPECS = Path.of("..", "specs");
    private static final Pattern FAMILY = Pattern.compile("(?s)Pagelife (fsdax|devdax|layouts)/.*");

    /** Why a call may not be possible on a machine that builds. */
    private static final Pattern REASON =
            Pattern.compile("\\S+: (unbind cannot be done here: name the folder of the device in sysfs with -r"
                    + "|hwpoison cannot be done here: -P is not given: it loses a page of the device"
                    + "|pin cannot be done here: (Operation not permitted|Operation not supported"
                    + "|Function not implemented|Invalid argument|Permission denied))");

    @TempDir
    private Path folder;

    private static TreeMap<String, Reproduction> programs() throws IOException {
        TreeMap<String, Reproduction> programs = TreeMap.empty();
        try (Stream<Path> all =
                Stream.concat(Files.walk(SPECS.resolve("litmus")), Files.walk(SPECS.resolve("corpus")))) {
            for (Path file : Vector.ofAll(all).filter(path -> path.toString().endsWith(Litmus.EXTENSION))) {
                String text = Files.readString(file);
                if (FAMILY.matcher(text).matches()) {
                    programs = programs.put(SPECS.relativize(file).toString(), of(text));
                }
            }
        }
        return programs;
    }

    private static Reproduction of(String text) {
        return Reproduction.of(Posed.of(Litmus.parse(text), Catalogue.families()));
    }

    /** The program but for the name of the test and for remarks. */
    private static String bare(Reproduction one) {
        return one.program().replaceAll("(?s)/\\*.*?\\*/", "").replaceFirst("#define TEST.*", "");
    }

    @Test
    void whatEachTestDoesCompilesAndRuns() throws IOException {
        TreeMap<String, Reproduction> all = programs();
        assertTrue(all.size() >= 108, all.size() + " tests of these families");
        Seq<Reproduction> different = all.values().distinctBy(ReproductionTest::bare);
        assertTrue(different.size() >= 18, different.size() + " programs that differ in more than names");
        assumeTrue(Gcc.isThere(), "needs gcc on Linux");
        for (int i = 0; i < different.size(); i++) {
            runs(different.get(i), Files.createDirectory(folder.resolve("program" + i)));
        }
    }

    private static String runs(Reproduction one, Path in, String... options) throws IOException {
        Path program = Gcc.compile(one.program(), in);
        Path files = Files.createDirectory(in.resolve("files"));
        String[] command = Vector.of(program.toAbsolutePath().toString(), "-n", "5", "-j", "5", "-w", "20")
                .appendAll(Vector.of(options))
                .append(files.toAbsolutePath().toString())
                .toJavaArray(String[]::new);
        Gcc.Ended ended = Gcc.run(in, command);
        Seq<String> unable = Vector.ofAll(ended.said().lines()).filter(line -> line.contains("cannot be done here"));
        assertEquals(unable.isEmpty() ? 0 : 4, ended.exit(), one.program() + ended.said());
        assertTrue(unable.forAll(line -> REASON.matcher(line).matches()), ended.said());
        assertFalse(ended.said().contains("FAILED") || ended.said().contains("STUCK"), ended.said());
        assertTrue(ended.said().contains(": 5 loops, exit "), ended.said());
        try (Stream<Path> left = Files.list(files)) {
            assertEquals(0, left.count(), "files that are left");
        }
        return ended.said();
    }

    private static Reproduction staged(Workload workload) {
        Litmus test = Litmus.parse("Pagelife fsdax/6.1 all\n\n a ;\n remove ;\n\nno deadlock\n");
        Posed posed = Posed.of(test, Catalogue.families());
        return new ProgramText(new Staged(
                        test, posed.inquiry().variant(), Settings.NONE, new Sizes(3, 2, 2, 2, false), workload))
                .reproduction();
    }

    @Test
    void everyOperationLoopAndChoiceCompilesAndRuns() throws IOException {
        Reproduction all = staged(Workload.NONE
                .task("faults", "read mm0 0; write mm1 1; touch mm0 2; touch around mm0 0")
                .task(
                        "pins",
                        "pin slow mm0 0; pin fast mm0 1; pin slow mm0 2; unpin mm0 1; unpin; unpin direct-io mm0 2")
                .task(
                        "maps",
                        "munmap mm0; mmap mm0; madvise mm1; loop { read mm1 0; either { madvise mm1 } or { unpin } }")
                .task("files", "punch f 1; punch g; invalidate f 0; writeback f 1; truncate f; evict g; truncate g")
                .task("device", "probe; memory failure P1; memory failure; remove")
                .after("read mm0 0; pins: pin fast mm1 0; probe"));
        assertTrue(all.program().contains("op_pin(task, DIRECT, 0, 2);\t/* pin slow mm0 2 */"), all.program());
        assertTrue(all.cannot().exists(line -> line.startsWith("memory failure: it needs CAP_SYS_ADMIN")));
        assertTrue(all.cannot().exists(line -> line.startsWith("address spaces: each mm is a mapping of one process")));
        assumeTrue(Gcc.isThere(), "needs gcc on Linux");
        String said = runs(all, Files.createDirectory(folder.resolve("all")), "-l", "3");
        for (String operation : Vector.of("madvise", "mmap", "punch", "pwrite", "writeback", "close+unlink")) {
            assertTrue(
                    Pattern.compile("(?m)^" + Pattern.quote(operation) + " +[1-9]")
                            .matcher(said)
                            .find(),
                    said);
        }
    }

    @Test
    void eachOperationAloneCompiles() throws IOException {
        assumeTrue(Gcc.isThere(), "needs gcc on Linux");
        for (String program : Vector.of(
                "read mm0 0",
                "write mm0 0",
                "touch mm0 0",
                "touch around mm0 0",
                "munmap mm0",
                "madvise mm0",
                "madvise mm0 0",
                "pin slow longterm mm0 0; unpin",
                "pin fast pin mm0 0; unpin",
                "mmap mm0",
                "truncate f",
                "punch f",
                "invalidate f 0",
                "writeback f 0",
                "evict f",
                "remove",
                "probe",
                "unpin",
                "memory failure",
                "pin slow mm0 0",
                "pin fast mm0 0; unpin",
                "pin slow mm0 0; unpin mm0 0",
                "pin fast mm0 0; unpin direct-io",
                "loop { remove }",
                "either { remove } or { probe }")) {
            String text = staged(Workload.NONE.task("a", program)).program();
            Files.writeString(folder.resolve("one.c"), text);
            Gcc.Ended ended = Gcc.run(folder, "gcc", "-fsyntax-only", "-O1", "-Wall", "-Wextra", "-Werror", "one.c");
            assertEquals(0, ended.exit(), program + "\n" + ended.said());
        }
    }

    @Test
    void aTouchIsAStoreWhereNobodyJustReads() {
        String test = "Pagelife fsdax/6.7-xfs w\nrules { writeFaultsOnly=on }\n\n a ;\n touch mm0 0 ;\n\nno deadlock\n";
        assertTrue(of(test).program().contains("op_write(task, 0, 0);\t/* touch mm0 0 */"));
        assertTrue(of(test.replace("=on", "=off")).program().contains("op_touch(task, 0, 0);\t/* touch mm0 0 */"));
    }

    @Test
    void theFlagOfAPinSaysHowItIsKept() {
        String program = staged(Workload.NONE.task(
                        "a",
                        "pin fast get mm0 0; pin slow get mm0 0; pin fast pin mm0 0; pin slow pin mm0 0;"
                                + " pin fast longterm mm0 0"))
                .program();
        for (String call : Vector.of(
                "FAST, 0, 0);\t/* pin fast get",
                "FAST, 0, 0);\t/* pin slow get",
                "DIRECT, 0, 0);\t/* pin fast pin",
                "SLOW, 0, 0);\t/* pin slow pin",
                "LONGTERM, 0, 0);\t/* pin fast longterm")) {
            assertTrue(program.contains("op_pin(task, " + call + " mm0 0 */"), call + program);
        }
    }

    @Test
    void tasksThatOnlyBoundsStandForAreTasks() {
        String program = of("Pagelife devdax/6.15 usual\nbounds { start=mapped }\n\nINV-3\n")
                .program();
        assertTrue(program.contains("{ .name = \"gup\", .run = run_1_gup },"), program);
        assertTrue(program.contains("\ttask = &before;\n\top_touch(task, 0, 0);\t/* touch mm0 0 */"), program);
    }

    @Test
    void namesAreNoCode() throws IOException {
        String test = "Pagelife fsdax/6.1 x*/int\n\"*/ #error \\\"\n\n a.b-c ;\n read mm0 0 ;\n\nno deadlock\n";
        Reproduction one = of(test);
        assertTrue(one.program().startsWith("/*\n * x* /int: * / #error /\n"), one.program());
        assertTrue(one.program().contains("#define TEST\t\t\"x*/int\""), one.program());
        assertTrue(one.program().contains("{ .name = \"a.b-c\", .run = run_0_a_b_c },"), one.program());
        Reproduction other =
                staged(Workload.NONE.task("*/\"\\%s%n??/", "read mm0 0").task("\u00e9", "read mm0 0"));
        String first = "{ .name = \"*/\\042\\134\\045s\\045n\\077\\077/\", .run = run_0__s_n_ },";
        assertTrue(other.program().contains(first), other.program());
        assertTrue(other.program().contains("{ .name = \"\\303\\251\", .run = run_1__ },"), other.program());
        assumeTrue(Gcc.isThere(), "needs gcc on Linux");
        assertTrue(runs(one, Files.createDirectory(folder.resolve("one"))).contains("x*/int: 5 loops"));
        runs(other, Files.createDirectory(folder.resolve("other")));
    }

    @Test
    void aStringLiteralEndsWhereItEnds() {
        assertEquals("\"a\\042; b\\012\"", CText.string("a\"; b\n"));
        assertEquals("a b", CText.remark("a\nb"));
    }

    @Test
    void whatCannotBeTriedIsSaid() {
        refused("Pagelife teardown/5.2 x\n\nINV-3\n", "the operations of teardown are no calls of user space");
        Workload unknown = Workload.NONE.task("a", "read mm0 0; migrate");
        Seq<String> said = TaskCode.unknown(unknown.tasks().get("a").get().calls());
        assertEquals(Vector.of("migrate"), said.toVector());
    }

    private static void refused(String test, String message) {
        TextException refused = assertThrows(TextException.class, () -> of(test));
        assertTrue(refused.getMessage().startsWith(message), refused.getMessage());
    }

    @Test
    void aProgramThatIsAskedWronglySaysHowToAsk() throws IOException {
        assumeTrue(Gcc.isThere(), "needs gcc on Linux");
        Reproduction one = staged(Workload.NONE.task("a", "read mm0 0"));
        String program = Gcc.compile(one.program(), folder).toAbsolutePath().toString();
        LinkedHashMap<String, String> mistakes = LinkedHashMap.of(
                "", "usage: reproduce [OPTION...] DIR|DEVICE",
                "-n x .", "-n x must be a number up to 1000000000",
                "-b 100 .", "-b 100 must be a multiple of 4096",
                "-s 4096 .", "-s 4096 must be 12288 at least: 3 pages, 4096 bytes from one to the next",
                "-q .", "usage: reproduce [OPTION...] DIR|DEVICE");
        for (var mistake : mistakes) {
            String[] command = Vector.of(mistake._1().split(" "))
                    .filter(word -> !word.isEmpty())
                    .prepend(program)
                    .toJavaArray(String[]::new);
            Gcc.Ended ended = Gcc.run(folder, command);
            assertEquals(2, ended.exit(), ended.said());
            assertTrue(ended.said().contains(mistake._2()), ended.said());
        }
        Gcc.Ended nowhere = Gcc.run(folder, program, "nowhere");
        assertEquals("FAILED: nowhere: No such file or directory\n", nowhere.said());
        assertEquals(1, nowhere.exit());
        Gcc.Ended file = Gcc.run(folder, program, "reproduce.c");
        assertTrue(file.said().startsWith("FAILED: reproduce.c is neither a folder nor a device"), file.said());
    }

    @Test
    void aRunWritesTheMarkersThatAReaderOfTracesNeeds() throws IOException {
        assumeTrue(Gcc.isThere(), "needs gcc on Linux");
        Reproduction one = of("Pagelife fsdax/6.1 marks\nsetup { read mm0 0 }\n\n a ;\n truncate f ;\n\nno deadlock\n");
        String program = Gcc.compile(one.program(), folder).toAbsolutePath().toString();
        Path tracing = Files.createDirectory(folder.resolve("tracing"));
        Files.createFile(tracing.resolve("trace_marker"));
        Files.createFile(tracing.resolve("tracing_on"));
        Gcc.Ended ended = Gcc.run(folder, program, "-n", "1", "-t", "tracing", ".");
        assertEquals(0, ended.exit(), ended.said());
        String marks = Files.readString(tracing.resolve("trace_marker"))
                .replace("KT:", "\nKT:")
                .replaceAll("(pid|tid)=[0-9]+", "$1=N")
                .replaceAll("0x[0-9a-f]+", "N");
        assertEquals("""

                KT: scenario marks begin pid=N
                KT: file page pfns: N
                KT: step=setup loop=1
                KT: op=read begin task=setup mm0 page=0 addr=N tid=N
                KT: op=read end task=setup done tid=N
                KT: step=start
                KT: op=ftruncate begin task=a file=0 len=0 tid=N
                KT: op=ftruncate end task=a done tid=N
                KT: scenario marks end""", marks);
        assertEquals("0", Files.readString(tracing.resolve("tracing_on")));
    }
}
