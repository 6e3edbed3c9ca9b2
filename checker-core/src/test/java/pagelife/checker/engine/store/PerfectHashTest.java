package pagelife.checker.engine.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PerfectHashTest {
    private static PerfectHash of(long[] hashes) {
        return new PerfectHash(hashes.length, consumer -> Arrays.stream(hashes).forEach(consumer));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 15, 16, 17, 1_000, 300_000})
    void eachHashHasARankOfItsOwn(int count) {
        long[] hashes = new Random(count).longs().distinct().limit(count).toArray();
        PerfectHash perfect = of(hashes);
        BitSet ranks = new BitSet();
        Arrays.stream(hashes).forEach(hash -> ranks.set(perfect.rank(hash)));
        assertEquals(count, ranks.cardinality());
        assertEquals(count, ranks.length());
    }

    @Test
    void hashesThatAreThereTwiceHaveNoneAndTheOthersDo() {
        long[] once =
                LongStream.range(1, 2_000).map(i -> i * 0x9e3779b97f4a7c15L).toArray();
        long[] hashes = LongStream.concat(
                        Arrays.stream(once), Arrays.stream(once).limit(3))
                .toArray();
        PerfectHash perfect = of(hashes);
        assertTrue(Arrays.stream(once).limit(3).allMatch(hash -> perfect.rank(hash) == PerfectHash.NONE));
        assertEquals(
                once.length - 3,
                Arrays.stream(once).skip(3).map(perfect::rank).distinct().count());
    }
}
