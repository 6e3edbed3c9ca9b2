package pagelife.checker.engine.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Counts of different values against those of a set. */
class DistinctTest {
    private static final int VALUES = 64;

    private static long[] of(long... words) {
        return words;
    }

    private static Set<Long> masked(long[] states, long mask) {
        return Arrays.stream(states).map(state -> state & mask).boxed().collect(Collectors.toSet());
    }

    /* So many states are looked at all. */
    @Property(seed = "1")
    @Label("few values are counted exactly, seed 1")
    void fewValuesAreCountedExactly(@ForAll("few") long[] states, @ForAll @LongRange(min = 0) long mask) {
        Distinct distinct = new Distinct(VALUES);
        int expected = masked(states, mask).size();
        assertEquals(expected, distinct.count(states, of(mask)));
        assertEquals(states.length == 0 ? 1 : (double) expected / states.length, distinct.share(states, of(mask)));
        assertEquals(expected, distinct.count(states, of(mask)), "the table may be used again");
    }

    @Property(seed = "2")
    @Label("the same state with another mark is another value, seed 2")
    void theSameStateWithAnotherMarkIsAnotherValue(@ForAll("few") long[] states) {
        int[] marks = IntStream.range(0, states.length).map(i -> i % 3).toArray();
        Set<List<Long>> expected = new HashSet<>();
        for (int i = 0; i < states.length; i++) {
            expected.add(List.of(states[i] & 7, (long) marks[i]));
        }
        double share = new Distinct(VALUES).share(states, marks, of(7));
        assertEquals(states.length == 0 ? 1 : (double) expected.size() / states.length, share);
    }

    /* A first word of 8 values beside a second one of 3, and bits of both that do not count. */
    @Test
    void statesOfTwoWordsAreCountedByBoth() {
        long[] states = new long[2 * 240];
        for (int i = 0; i < 240; i++) {
            states[2 * i] = i % 8 | (long) i << 40;
            states[2 * i + 1] = (long) (i % 3) << 60 | i;
        }
        long[] mask = {7, 3L << 60};
        assertEquals(24, new Distinct(1 << 8).count(states, mask));
        assertEquals(24.0 / 240, new Distinct(1 << 8).share(states, mask));
        assertEquals(states.length, new Distinct(1 << 8).sample(states, mask).length);
    }

    @Provide
    Arbitrary<long[]> few() {
        Arbitrary<Long> near = Arbitraries.longs().between(0, 20);
        return Arbitraries.oneOf(near, Arbitraries.longs()).array(long[].class).ofMaxSize(VALUES);
    }

    /* 4 places for each value, half of them to be taken. */
    @Test
    void ofVeryManyValuesTheCountIsAtLeastTwiceWhatWasAskedFor() {
        long[] states = LongStream.range(0, 10_000).toArray();
        assertEquals(2 * VALUES, new Distinct(VALUES).count(states, of(-1L)));
    }

    @Test
    void theCountEndsWhereItIsToldTo() {
        long[] states = LongStream.range(0, 50).toArray();
        assertEquals(10, new Distinct(VALUES).count(states, of(-1L), 10));
        assertEquals(50, new Distinct(VALUES).count(states, of(-1L), 51));
    }

    /* 2^20 states, 16 of each value: from about 8,192 of them. */
    @Test
    void theShareOfManyIsEstimated() {
        long[] states = LongStream.range(0, 1 << 20).toArray();
        assertEquals(1.0 / 16, new Distinct(1 << 13).share(states, of(~15L)), 0.001);
    }

    @Test
    void aSampleHasAllStatesOfAValueOrNone() {
        long[] states = LongStream.range(0, 1 << 16).toArray();
        long[] sample = new Distinct(1 << 10).sample(states, of(~31L));
        Map<Long, Long> sizes = new HashMap<>(Arrays.stream(sample)
                .map(state -> state & ~31L)
                .boxed()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())));
        assertEquals(Set.of(32L), Set.copyOf(sizes.values()));
        assertTrue(500 < sample.length && sample.length < 2_000, "about 1,024: " + sample.length);
    }

    @Test
    void aSampleOfFewIsAllOfThem() {
        long[] states = LongStream.range(0, 100).toArray();
        assertEquals(100, new Distinct(128).sample(states, of(-1L)).length);
    }
}
