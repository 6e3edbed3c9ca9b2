package pagelife.specs.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vavr.collection.Seq;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pagelife.checker.observe.Answer;
import pagelife.checker.observe.Blockage;
import pagelife.checker.observe.Explanation;
import pagelife.models.Settings;
import pagelife.models.Variant;

/**
 * Every sequential recording of FS-DAX put to the variant that stands for its kernel, with exact counts. Those of
 * threads under stress are asked for where the page that shows them is compared.
 */
class RecordingsTest {
    private static final Path RECORDINGS = Path.of("recordings");

    /** The recording, what came out, how many observations, steps seen and inferred, and the claims that are broken. */
    private static final String ANSWERS = """
            6.1.192/s1_ext4            | explained 104 = 12 + 62
            6.1.192/s1_ext4_stack      | explained 96 = 12 + 62
            6.1.192/s1_xfs             | explained 96 = 12 + 62
            6.1.192/s2_ext4            | explained 292 = 54 + 71
            6.1.192/s2_ext4_stack      | explained 290 = 54 + 71
            6.1.192/s2_xfs             | explained 291 = 53 + 71
            6.1.192/s3a_ext4           | explained 92 = 12 + 53
            6.1.192/s3a_ext4_stack     | explained 86 = 12 + 53
            6.1.192/s3a_munmap_ext4    | explained 69 = 11 + 28, breaks INV-4 at 74
            6.1.192/s3a_refault_ext4   | explained 127 = 18 + 83
            6.1.192/s3a_refault_xfs    | explained 132 = 18 + 83
            6.1.192/s3a_signal_ext4    | explained 92 = 12 + 39
            6.1.192/s3a_two_ext4       | explained 113 = 16 + 69
            6.1.192/s3a_xfs            | explained 87 = 12 + 53
            6.1.192/s3b_ext4           | explained 90 = 14 + 53
            6.1.192/s3b_ext4_stack     | explained 90 = 14 + 53
            6.1.192/s3b_munmap_ext4    | explained 73 = 11 + 28, breaks INV-4 at 73
            6.1.192/s3b_munmap_xfs     | explained 73 = 11 + 28, breaks INV-4 at 72
            6.1.192/s3b_xfs            | explained 90 = 14 + 53
            6.1.192/s3c_ext4           | explained 104 = 11 + 51
            6.1.192/s3c_ext4_stack     | explained 104 = 11 + 51
            6.1.192/s3c_xfs            | explained 105 = 11 + 51
            6.1.192/s3d_ext4           | explained 164 = 16 + 63, breaks LTL-1' at 119
            6.1.192/s3d_ext4_stack     | explained 155 = 16 + 63, breaks LTL-1' at 134
            6.1.192/s4a_ext4           | explained 134 = 9 + 22
            6.1.192/s4b_ext4           | explained 93 = 5 + 33, breaks INV-2 at 98
            6.1.192/s4c_ext4           | explained 148 = 11 + 25, breaks INV-3 at 180
            6.1.192/s4d_ext4           | explained 92 = 7 + 24, breaks INV-2 at 100, INV-3 at 100
            6.1.192/s7_ext4            | explained 96 = 9 + 15, breaks INV-4 at 69
            6.1.192/s7_ext4_stack      | explained 84 = 9 + 15, breaks INV-4 at 77
            6.1.192/s7_xfs             | explained 5507 = 9 + 15, breaks INV-4 at 73
            7.2.13/s1_ext4             | explained 137 = 30 + 80
            7.2.13/s1_ext4_stack       | explained 129 = 30 + 80
            7.2.13/s2_ext4             | explained 297 = 60 + 59
            7.2.13/s2_ext4_stack       | explained 291 = 60 + 59
            7.2.13/s3a_ext4            | explained 97 = 18 + 53
            7.2.13/s3a_ext4_stack      | explained 97 = 18 + 53
            7.2.13/s3a_munmap_ext4     | explained 88 = 18 + 48
            7.2.13/s3a_refault_ext4    | explained 143 = 28 + 64, breaks LTL-1p at 109
            7.2.13/s3a_signal_ext4     | explained 109 = 21 + 40
            7.2.13/s3b_ext4            | explained 98 = 19 + 54
            7.2.13/s3b_ext4_stack      | explained 98 = 19 + 54
            7.2.13/s3b_munmap_ext4     | explained 88 = 18 + 48
            7.2.13/s3c_ext4            | explained 113 = 18 + 51
            7.2.13/s3d_ext4            | explained 141 = 19 + 53
            7.2.13/s4a_ext4            | explained 149 = 16 + 25
            7.2.13/s4b_ext4            | explained 86 = 9 + 17, breaks INV-2 at 112
            7.2.13/s4c_ext4            | explained 264 = 19 + 32
            7.2.13/s4d_ext4            | explained 103 = 10 + 19, breaks INV-2 at 118, INV-3 at 118
            7.2.13/s7_ext4             | explained 81 = 13 + 22
            7.2.13/s7_ext4_stack       | explained 77 = 13 + 22
            """;

    record Pinned(String file, String answer) {
        static Pinned of(String line) {
            String[] parts = line.split("\\s+\\| ", 2);
            return new Pinned(parts[0].strip(), parts[1].strip());
        }

        @Override
        public String toString() {
            return file;
        }
    }

    static Stream<Pinned> answers() {
        return ANSWERS.lines().map(Pinned::of);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void itIsExplainedOrBlockedAsBefore(Pinned pinned) {
        assertEquals(pinned.answer(), answer(pinned.file()));
    }

    /** It can be read only once, and is read twice. */
    @Test
    void aPipeIsReadAsAFileIs(@TempDir Path folder) throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        Path file = RECORDINGS.resolve("6.1.192/s3a_ext4.txt.xz");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "no mkfifo here");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        Thread writer = new Thread(() -> {
            try {
                try (OutputStream out = new FileOutputStream(pipe.toFile())) {
                    Files.copy(file, out);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        writer.start();
        assertEquals(answer(file), answer(pipe));
        writer.join();
    }

    private static String answer(String name) {
        return answer(RECORDINGS.resolve(name + ".txt.xz"));
    }

    private static String answer(Path file) {
        Recording recording = Recording.read(file, Recording.Counts.EXACT);
        Variant variant =
                Releases.variant(recording.kernel().get(), recording.isXfs()).get();
        return answer(Observed.of(recording, variant, Settings.NONE));
    }

    private static String answer(Observed observed) {
        Answer answer = observed.answer();
        if (answer instanceof Blockage blockage) {
            return "blocked at " + blockage.at();
        }
        Explanation run = (Explanation) answer;
        Seq<String> broken = observed.broken()
                .map(one -> one.claim().id() + " at " + one.at().get().line());
        return "explained " + run.explained() + " = " + run.stepsSeen() + " + " + run.stepsInferred()
                + (observed.outside() == 0 ? "" : " but for " + observed.outside())
                + (broken.isEmpty() ? "" : ", breaks " + broken.mkString(", "));
    }
}
