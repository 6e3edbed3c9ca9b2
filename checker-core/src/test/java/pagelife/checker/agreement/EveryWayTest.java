package pagelife.checker.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.base.Stopwatch;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import pagelife.checker.naive.Agreement;
import pagelife.checker.naive.Configuration;
import pagelife.checker.search.Options;

/**
 * Random models under every combination of options against the oracle. Model {@code n} is made of the numbers that the
 * seed {@code n} gives, so that a disagreement, which names its seed, is met again at once.
 */
class EveryWayTest {
    /** How many models the long run has: {@code -Dsoak.models=N}. */
    private static final int MODELS = Integer.getInteger("soak.models", 1_000_000);

    /** The first of its seeds, for whoever wants other models: {@code -Dsoak.seed=N}. */
    private static final int SEED = Integer.getInteger("soak.seed", 1);

    /** One model in so many goes through files as well, which takes a hundred times as long. */
    private static final int FILES_EVERY = 500;

    /** With the numbers of jqwik's own suites. */
    private static final int NUMBERS = 600;

    private static Construction model(int seed) {
        List<Integer> numbers =
                new Random(seed).ints(NUMBERS, 0, 100_000).boxed().toList();
        return new Construction(Roller.roll(Dice.of(numbers)));
    }

    private static void agree(int seed, Vector<Configuration> ways) {
        try {
            Construction built = model(seed);
            Agreement agreement = new Agreement(built.model(), built.properties());
            ways.forEach(agreement::require);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
    }

    private static void agreeInFiles(int seed) throws IOException {
        Path folder = Files.createTempDirectory("pagelife-test");
        try {
            Vector<Configuration> ways = Ways.inFiles(folder);
            agree(seed, Vector.of(ways.get(Math.floorMod(seed / FILES_EVERY, ways.size()))));
        } finally {
            MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
        }
    }

    @Test
    void everyCombinationIsAmongTheWays(@TempDir Path folder) {
        assertEquals(48, Ways.inMemory().map(Configuration::name).distinct().size());
        assertEquals(
                108, Ways.inFiles(folder).map(Configuration::name).distinct().size());
    }

    /** Of an option with four values and three with three: 3 times 12 and 3 times 9 pairs of values. */
    @Test
    void everyPairOfOptionsIsAmongTheWaysThroughFiles(@TempDir Path folder) {
        Vector<Vector<Object>> values = Ways.pairsInFiles(folder).map(EveryWayTest::values);
        assertEquals(12, values.size());
        assertEquals(
                63,
                Vector.range(0, 4)
                        .combinations(2)
                        .map(two ->
                                values.map(way -> two.map(way::get)).distinct().size())
                        .sum()
                        .intValue());
    }

    private static Vector<Object> values(Configuration way) {
        Options options = way.options();
        boolean disk = options.storage().scratch().isDefined();
        boolean checkpoints = options.storage().checkpoint().isDefined();
        return Vector.of(options.grouping(), options.auditEvery(), options.threads(), disk + " " + checkpoints);
    }

    @Test
    void everyWayAgreesWithTheNaiveSearch() {
        for (int seed = 1; seed <= 6; seed++) {
            agree(seed, Ways.inMemory());
        }
    }

    @Test
    void everyPairOfOptionsThroughFilesAgreesWithTheNaiveSearch(@TempDir Path folder) {
        agree(7, Ways.pairsInFiles(folder));
    }

    /**
     * Each model in one of the ways; neighbours in different ones. Tells how many models there were, and how long it
     * took.
     */
    @Test
    @Tag("soak")
    void aMillionModelsAgree(TestReporter reporter) throws IOException {
        Vector<Configuration> ways = Ways.inMemory();
        Stopwatch running = Stopwatch.createStarted();
        for (int i = 0; i < MODELS; i++) {
            agree(SEED + i, Vector.of(ways.get(i % ways.size())));
            if (i % FILES_EVERY == 0) {
                agreeInFiles(SEED + i);
            }
            if ((i + 1) % 50_000 == 0 || i + 1 == MODELS) {
                reporter.publishEntry("models that agree", (i + 1) + " in " + running.elapsed(TimeUnit.SECONDS) + " s");
            }
        }
    }
}
