package pagelife.checker.engine.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pagelife.checker.engine.pack.RadixSort;

/** Sorting packed states, and keeping them in files. */
class SortedRunTest {
    private static final RunFile.Medium MEDIUM = new RunFile.Medium(Disk.REAL, 7);

    /** The states as lists, sorted as unsigned numbers, the first word the most significant. */
    private static List<long[]> sorted(long[] records, int words) {
        List<long[]> states = new ArrayList<>();
        for (int at = 0; at + words <= records.length; at += words) {
            states.add(Arrays.copyOfRange(records, at, at + words));
        }
        states.sort(Arrays::compareUnsigned);
        return states;
    }

    private static long[] flat(List<long[]> states) {
        return states.stream().flatMapToLong(Arrays::stream).toArray();
    }

    @Property(seed = "1")
    @Label("the radix sort sorts as a comparison sort does, seed 1")
    void theRadixSortSortsAsAComparisonSortDoes(
            @ForAll("records") long[] records, @ForAll @IntRange(min = 1, max = 4) int words) {
        long[] whole = Arrays.copyOf(records, records.length / words * words);
        assertArrayEquals(flat(sorted(whole, words)), RadixSort.sort(whole.clone(), words, 0));
    }

    @Property(seed = "1")
    @Label("bits below the lowest do not count, seed 1")
    void bitsBelowTheLowestDoNotCount(@ForAll("records") long[] records, @ForAll @IntRange(max = 8) int lowest) {
        long[] sorted = RadixSort.sort(records.clone(), 1, lowest);
        long[] kept = sorted.clone();
        Arrays.sort(kept);
        long[] all = records.clone();
        Arrays.sort(all);
        assertArrayEquals(all, kept, "the same states");
        assertTrue(IntStream.range(1, sorted.length)
                .allMatch(i -> Long.compareUnsigned(sorted[i - 1] >>> lowest, sorted[i] >>> lowest) <= 0));
    }

    @Provide
    Arbitrary<long[]> records() {
        Arbitrary<Long> few = Arbitraries.longs().between(-3, 3);
        return Arbitraries.oneOf(few, Arbitraries.longs()).array(long[].class).ofMaxSize(200);
    }

    /** So many states of so many words: i, 2 i, 3 i, ... */
    private static long[] states(int count, int words) {
        return IntStream.range(0, count)
                .boxed()
                .flatMapToLong(i -> IntStream.rangeClosed(1, words).mapToLong(w -> (long) w * i))
                .toArray();
    }

    /* A buffer has 8,192 words: fewer, just as many, and more, for states that fill it and that do not. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2_730, 2_731, 8_191, 8_192, 8_193, 20_000})
    void whatIsWrittenIsRead(int count, @TempDir Path folder) {
        for (int words = 1; words <= 3; words++) {
            long[] written = states(count, words);
            RunFile run = MEDIUM.write(folder.resolve("run" + words), words, written);
            assertEquals(count, run.states());
            long[] read = new long[written.length];
            int at = 0;
            try (RunFile.Reader reader = run.reader()) {
                for (; reader.has(); reader.next()) {
                    System.arraycopy(reader.packed(), reader.offset(), read, at, words);
                    at += words;
                }
            }
            assertEquals(written.length, at);
            assertArrayEquals(written, read);
        }
    }

    /* Looks for 0, 3, 6, ... in the even numbers below 40,000: every other one is there. */
    @Test
    void aReaderFindsStatesInOrder(@TempDir Path folder) {
        long[] even = IntStream.range(0, 20_000).mapToLong(i -> 2L * i).toArray();
        try (RunFile.Reader reader =
                MEDIUM.write(folder.resolve("even"), 1, even).reader()) {
            for (long sought = 0; sought < 39_998; sought += 3) {
                reader.seek(new long[] {sought}, 0);
                assertTrue(reader.has());
                assertEquals(sought + sought % 2, reader.packed()[reader.offset()]);
            }
            reader.seek(new long[] {39_999}, 0);
            assertFalse(reader.has());
        }
    }

    /* A level of 5,000 states in reverse order, in two chunks. */
    @Test
    void aLevelIsSortedInItsPlaces() {
        Levels levels = new Levels(1);
        Appender appender = new Appender(levels);
        for (long state = 5_000; state > 0; state--) {
            appender.append(new long[] {state}, 0);
        }
        List<Levels.Stretch> level = appender.drain();
        LevelSorter.runs(level, LevelSorter.RUN, 1).forEach(run -> new LevelSorter(levels).sort(run, 0));
        for (int i = 0; i < 5_000; i++) {
            assertEquals(i + 1, levels.chunkOf(i)[levels.offsetOf(i)]);
        }
    }

    /* 5,000 states: two runs of 4,096 and 904, or none where the last is not worth it. */
    @Test
    void aSmallLastRunMayBeLeftOut() {
        List<Levels.Stretch> level = List.of(new Levels.Stretch(0, 0, 4_096), new Levels.Stretch(1, 0, 904));
        assertEquals(2, LevelSorter.runs(level, 4_000, 1).size());
        assertEquals(1, LevelSorter.runs(level, 4_000, 1_000).size());
    }
}
