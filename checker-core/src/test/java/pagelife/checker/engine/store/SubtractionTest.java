package pagelife.checker.engine.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pagelife.checker.engine.pack.RadixSort;

/** What is new among candidates, and the runs of what is known. */
class SubtractionTest {
    private static final RunFile.Medium MEDIUM = new RunFile.Medium(Disk.REAL, 7);

    @TempDir
    private Path folder;

    private final Random random = new Random(1);
    private int files;

    /** A sorted run of states whose last words are below a bound; half of the first words are negative. */
    private long[] states(int count, int words, int bound) {
        long[] all = new long[count * words];
        for (int i = 0; i < count; i++) {
            all[i * words] = random.nextInt(2) * Long.MIN_VALUE + (words == 1 ? random.nextInt(bound) : 0);
            all[i * words + words - 1] += words == 1 ? 0 : random.nextInt(bound);
        }
        return RadixSort.sort(all, words, 0);
    }

    private RunFile file(long[] sorted, int words) {
        return MEDIUM.write(folder.resolve("level0-" + files++ + ".run"), words, sorted);
    }

    private static TreeSet<long[]> set(List<long[]> runs, int words) {
        TreeSet<long[]> set = new TreeSet<>(Arrays::compareUnsigned);
        runs.forEach(run -> IntStream.range(0, run.length / words)
                .forEach(i -> set.add(Arrays.copyOfRange(run, i * words, (i + 1) * words))));
        return set;
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 2", "1, 5", "2, 1", "2, 3", "3, 7"})
    void theRangesTogetherAreWhatIsNewInOrderAndOnce(int words, int ranges) {
        List<long[]> candidates =
                Stream.generate(() -> states(20_000, words, 40_000)).limit(3).toList();
        List<long[]> known = Stream.of(30_000, 9_000, 1, 300)
                .map(count -> states(count, words, 50_000))
                .toList();
        Subtraction subtraction = new Subtraction(
                candidates.stream().map(run -> file(run, words)).toList(),
                known.stream().map(run -> file(run, words)).toList(),
                words,
                ranges,
                1);
        assertEquals(ranges, subtraction.ranges());
        List<long[]> found = new ArrayList<>();
        for (int range = 0; range < ranges; range++) {
            int each = range;
            RunFile part = MEDIUM.write(
                    folder.resolve("level1-" + range + ".run"), words, writer -> subtraction.write(each, writer));
            try (RunFile.Reader reader = part.reader()) {
                for (; reader.has(); reader.next()) {
                    found.add(Arrays.copyOfRange(reader.packed(), reader.offset(), reader.offset() + words));
                }
            }
        }
        TreeSet<long[]> expected = set(candidates, words);
        expected.removeAll(set(known, words));
        assertTrue(expected.size() > 10_000);
        assertArrayEquals(expected.toArray(), found.toArray());
    }

    @Test
    void whatIsKnownStaysInAFewRunsWhoseFilesAreRemovedWithThem() throws Exception {
        Levels levels = new Levels(1);
        try (Scratch scratch = Scratch.temporary(Disk.REAL, folder.resolve("scratch"))) {
            Known known = new Known(levels, scratch);
            long all = 0;
            for (int level = 0; level < 100; level++) {
                long[] states = {level, level + 1_000, level + 2_000};
                known.add(List.of(file(states, 1)));
                known.tidy();
                all += states.length;
                assertEquals(
                        all, known.runs().stream().mapToLong(RunFile::states).sum());
                assertTrue(known.runs().size() <= 7, known.runs().size() + " runs after level " + level);
            }
            known.files().forEach(kept -> assertTrue(Files.exists(kept)));
            assertTrue(known.bytes() < 8 * 300 * 7, known.bytes() + " bytes");
            Path one = known.files().get(0);
            known.clear();
            assertEquals(List.of(), known.runs());
            assertTrue(Files.notExists(one));
        }
    }
}
