package pagelife.specs.ftrace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TraceFileTest {
    private static final Path RECORDINGS = Path.of("recordings");

    @Test
    void readsTheLayoutOfTrace() {
        Seq<TraceEvent> events = events(
                "# kernel 6.1.192 x86_64\n"
                        + "       kt-main-106     [000] d....    16.833311: page_ref_mod_unless: pfn=0x41819 count=2 val=1 ret=1\n");
        assertEquals(
                Vector.of(new TraceEvent(
                        2,
                        new TraceTask("kt-main", 106),
                        0,
                        false,
                        "page_ref_mod_unless",
                        "pfn=0x41819 count=2 val=1 ret=1",
                        Option.none())),
                events);
    }

    @Test
    void readsTheLayoutWithThreadGroups() {
        TraceEvent event = event("   jbd2/pmem0-8-97  (   97) [001] d..2.    21.25: sched_switch: prev_pid=97\n");
        assertEquals(new TraceTask("jbd2/pmem0-8", 97), event.task());
        assertEquals(Option.some(97), event.process());
    }

    @Test
    void readsTheLayoutOfTraceCmdReport() {
        Seq<TraceEvent> events = events(
                "cpus=2\n"
                        + "         kt-main-106   [000]    16.833311: page_ref_mod:         pfn=0x41819 val=1\n"
                        + "         kt-main-106   [000]    16.833312: print:                tracing_mark_write: KT: step=pin\n");
        assertEquals(Vector.of("page_ref_mod", "tracing_mark_write"), events.map(TraceEvent::name));
        assertEquals("KT: step=pin", events.last().text());
    }

    @Test
    void readsTheClockThatCounts() {
        assertEquals(
                "snap",
                event("           kt-w0-104     [000] .....            8: snap: (f+0x0/0x40) ref0=1\n")
                        .name());
    }

    @Test
    void tellsInterruptsFromTheTaskTheyComeInto() {
        assertTrue(event("kt-trunc-105 [000] d.h3. 10.864514: sched_waking: comm=a pid=1\n")
                .interrupt());
        assertTrue(event("kt-trunc-105 [000] ..s1. 10.864514: pgmap_release: (f+0x0/0x20) ref=0x1\n")
                .interrupt());
        assertFalse(event("kt-trunc-105 [000] d..3. 10.864514: sched_waking: comm=a pid=1\n")
                .interrupt());
    }

    @Test
    void skipsStacksAndCountsThem() {
        TraceTally tally = tally("a-1 [000] d.... 17.936280: snap: ref0=1\n"
                + "a-1 [000] d.... 17.936280: <stack trace>\n => try_get_folio\n => do_syscall_64\n"
                + "a-1 [000] 17.936281: kernel_stack:         <stack trace >\n=> do_syscall_64 (ffffffff81)\n");
        assertEquals(2, tally.stacks());
        assertEquals(3, tally.frames());
        assertEquals(1, tally.events());
    }

    @Test
    void countsUnknownLinesAndSaysWhereTheFirstOneIs() {
        TraceTally tally = tally("a-1 [000] ..... 1.5: snap: ref0=1\nhello\nhello again\n");
        assertEquals(2, tally.unknown());
        assertEquals(Option.some(2L), tally.firstUnknown());
    }

    @Test
    void saysWhereTheClockGoesBack() {
        assertEquals(
                Option.some(2L),
                tally("a-1 [000] ..... 1.5: snap: ref0=1\nb-2 [001] ..... 1.4: snap: ref0=1\n")
                        .clockBack());
    }

    @Test
    void fieldsAreNumbersInTheFormsOfTheKernel() {
        TraceEvent event =
                event("a-1 [0] ..... 1: e: (g+0x1/0x2 <- f) ret=-512 page=0xffffea0001060640 mapping=ff12 xpage=7\n");
        assertEquals(-512, event.number("ret"));
        assertEquals(0xffffea0001060640L, event.number("page"));
        assertEquals(0xff12, event.address("mapping"));
        assertFalse(event.has("age"));
    }

    @Test
    void everyRecordingIsReadWithoutAStrangeLine() {
        long events = 0;
        for (Path file : recordings()) {
            TraceTally tally = TraceFile.read(file, event -> {});
            assertEquals(0, tally.unknown(), file::toString);
            assertEquals(Option.none(), tally.clockBack(), file::toString);
            assertEquals(
                    tally.remark("entries-in-buffer/entries-written:").get().split("[/ ]")[0],
                    Long.toString(tally.events() + tally.stacks()),
                    file::toString);
            events += tally.events();
        }
        assertEquals(68, recordings().size());
        assertEquals(324_834, events);
    }

    @Test
    void aLineThatIsCutShortIsNamed() {
        assertEquals(
                "line 2: begins as an event and goes on with \"d.... 16.8\": after the CPU come flags, time and the name"
                        + " of the event; is the file cut short?",
                refused("a-1 [000] ..... 1.5: snap: ref0=1\nkt-main-106 [000] d.... 16.8"));
    }

    @Test
    void lostEventsAreNoRecording() {
        assertEquals(
                "line 2: 213 events of CPU 1 were lost here: what is missing may be what matters; record with a larger"
                        + " buffer_size_kb",
                refused("a-1 [000] ..... 1.5: snap: ref0=1\nCPU:1 [LOST 213 EVENTS]\n"));
    }

    @Test
    void textWithoutEventsIsNoRecording() {
        assertEquals(
                "has no event in its 1 lines: give what trace, trace_pipe or trace-cmd report wrote",
                refused("hello\n"));
    }

    @Test
    void aFieldThatIsNotThereIsNamed() {
        TraceEvent event = event("a-1 [000] ..... 1.5: page_ref_mod: pfn=zz\n");
        assertEquals(
                "line 1: page_ref_mod without val: the line is cut short, or of a kernel with other fields",
                assertThrows(TraceException.class, () -> event.number("val")).getMessage());
        assertEquals(
                "line 1: page_ref_mod with pfn=zz: that is not a number",
                assertThrows(TraceException.class, () -> event.number("pfn")).getMessage());
    }

    @Test
    void bytesThatAreNoTextAreRefusedAtTheirLine() {
        byte[] bytes = "a-1 [000] ..... 1.5: snap: ref0=1\nxx\n".getBytes(StandardCharsets.ISO_8859_1);
        for (byte bad : new byte[] {0, (byte) 0xC3}) {
            byte[] damaged = bytes.clone();
            damaged[bytes.length - 3] = bad;
            assertTrue(refused(damaged).matches("line 2: is not (UTF-8 )?text: .*"), refused(damaged));
        }
    }

    @Test
    void aTextThatEndsInTheMiddleOfALineIsRefused() throws IOException {
        String whole = "kt-main-106 [000] ..... 1.25: snap: ref0=1\nkt-main-106 [000] ..... 1.5: snap: ref0=12\n";
        assertEquals(2, tally(whole).events());
        assertEquals(
                "line 2: ends in its middle: the file is cut short here; copy it again",
                refused(whole.substring(0, whole.length() - 2)));
    }

    @Test
    void aLineWithoutAnEndIsRefusedBeforeItFillsTheHeap() {
        byte[] line = new byte[(1 << 20) + 9000];
        Arrays.fill(line, (byte) 'x');
        assertEquals(
                "line 1: the file is damaged or cut short here (a line of more than 1048576 characters): copy it again",
                refused(line));
    }

    @Test
    void aCountThatTheKernelCannotKeepIsRefused() {
        TraceEvent event = event("kt-main-106 [000] ..... 1.25: page_ref_mod: count=4294967296 val=-1\n");
        assertEquals(-1, event.count("val"));
        assertEquals(
                "line 1: page_ref_mod with count=4294967296: a count has 32 bits",
                assertThrows(TraceException.class, () -> event.count("count")).getMessage());
    }

    @Test
    void everyCutOfACompressedFileIsRefusedInOneLine() throws IOException {
        byte[] whole = Files.readAllBytes(RECORDINGS.resolve("6.1.192/s3a_ext4.txt.xz"));
        for (int length = 7; length < whole.length; length += 97) {
            String message = refused(Arrays.copyOf(whole, length));
            assertTrue(message.contains("damaged or cut short") && !message.contains("\n"), message);
        }
    }

    @Test
    void everyFlippedByteOfACompressedFileIsRefusedInOneLine() throws IOException {
        byte[] whole = Files.readAllBytes(RECORDINGS.resolve("6.1.192/s3a_ext4.txt.xz"));
        for (int at = 24; at < whole.length; at += 101) {
            byte[] flipped = whole.clone();
            flipped[at] ^= 0x40;
            String message = refused(flipped);
            assertTrue(message.startsWith("line ") && !message.contains("\n"), message);
        }
    }

    private static Seq<Path> recordings() {
        try (Stream<Path> files = Files.walk(RECORDINGS)) {
            return Vector.ofAll(files.filter(file -> file.toString().endsWith(".xz"))
                    .sorted()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TraceEvent event(String text) {
        return events(text).single();
    }

    private static Seq<TraceEvent> events(String text) {
        List<TraceEvent> events = new ArrayList<>();
        TraceFile.read(stream(text.getBytes(StandardCharsets.UTF_8)), events::add);
        return Vector.ofAll(events);
    }

    private static TraceTally tally(String text) {
        return TraceFile.read(stream(text.getBytes(StandardCharsets.UTF_8)), event -> {});
    }

    private static String refused(String text) {
        return refused(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String refused(byte[] bytes) {
        return assertThrows(TraceException.class, () -> TraceFile.read(stream(bytes), event -> {}))
                .getMessage();
    }

    private static ByteArrayInputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }
}
