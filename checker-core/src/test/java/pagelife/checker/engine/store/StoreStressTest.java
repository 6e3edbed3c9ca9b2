package pagelife.checker.engine.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pagelife.checker.engine.walk.Together;

/**
 * Threads that insert the same states at the same time: each state is new to exactly one of them.
 *
 * <p>A stress test rather than jcstress: what has to hold is one sentence about thousands of keys, where jcstress
 * enumerates outcomes of a handful of reads; and a single lost compare-and-set shows here as a count that is not 1. The
 * threads start at a barrier and meet in few slots: the same keys, each thread in an order of its own, in small blocks,
 * for many rounds on a young store, where most insertions race.
 */
class StoreStressTest {
    private static final int THREADS = 4;
    private static final int ROUNDS = 150;
    private static final int KEYS = 2_000;
    private static final int BLOCK = 50;

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CLUSTERS_OF_MANY", "CLUSTERS_OF_TWO_WORDS_AND_MANY", "THIN_CLUSTERS_OF_MANY"}) // widened alone
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void eachStateIsNewToExactlyOneThread(Kind kind) throws Exception {
        long[] keys = IntStream.range(0, KEYS).mapToLong(key -> key).toArray();
        for (int round = 0; round < ROUNDS; round++) {
            hammer(kind, keys, round);
        }
    }

    private static void hammer(Kind kind, long[] keys, int round) throws Exception {
        int words = kind.words;
        Levels levels = new Levels(words);
        Store store = kind.store(levels);
        int[] news = new int[keys.length];
        int[] kept = new int[keys.length];
        List<Found> found = Together.run(THREADS, thread -> insert(store, levels, words, keys, 10L * round + thread));
        for (Found each : found) {
            each.news.forEach(key -> news[key]++);
            for (Levels.Stretch stretch : each.stretches) {
                for (int i = stretch.from(); i < stretch.to(); i++) {
                    kept[Arrays.binarySearch(keys, levels.chunk(stretch.chunk())[i * words])]++;
                }
            }
        }
        int[] once = new int[keys.length];
        Arrays.fill(once, 1);
        assertEquals(Arrays.toString(once), Arrays.toString(news), "how often each key was new, round " + round);
        assertEquals(Arrays.toString(once), Arrays.toString(kept), "how often each key was kept, round " + round);
        assertEquals(keys.length, store.size(), "size, round " + round);
    }

    private record Found(List<Integer> news, List<Levels.Stretch> stretches) {}

    private static Found insert(Store store, Levels levels, int words, long[] keys, long seed) {
        Appender appender = new Appender(levels);
        Store.Inserter inserter = store.inserter(appender);
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, keys.length).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        List<Integer> news = new ArrayList<>();
        int[] fresh = new int[BLOCK];
        long[] packed = new long[BLOCK * words];
        for (int from = 0; from < order.size(); from += BLOCK) {
            for (int i = 0; i < BLOCK; i++) {
                Arrays.fill(packed, i * words, (i + 1) * words, keys[order.get(from + i)]);
            }
            int count = inserter.addAll(packed, BLOCK, fresh);
            for (int i = 0; i < count; i++) {
                news.add(order.get(from + fresh[i]));
            }
        }
        return new Found(news, appender.drain());
    }
}
