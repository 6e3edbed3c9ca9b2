package pagelife.checker.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pagelife.checker.Checker;
import pagelife.checker.ltl.Assumptions;
import pagelife.checker.model.Fairness;
import pagelife.checker.property.Temporal;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Result;
import pagelife.checker.result.Verdict;

/**
 * Claims about runs where neither the visited set nor the graph fits into memory: every state and every edge lies in a
 * file, and the answers, counterexamples and blame are those of a search in memory.
 */
class RunsInFilesTest {
    /** What the graph takes in memory where it lies in files: bytes a state. */
    private static final int BYTES_PER_STATE = 14;

    /** With so many beats a graph has more states and edges than fit into a page. */
    private static final int BEATS = 60;

    @Provide
    Arbitrary<RandomModel> models() {
        return RandomModel.any();
    }

    @Provide
    Arbitrary<String> formulas() {
        return Arbitraries.of(RandomModel.FORMULAS.asJava());
    }

    @Provide
    Arbitrary<Option<String>> fairness() {
        return Arbitraries.of(
                Option.none(),
                Option.some("none"),
                Option.some("weak"),
                Option.some("strong"),
                Option.some("all=weak"),
                Option.some("none,a=strong"));
    }

    private static Options assuming(Option<String> fairness) {
        return fairness.map(text -> Options.DEFAULT.withFairness(
                        Assumptions.parse(text).getOrElseThrow(error -> new AssertionError(error))))
                .getOrElse(Options.DEFAULT);
    }

    private static Result check(RandomModel.Made made, String formula, Options options) {
        Temporal claim = Temporal.of("claim", "a claim", made.formula(formula));
        return Checker.check(made.model(), Vector.of(claim), options);
    }

    /** As much memory as the graph in files needs, and no byte more. */
    private static Options inFiles(Options options, long states, Path folder) {
        return options.withLimits(options.limits().withBytes(BYTES_PER_STATE * states))
                .withStorage(Storage.NONE.withScratch(folder));
    }

    @Property(tries = 300, seed = "1", edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void theAnswerIsThatOfASearchInMemory(
            @ForAll("models") RandomModel random,
            @ForAll("formulas") String formula,
            @ForAll("fairness") Option<String> fairness,
            @ForAll @IntRange(min = 1, max = 2) int threads)
            throws IOException {
        RandomModel.Made made = random.make(BEATS);
        Options options = assuming(fairness);
        Result memory = check(made, formula, options);
        Path folder = Files.createTempDirectory("pagelife-test");
        try {
            Options limited =
                    inFiles(options.withThreads(threads), memory.counts().states(), folder);
            Result files = check(made, formula, limited);
            assertEquals(memory.findings(), files.findings());
            assertEquals(memory.counts(), files.counts());
            Statistics.collect(memory.findings().get(0).verdict());
            try (var left = Files.list(folder)) {
                assertEquals(List.of(), left.toList(), "what is left in the folder");
            }
        } finally {
            MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
        }
        Statistics.coverage(verdicts -> {
            verdicts.check(Verdict.VIOLATED).percentage(share -> share > 10);
            verdicts.check(Verdict.HOLDS).percentage(share -> share > 5);
        });
    }

    @Property(tries = 100, seed = "2", edgeCases = EdgeCasesMode.NONE)
    void afterALimitOnDepthItIsThatOfASearchInMemoryAsWell(
            @ForAll("models") RandomModel random,
            @ForAll("formulas") String formula,
            @ForAll @IntRange(min = 1, max = 12) int depth)
            throws IOException {
        RandomModel.Made made = random.make(BEATS);
        Options options = Options.DEFAULT.withLimits(Limits.NONE.withDepth(depth));
        Result memory = check(made, formula, options);
        Path folder = Files.createTempDirectory("pagelife-test");
        try {
            Result files = check(made, formula, inFiles(options, memory.counts().states(), folder));
            assertEquals(memory.findings(), files.findings());
        } finally {
            MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
        }
    }

    /** A task that goes to and fro beside a clock. */
    private static RandomModel.Made plain() {
        RandomModel.Rule there = new RandomModel.Rule(0, 0, 0, 1, List.of(1), RandomModel.Kind.STEP);
        RandomModel.Rule back = new RandomModel.Rule(0, 1, 1, 0, List.of(0), RandomModel.Kind.STEP);
        return new RandomModel(List.of(there, back), List.of(Fairness.WEAK, Fairness.WEAK)).make(BEATS);
    }

    @Test
    void withAByteLessItIsUndecidedAndTheLimitIsNamed(@TempDir Path folder) {
        RandomModel.Made plain = plain();
        Result memory = check(plain, "[]<>p", Options.DEFAULT);
        long states = memory.counts().states();
        assertEquals(2 * BEATS, states);
        Options enough = inFiles(Options.DEFAULT, states, folder);
        assertEquals(memory.findings(), check(plain, "[]<>p", enough).findings());
        Options less = enough.withLimits(Limits.NONE.withBytes(BYTES_PER_STATE * states - 1));
        Finding undecided = check(plain, "[]<>p", less).findings().get(0);
        assertEquals(Verdict.UNDECIDED, undecided.verdict());
        assertTrue(undecided.remark().contains("the limit on memory was reached"), undecided.remark());
    }
}
