package pagelife.checker.engine.store;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pagelife.checker.engine.code.Runaway;

/** A table that nobody grows fills up in the end: no state is looked for forever. */
class FullSegmentTest {
    private static final int BLOCK = 1_000;
    private static final int MOST_BLOCKS = 20_000;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 0, -2})
    void aFullSegmentEndsTheSearchInsteadOfBeingProbedForEver(int words) {
        Levels levels = new Levels(Math.max(1, Math.abs(words)));
        Store store = store(words, levels);
        Store.Inserter inserter = store.inserter(new Appender(levels));
        assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> assertThrows(Runaway.class, () -> flood(inserter, levels.words())));
    }

    /** With clusters for so many words less than none, and for none. */
    private static Store store(int words, Levels levels) {
        if (words <= 0) {
            return new ClusterStore(levels.words(), 3);
        }
        return words == 1 ? new NarrowStore() : new WideStore(levels);
    }

    private static void flood(Store.Inserter inserter, int words) {
        int[] fresh = new int[BLOCK];
        for (long block = 0; block < MOST_BLOCKS; block++) {
            long[] states = new long[BLOCK * words];
            for (int i = 0; i < BLOCK; i++) {
                states[i * words] = (block * BLOCK + i) << 3;
            }
            inserter.addAll(states, BLOCK, fresh);
        }
    }
}
