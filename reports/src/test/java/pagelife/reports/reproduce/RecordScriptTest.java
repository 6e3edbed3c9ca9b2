package pagelife.reports.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pagelife.specs.ftrace.TraceEvent;
import pagelife.specs.ftrace.TraceFile;
import pagelife.specs.ftrace.TraceTally;

/**
 * What the script would tell a kernel, seen in a folder of plain files: {@code mkdir} makes an instance of a tracer there
 * as tracefs does, and {@code rmdir} leaves it to be looked at.
 */
class RecordScriptTest {
    private static final Seq<String> EVENTS = Vector.of(
                    "set", "mod", "mod_and_test", "mod_and_return", "mod_unless", "freeze", "unfreeze")
            .map(name -> "page_ref/page_ref_" + name)
            .appendAll(Vector.of("switch", "waking", "wakeup", "process_fork", "process_exit")
                    .map(name -> "sched/sched_" + name))
            .append("fs_dax");

    /** With the thread group, which the script asks for. */
    private static final String EVENT = "         kt-main-110     (    110) [000] .....    21.252078: page_ref_mod:"
            + " pfn=0x41819 flags=reserved count=3 mapcount=0 mapping=ffff8880032d1c28 mt=1 val=1";

    @TempDir
    private Path folder;

    private Path tracefs;
    private Path instance;

    @BeforeEach
    void writeTracefs() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a shell");
        tracefs = Files.createDirectories(folder.resolve("tracefs/instances")).getParent();
        instance = tracefs.resolve("instances/pagelife");
        Files.createFile(tracefs.resolve("kprobe_events"));
        Path template = folder.resolve("template");
        Files.createDirectories(template.resolve("options"));
        for (String event :
                EVENTS.append("kt/dax_iomap_fault").append("kt/try_grab_folio").append("kt/try_grab_folio_fast")) {
            Files.createDirectories(template.resolve("events").resolve(event));
        }
        Files.writeString(template.resolve("trace"), "# tracer: nop\n" + EVENT + "\n");
        command("mkdir", "cp -r " + template + " \"$1\"");
        command("rmdir", "exit 0");
        Files.writeString(folder.resolve("record.sh"), Reproduction.script());
    }

    private void command(String name, String body) throws IOException {
        Path file = Files.createDirectories(folder.resolve("bin")).resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Gcc.Ended record(String words) throws IOException {
        return Gcc.run(folder, "sh", "-c", "PATH=" + folder + "/bin:$PATH; sh record.sh " + words);
    }

    private String written(String file) throws IOException {
        return Files.readString(instance.resolve(file)).strip();
    }

    @Test
    void theShellUnderstandsIt() throws IOException {
        assertEquals("", Gcc.run(folder, "sh", "-n", "record.sh").said());
    }

    @Test
    void aRecordingIsWhatOthersReadAndSaysWhatIsMissing() throws IOException {
        Gcc.Ended ended = record("-f tracefs -k 6.1.192 -a x86_64 -p 0x41819-0x4181c -m 0xffffea0000000000"
                + " out.txt sh -c 'echo it ran in $0; exit 7' @T@");
        assertEquals(7, ended.exit(), ended.said());
        assertTrue(ended.said().contains("it ran in tracefs/instances/pagelife\n"), ended.said());
        assertTrue(ended.said().contains("record.sh: not recorded: kt/gup_fast\n"), ended.said());
        assertTrue(ended.said().endsWith("record.sh: 1 events in out.txt\n"), ended.said());
        Seq<String> out = Vector.ofAll(Files.readAllLines(folder.resolve("out.txt")));
        assertEquals("# kernel 6.1.192 x86_64", out.get(0));
        assertEquals("# scenario out", out.get(1));
        assertEquals("# page_ref filter: pfn >= 0x41819 && pfn <= 0x4181c", out.get(2));
        assertTrue(out.get(3).startsWith("# not recorded: kt/"), out.get(3));
        assertEquals(EVENT, out.last());
        List<TraceEvent> read = new ArrayList<>();
        TraceTally tally = TraceFile.read(folder.resolve("out.txt"), read::add);
        assertEquals("6.1.192", tally.kernel().get());
        assertEquals(
                List.of("page_ref_mod"), read.stream().map(TraceEvent::name).toList());
    }

    @Test
    void theTracerIsToldWhatIsWritten() throws IOException {
        record(
                "-f tracefs -k 6.1.192 -a x86_64 -p 0x41819-0x4181c -m 0xffffea0000000000 -c counter -b 99 -s out.txt true");
        assertEquals("counter", written("trace_clock"));
        assertEquals("99", written("buffer_size_kb"));
        assertEquals("1", written("options/record-tgid"));
        assertEquals("0", written("tracing_on"));
        assertEquals("0", written("events/enable"), "everything is switched off at the end");
        for (String event : EVENTS) {
            assertEquals("1", written("events/" + event + "/enable"));
        }
        assertEquals("pfn >= 0x41819 && pfn <= 0x4181c", written("events/page_ref/page_ref_mod/filter"));
        assertEquals("stacktrace", written("events/page_ref/page_ref_mod/trigger"));
        assertEquals("1", written("events/kt/dax_iomap_fault/enable"));
        assertFalse(Files.exists(instance.resolve("events/kt/dax_iomap_fault/filter")), "it knows no page");
        assertEquals(
                "page >= 0xffffea0001060640 && page <= 0xffffea0001060700", written("events/kt/try_grab_folio/filter"));
    }

    @Test
    void probesAreThoseOfTheKernelAndAreTakenBack() throws IOException {
        record("-f tracefs -k 6.1.192 -a x86_64 old.txt true");
        Seq<String> old = Vector.ofAll(Files.readAllLines(tracefs.resolve("kprobe_events")));
        assertTrue(old.contains("p:kt/gup_fast internal_get_user_pages_fast start=%di:x64 nr=%si:s32 flags=%dx:x32"));
        assertTrue(old.contains("r10:kt/dax_iomap_fault_ret dax_iomap_fault ret=$retval:x32"));
        assertTakenBack(old, 57);
        Files.writeString(tracefs.resolve("kprobe_events"), "");
        Gcc.run(folder, "rm", "-r", instance.toString());
        record("-f tracefs -k 7.2.13 -a x86_64 new.txt true");
        Seq<String> newer = Vector.ofAll(Files.readAllLines(tracefs.resolve("kprobe_events")));
        assertTrue(newer.contains("p:kt/gup_fast gup_fast_fallback start=%di:x64 nr=%si:s32 flags=%dx:x32"));
        assertTrue(newer.contains("p:kt/try_grab_folio_fast try_grab_folio_fast page=%di:x64 refs=%si:s32 flags=%dx:x32"
                + " ref=+0x34(%di):s32"));
        assertTakenBack(newer, 64);
    }

    private static void assertTakenBack(Seq<String> lines, int probes) {
        Seq<String> set = lines.filter(line -> line.matches("(p|r10):kt/[a-z_0-9]+ .*"))
                .map(line -> line.replaceAll("^[pr10]*:kt/| .*", ""));
        assertEquals(probes, set.size());
        assertEquals(set, lines.drop(probes).map(line -> line.replace("-:kt/", "")));
    }

    @Test
    void probesOfKernelsThatNobodyRecordedAreAGuess() throws IOException {
        assertTrue(record("-f tracefs -k 6.12.3 -a x86_64 out.txt true")
                .said()
                .contains("compare them with the source of 6.12.3"));
        Gcc.run(folder, "rm", "-r", instance.toString());
        Gcc.Ended other = record("-f tracefs -k 6.1.192 -a arm64 arm.txt true");
        assertTrue(other.said().contains("their arguments are known for x86_64 only, and this is arm64"), other.said());
        assertEquals(0, other.exit());
    }

    @Test
    void whatIsAskedWronglyIsALine() throws IOException {
        Files.createFile(folder.resolve("there.txt"));
        LinkedHashMap<String, String> mistakes = LinkedHashMap.of(
                "there.txt true", "record.sh: there.txt is there already, and is not overwritten: name another file\n",
                "-p 0x5 out.txt true",
                        "record.sh: -p 0x5: write the first and the last page, such as 0x40000-0x47fff\n",
                "-p 9-x out.txt true", "record.sh: -p x: x must be a number, such as 4096 or 0x1000\n",
                "-p 9-8 out.txt true", "record.sh: -p 9-8: the first page lies behind the last\n",
                "-b many out.txt true", "record.sh: -b many: many must be a number, such as 4096 or 0x1000\n",
                "-c sun out.txt true", "record.sh: -c sun: the clock is global, counter, local, mono or boot\n",
                "-m 0x1 out.txt true",
                        "record.sh: -m 0x1: write an address of 16 digits, such as 0xffffea0000000000\n");
        for (var mistake : mistakes) {
            Gcc.Ended ended = record("-f tracefs " + mistake._1());
            assertEquals(mistake._2(), ended.said());
            assertEquals(2, ended.exit());
        }
        assertTrue(record("out.txt").said().startsWith("usage: record.sh [OPTION...] OUT COMMAND..."));
        Gcc.Ended nowhere = record("-f nowhere out.txt true");
        assertEquals("record.sh: nowhere is no folder: mount -t tracefs none /sys/kernel/tracing\n", nowhere.said());
        assertEquals(3, nowhere.exit());
        assertFalse(Files.exists(instance), "nothing was begun");
    }
}
