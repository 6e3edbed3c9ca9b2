package pagelife.checker.engine.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What is folded is the same when it is unfolded. */
class FoldedStatesTest {
    /** Groups of random sizes whose far bits, of as many bits as {@code width}, differ. */
    private static long[] groups(Random random, int groups, int words, int nearBits, int width) {
        return random.ints(groups, 1, 200)
                .boxed()
                .flatMapToLong(size -> {
                    long[] first =
                            random.longs(words).map(word -> word >>> 64 - width).toArray();
                    long[] group = new long[size * words];
                    for (int i = 0; i < size; i++) {
                        System.arraycopy(first, 0, group, i * words, words);
                        group[i * words] ^= random.nextInt(1 << nearBits);
                    }
                    return java.util.Arrays.stream(group);
                })
                .toArray();
    }

    @Property(tries = 300, seed = "1")
    @Label("states come back as they were, in their order, seed 1")
    void statesComeBackAsTheyWere(
            @ForAll int seed,
            @ForAll @IntRange(max = 30) int groups,
            @ForAll @IntRange(min = 1, max = 4) int words,
            @ForAll @IntRange(min = 1, max = 20) int nearBits,
            @ForAll @IntRange(min = 1, max = 64) int width) {
        long[] states = groups(new Random(seed), groups, words, nearBits, width);
        FoldedStates folded = new FoldedStates(states, words, nearBits);
        assertEquals(states.length / words, folded.size());
        assertArrayEquals(states, folded.unfolded());
    }

    /* 640 states in 10 groups of 64, each of which takes 6 bits, 32 far bits and 64 times 4 near bits. */
    @Test
    void aGroupTakesItsFarBitsOnce() {
        long[] states = new long[640];
        for (int i = 0; i < states.length; i++) {
            states[i] = (1L << 31 | i / 64) << 4 ^ i % 16;
        }
        assertEquals((10 * (6 + 32 + 64 * 4) + 63) / 64 * 8, new FoldedStates(states, 1, 4).bytes());
    }

    @Test
    void statesThatShareNothingTakeLittleMore() {
        long[] states = new Random(1).longs(1_000).toArray();
        assertTrue(new FoldedStates(states, 1, 1).bytes() < 1.1 * 8 * states.length + 8);
    }
}
