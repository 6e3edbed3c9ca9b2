package pagelife.checker.engine.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sorting the states of a level in their places. */
class LevelSorterTest {
    private static final List<Levels.Stretch> STRETCHES = List.of(
            new Levels.Stretch(0, 4_000, 4_096), new Levels.Stretch(1, 0, 100), new Levels.Stretch(1, 200, 300));

    /** 4,400 states of so many words, the last first, each word telling its state and its place in it. */
    private static Levels descending(int words) {
        Levels levels = new Levels(words);
        Appender appender = new Appender(levels);
        for (int number = 4_399; number >= 0; number--) {
            appender.append(state(number, words), 0);
        }
        return levels;
    }

    private static long[] state(int number, int words) {
        long[] state = new long[words];
        for (int word = 0; word < words; word++) {
            state[word] = number * 10L + word;
        }
        return state;
    }

    /*
     * Stretches (0, 4000..4096), (1, 0..100) and (1, 200..300) of the numbers 4,399 down: 399..304, 303..204, 103..4.
     */
    private static int numberAt(int position) {
        return position < 96 ? 399 - position : position < 196 ? 303 - (position - 96) : 103 - (position - 196);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void statesOfAnyWidthAreGatheredWhole(int words) {
        long[] gathered = new LevelSorter(descending(words)).gathered(STRETCHES);
        assertEquals(296 * words, gathered.length);
        for (int position = 0; position < 296; position++) {
            assertArrayEquals(state(numberAt(position), words), at(gathered, position, words));
        }
    }

    @Test
    void statesAreSortedInTheirPlaces() {
        Levels levels = descending(1);
        LevelSorter sorter = new LevelSorter(levels);
        sorter.sort(STRETCHES, 0);
        long[] sorted = sorter.gathered(STRETCHES);
        for (int position = 0; position < 296; position++) {
            assertArrayEquals(state(numberAt(295 - position), 1), at(sorted, position, 1));
        }
        requireTheRestLeftAlone(levels);
    }

    private static void requireTheRestLeftAlone(Levels levels) {
        int words = levels.words();
        assertArrayEquals(state(203, words), at(levels.chunk(1), 100, words), "what lies between is left alone");
        assertArrayEquals(state(104, words), at(levels.chunk(1), 199, words), "what lies between is left alone");
    }

    /* Numbers that agree but for their lowest 5 bits are 32 neighbours times 10 apart: up to 4 of them. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7})
    void wideStatesThatDifferInTheirLowestBitsOnlyComeToLieSideBySide(int words) {
        Levels levels = new Levels(words);
        Appender appender = new Appender(levels);
        Random random = new Random(1);
        for (int i = 0; i < 4_400; i++) {
            long[] state = new long[words];
            state[0] = random.nextInt(1 << 8);
            state[words - 1] |= (long) random.nextInt(4) << 62;
            appender.append(state, 0);
        }
        LevelSorter sorter = new LevelSorter(levels);
        List<String> before = texts(sorter.gathered(STRETCHES), words, 0);
        sorter.sort(STRETCHES, 5);
        List<String> after = texts(sorter.gathered(STRETCHES), words, 0);
        assertEquals(before.stream().sorted().toList(), after.stream().sorted().toList(), "the same states");
        List<String> groups = texts(sorter.gathered(STRETCHES), words, 5);
        long runs = IntStream.range(0, groups.size())
                .filter(i -> i == 0 || !groups.get(i).equals(groups.get(i - 1)))
                .count();
        assertEquals(groups.stream().distinct().count(), runs);
    }

    /** The states of which so many low bits do not count. */
    private static List<String> texts(long[] states, int words, int lowest) {
        return IntStream.range(0, states.length / words)
                .mapToObj(position -> {
                    long[] state = at(states, position, words);
                    state[0] = state[0] >>> lowest << lowest;
                    return Arrays.toString(state);
                })
                .toList();
    }

    private static long[] at(long[] states, int position, int words) {
        return Arrays.copyOfRange(states, position * words, (position + 1) * words);
    }

    @Test
    void aLevelIsCutIntoRunsAndASmallRestIsLeftOut() {
        assertEquals(List.of(STRETCHES.subList(0, 2), STRETCHES.subList(2, 3)), LevelSorter.runs(STRETCHES, 196, 100));
        assertEquals(List.of(STRETCHES.subList(0, 2)), LevelSorter.runs(STRETCHES, 196, 101));
        assertEquals(List.of(STRETCHES), LevelSorter.runs(STRETCHES, 197, 0));
    }
}
