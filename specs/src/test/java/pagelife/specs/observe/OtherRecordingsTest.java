package pagelife.specs.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.XZInputStream;
import pagelife.checker.observe.Answer;
import pagelife.checker.observe.Blockage;
import pagelife.checker.observe.Explanation;
import pagelife.models.Settings;
import pagelife.models.Variant;

/**
 * Recordings that say the same otherwise, or say less: with other names and numbers, without what a recording need not
 * have, or cut off anywhere. All of them are runs, since what they were made of is one.
 */
class OtherRecordingsTest {
    private static final Seq<String> RECORDINGS = Vector.of(
            "6.1.192/s1_ext4",
            "6.1.192/s2_xfs",
            "6.1.192/s3a_refault_ext4",
            "6.1.192/s3a_signal_ext4",
            "6.1.192/s3b_ext4",
            "6.1.192/s3b_munmap_xfs",
            "6.1.192/s3d_ext4",
            "6.1.192/s4a_ext4",
            "6.1.192/s4d_ext4",
            "6.1.192/s7_ext4",
            "7.2.13/s1_ext4",
            "7.2.13/s2_ext4",
            "7.2.13/s3a_refault_ext4",
            "7.2.13/s3b_ext4_stack",
            "7.2.13/s3d_ext4",
            "7.2.13/s4c_ext4",
            "7.2.13/s7_ext4");

    private static final Pattern FRAME = Pattern.compile("0x(300000000000|30000000000)?(4[01][0-9a-f]{3})\\b");
    private static final Pattern PAGE = Pattern.compile("0xffffea0001([0-9a-f]{6})\\b");

    @TempDir
    private Path folder;

    /** How a recording is made to say the same otherwise. */
    private static final Map<String, UnaryOperator<Vector<String>>> EDITS =
            LinkedHashMap.<String, UnaryOperator<Vector<String>>>of(
                            "other names of tasks", all -> all.map(line -> line.replace("kt-", "my app-")))
                    .put(
                            "other numbers of tasks",
                            all -> each(
                                    all,
                                    "\\b(pid=|tid=|kt-[a-z]+-)(\\d{2,3})\\b",
                                    found -> found.group(1) + (Integer.parseInt(found.group(2)) + 20_000)))
                    .put("other frames", all -> all.map(OtherRecordingsTest::moved))
                    .put("no list of frames", all -> all.reject(line -> line.contains("file page pfns")))
                    .put("no look at counts", all -> all.reject(line -> line.contains(": snap: ")))
                    .put(
                            "no list, no look at counts",
                            all -> all.reject(line -> line.contains("file page pfns") || line.contains(": snap: ")))
                    .put("no markers", all -> all.reject(line -> line.contains(": tracing_mark_write: ")))
                    .put("no scheduler", all -> all.reject(line -> line.contains(": sched_")))
                    .put(
                            "no tracepoints of faults",
                            all -> all.reject(line -> line.matches(".*: dax_(pte|pmd)_fault(_done)?: .*")
                                    || line.contains(": dax_load_hole: ")))
                    .put(
                            "no functions of the file system",
                            all -> all.reject(line -> line.matches(".*: (ext4|xfs)_break_layouts(_ret)?: .*")))
                    .put(
                            "with processes",
                            all -> each(
                                    all,
                                    "^( *\\S.*?-\\d+ +)(\\[\\d{3}\\])",
                                    found -> found.group(1)
                                            + (found.group(1).contains("child") ? "(   100) " : "(    99) ")
                                            + found.group(2)));

    @Test
    void theSameSaidOtherwiseIsExplained() throws IOException {
        Vector<String> others = Vector.empty();
        for (String name : RECORDINGS) {
            Vector<String> lines = lines(Path.of("recordings", name + ".txt.xz"));
            for (var edit : EDITS) {
                others = others.appendAll(
                        unexplained(name + ", " + edit._1(), edit._2().apply(lines)));
            }
        }
        assertEquals("", others.mkString("\n"));
    }

    @Test
    void aRecordingThatEndsAnywhereIsExplainedAsFarAsItGoes() throws IOException {
        Vector<String> others = Vector.empty();
        for (String name : RECORDINGS) {
            Vector<String> lines = lines(Path.of("recordings", name + ".txt.xz"));
            for (int end = 25; end < lines.size(); end += 11) {
                others = others.appendAll(unexplained(name + " to line " + end, lines.take(end)));
            }
        }
        assertEquals("", others.mkString("\n"));
    }

    /** Who truncates holds the pin itself, and another task drops it. */
    @Test
    void aPinIsDroppedWhileItsTaskWaitsForIt() throws IOException {
        Vector<String> others = Vector.empty();
        for (String name : Vector.of("6.1.192/s3a_ext4", "7.2.13/s3a_ext4", "6.1.192/s3b_xfs", "7.2.13/s3c_ext4")) {
            Vector<String> lines = lines(Path.of("recordings", name + ".txt.xz"));
            int waits = lines.indexWhere(line -> line.contains("step=start-kt-"));
            String main = task(lines.get(waits));
            String waiter = task(lines.find(line -> line.contains(": dax_layout_busy_page_range: "))
                    .get());
            Vector<String> swapped = lines.zipWithIndex()
                    .map(each -> each._2() < waits
                            ? each._1()
                            : renamed(renamed(each._1(), main, "kt-other-9999"), waiter, main));
            others = others.appendAll(unexplained(name, swapped));
        }
        assertEquals("", others.mkString("\n"));
    }

    private static String task(String line) {
        return line.trim().split(" ")[0];
    }

    private static String renamed(String line, String from, String to) {
        String pid = from.replaceAll(".*-", "");
        String other = to.replaceAll(".*-", "");
        return line.replace(from + " ", to + " ").replace("pid=" + pid + " ", "pid=" + other + " ");
    }

    /** What the explanation lacks; nothing where it is one. */
    Seq<String> unexplained(String what, Vector<String> lines) throws IOException {
        Path file = folder.resolve("other.txt");
        Files.write(file, lines.asJava());
        try {
            Recording recording = Recording.read(file, Recording.Counts.EXACT);
            Variant variant = Releases.variant(recording.kernel().get(), recording.isXfs())
                    .get();
            Answer answer = Observed.of(recording, variant, Settings.NONE).answer();
            return answer instanceof Explanation
                    ? Vector.empty()
                    : Vector.of(what + ": " + (answer instanceof Blockage blockage ? blockage.at() : answer));
        } catch (pagelife.specs.ftrace.TraceException e) {
            return e.getMessage().contains("is about no page")
                    ? Vector.empty()
                    : Vector.of(what + ": " + e.getMessage());
        }
    }

    private static Vector<String> each(
            Vector<String> lines, String pattern, java.util.function.Function<MatchResult, String> how) {
        Pattern found = Pattern.compile(pattern);
        return lines.map(
                line -> line.startsWith("#") ? line : found.matcher(line).replaceAll(how));
    }

    /** All frames 0x1000 further on, {@code struct page} with them. */
    private static String moved(String line) {
        String frames = FRAME.matcher(line)
                .replaceAll(found -> "0x" + (found.group(1) == null ? "" : found.group(1))
                        + Long.toHexString(Long.parseLong(found.group(2), 16) + 0x1000));
        return PAGE.matcher(frames)
                .replaceAll(found ->
                        "0xffffea0001" + String.format("%06x", Long.parseLong(found.group(1), 16) + 0x1000 * 64));
    }

    private static Vector<String> lines(Path file) throws IOException {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new XZInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return Vector.ofAll(in.lines());
        }
    }
}
