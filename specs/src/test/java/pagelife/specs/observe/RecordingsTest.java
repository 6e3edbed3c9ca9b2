package pagelife.specs.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.Seq;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pagelife.checker.observe.Answer;
import pagelife.checker.observe.Blockage;
import pagelife.checker.observe.Explanation;
import pagelife.models.Settings;
import pagelife.models.Variant;

/**
 * Every sequential recording of FS-DAX, and two of four threads under stress with exact counts, put to the variant that
 * stands for its kernel.
 */
class RecordingsTest {
    private static final Path RECORDINGS = Path.of("recordings");

    /** The recording, what came out, how many observations, steps seen and inferred, and the claims that are broken. */
    private static final String ANSWERS = """
            6.1.192/s1_ext4            | explained 102 = 12 + 57
            6.1.192/s1_ext4_stack      | explained 94 = 12 + 57
            6.1.192/s1_xfs             | explained 93 = 12 + 57
            6.1.192/s2_ext4            | explained 286 = 52 + 71 but for 2
            6.1.192/s2_ext4_stack      | explained 284 = 52 + 71 but for 2
            6.1.192/s2_xfs             | explained 278 = 47 + 70 but for 6
            6.1.192/s3a_ext4           | explained 87 = 12 + 48
            6.1.192/s3a_ext4_stack     | explained 81 = 12 + 48
            6.1.192/s3a_munmap_ext4    | explained 67 = 11 + 23, breaks INV-4 at 74
            6.1.192/s3a_refault_ext4   | explained 122 = 18 + 78
            6.1.192/s3a_refault_xfs    | explained 126 = 18 + 78
            6.1.192/s3a_signal_ext4    | explained 89 = 12 + 39
            6.1.192/s3a_two_ext4       | explained 108 = 16 + 64
            6.1.192/s3a_xfs            | explained 81 = 12 + 48
            6.1.192/s3b_ext4           | blocked at 120 kt-main-114 insert
            6.1.192/s3b_ext4_stack     | blocked at 145 kt-main-114 insert
            6.1.192/s3b_munmap_ext4    | explained 71 = 11 + 23, breaks INV-4 at 73
            6.1.192/s3b_munmap_xfs     | explained 70 = 11 + 23, breaks INV-4 at 72
            6.1.192/s3b_xfs            | blocked at 116 kt-main-122 insert
            6.1.192/s3c_ext4           | explained 98 = 11 + 46
            6.1.192/s3c_ext4_stack     | explained 98 = 11 + 46
            6.1.192/s3c_xfs            | explained 98 = 11 + 46
            6.1.192/s3d_ext4           | explained 157 = 16 + 58, breaks LTL-1' at 119
            6.1.192/s3d_ext4_stack     | explained 148 = 16 + 58, breaks LTL-1' at 134
            6.1.192/s4a_ext4           | explained 95 = 5 + 21 but for 9
            6.1.192/s4b_ext4           | explained 89 = 5 + 33, breaks INV-2 at 98
            6.1.192/s4c_ext4           | explained 105 = 7 + 24 but for 5, breaks INV-3 at 180
            6.1.192/s4d_ext4           | explained 87 = 7 + 24, breaks INV-2 at 100, INV-3 at 100
            6.1.192/s7_ext4            | explained 95 = 9 + 15, breaks INV-4 at 69
            6.1.192/s7_ext4_stack      | explained 83 = 9 + 15, breaks INV-4 at 77
            7.2.13/s1_ext4             | explained 134 = 29 + 72
            7.2.13/s1_ext4_stack       | explained 126 = 29 + 72
            7.2.13/s2_ext4             | explained 291 = 58 + 59 but for 2
            7.2.13/s2_ext4_stack       | explained 285 = 58 + 59 but for 2
            7.2.13/s3a_ext4            | explained 91 = 17 + 45
            7.2.13/s3a_ext4_stack      | explained 91 = 17 + 45
            7.2.13/s3a_munmap_ext4     | explained 82 = 17 + 40
            7.2.13/s3a_refault_ext4    | explained 137 = 27 + 56, breaks LTL-1p at 109
            7.2.13/s3a_signal_ext4     | explained 106 = 21 + 40
            7.2.13/s3b_ext4            | explained 91 = 17 + 45
            7.2.13/s3b_ext4_stack      | explained 91 = 17 + 45
            7.2.13/s3b_munmap_ext4     | explained 82 = 17 + 40
            7.2.13/s3c_ext4            | explained 106 = 17 + 43
            7.2.13/s3d_ext4            | explained 134 = 18 + 45
            7.2.13/s4a_ext4            | explained 108 = 11 + 21 but for 13
            7.2.13/s4b_ext4            | explained 82 = 9 + 17, breaks INV-2 at 112
            7.2.13/s4c_ext4            | explained 196 = 13 + 23 but for 5
            7.2.13/s4d_ext4            | explained 98 = 10 + 19, breaks INV-2 at 118, INV-3 at 118
            7.2.13/s7_ext4             | explained 76 = 13 + 19
            7.2.13/s7_ext4_stack       | explained 72 = 13 + 19
            stress/6.1.192/s6c_ext4    | explained 49985 = 10426 + 30616
            stress/7.2.13/s6c_ext4     | explained 57778 = 16851 + 27862
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

    private static String answer(String name) {
        Recording recording = Recording.read(RECORDINGS.resolve(name + ".txt.xz"), Recording.Counts.EXACT);
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
