package pagelife.checker.engine.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import pagelife.checker.engine.walk.Together;

/** Lanes against a map. */
class LanesTest {
    private static final int MANY_BITS = 16;

    @Test
    void fewBitsAreTheirOwnLane() {
        Lanes lanes = new Lanes(12);
        assertEquals(4_096, lanes.count());
        for (int near = 0; near < 4_096; near++) {
            assertEquals(near, lanes.of(near, 4_096));
        }
        assertEquals(4_096, lanes.count());
    }

    @Property(seed = "1")
    @Label("many bits are numbered in the order they are met as long as there is room, seed 1")
    void manyBitsAreNumberedInTheOrderTheyAreMet(
            @ForAll @Size(max = 60) List<@IntRange(max = 40) Integer> values, @ForAll @IntRange(max = 50) int room) {
        Lanes lanes = new Lanes(MANY_BITS);
        Map<Integer, Integer> expected = new HashMap<>();
        for (int value : values) {
            if (expected.size() < room) {
                expected.putIfAbsent(value, expected.size());
            }
            assertEquals(expected.getOrDefault(value, Lanes.NONE), lanes.of(value, room));
            assertEquals(expected.size(), lanes.count());
        }
    }

    @Test
    void theLargestValueHasALane() {
        Lanes lanes = new Lanes(MANY_BITS);
        assertEquals(0, lanes.of((1 << MANY_BITS) - 1, 1));
        assertEquals(Lanes.NONE, lanes.of(0, 1));
        assertEquals(1, lanes.of(0, 2));
    }

    /* Four threads number the same 2,000 values, each in an order of its own. */
    @Test
    void threadsAgreeOnTheNumbers() throws Exception {
        for (int round = 0; round < 50; round++) {
            Lanes lanes = new Lanes(MANY_BITS);
            int seed = 10 * round;
            List<Map<Integer, Integer>> seen = Together.run(4, thread -> {
                Map<Integer, Integer> mine = new HashMap<>();
                new Random(seed + thread)
                        .ints(4_000, 0, 2_000)
                        .forEach(value -> mine.put(value, lanes.of(value, 2_000)));
                IntStream.range(0, 2_000).forEach(value -> mine.put(value, lanes.of(value, 2_000)));
                return mine;
            });
            seen.forEach(mine -> assertEquals(seen.get(0), mine));
            assertEquals(
                    IntStream.range(0, 2_000).boxed().toList(),
                    List.copyOf(new TreeSet<>(seen.get(0).values())));
            assertEquals(2_000, lanes.count());
        }
    }
}
