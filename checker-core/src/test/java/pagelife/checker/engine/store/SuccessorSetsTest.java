package pagelife.checker.engine.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import pagelife.checker.engine.pack.Replay;

/** Sets of successors against lists of them. */
class SuccessorSetsTest {
    private static final int NEAR_BITS = 4;

    /** A set as it is added. */
    private record Added(int farBits, int effect, int flip, List<Integer> near) {
        long far() {
            return (long) farBits << NEAR_BITS;
        }
    }

    private static SuccessorSets of(List<Added> all) {
        SuccessorSets sets = new SuccessorSets(1);
        for (Added added : all) {
            int start = sets.used();
            added.near.forEach(sets::addNear);
            sets.add(new long[] {added.far()}, 0, NEAR_BITS, added.effect, added.flip, start, sets.used());
        }
        return sets;
    }

    @Property(tries = 300, seed = "1", edgeCases = EdgeCasesMode.NONE)
    @Label("each set gives back what was put in, seed 1")
    void eachSetGivesBackWhatWasPutIn(@ForAll("added") List<Added> all) {
        SuccessorSets sets = of(all);
        assertEquals(all.size(), sets.count());
        for (int set = 0; set < all.size(); set++) {
            List<Integer> near = new ArrayList<>();
            for (int i = sets.starts()[set]; i < sets.ends()[set]; i++) {
                near.add(sets.near()[i]);
            }
            assertEquals(
                    all.get(set),
                    new Added((int) (sets.far()[set] >>> NEAR_BITS), sets.effects()[set], sets.flips()[set], near));
        }
    }

    @Property(tries = 300, seed = "2", edgeCases = EdgeCasesMode.NONE)
    @Label("what is asked of the later sets is not of the earlier ones, seed 2")
    void whatIsAskedOfTheLaterSetsIsNotOfTheEarlierOnes(
            @ForAll("added") List<Added> all,
            @ForAll @IntRange(max = 8) int first,
            @ForAll @IntRange(max = 6) int states) {
        int from = Math.min(first, all.size());
        SuccessorSets sets = of(all);
        List<Added> later = all.subList(from, all.size());
        BitSet near = new BitSet();
        later.forEach(added -> added.near.forEach(near::set));
        BitSet marks = new BitSet();
        sets.mark(from, marks);
        assertEquals(near, marks);
        assertEquals(later.stream().mapToInt(added -> added.near.size()).sum(), sets.successors(from));
        assertEquals(later.stream().anyMatch(added -> added.near.size() == states), sets.coverAll(from, states));
    }

    @Property(tries = 300, seed = "3", edgeCases = EdgeCasesMode.NONE)
    @Label("the successors of a state are those of the sets it is in, seed 3")
    void theSuccessorsOfAStateAreThoseOfTheSetsItIsIn(
            @ForAll("added") List<Added> all,
            @ForAll @IntRange(max = 15) int state,
            @ForAll @IntRange(max = 8) int first) {
        int from = Math.min(first, all.size());
        Replay expected = new Replay();
        for (Added added : all.subList(from, all.size())) {
            for (int near : added.near) {
                if (near == state) {
                    expected.add(added.effect, added.far() | near ^ added.flip);
                }
            }
        }
        assertEquals(listed(expected), listed(of(all).replay(state, from)));
    }

    /** Effect and successor, in order. */
    private static List<List<Long>> listed(Replay replay) {
        return IntStream.range(0, replay.count())
                .mapToObj(i -> List.of((long) replay.effect(i), replay.successor(i)[0]))
                .toList();
    }

    @Property(tries = 300, seed = "4", edgeCases = EdgeCasesMode.NONE)
    @Label("what was dropped leaves no trace, seed 4")
    void whatWasDroppedLeavesNoTrace(@ForAll("added") List<Added> kept, @ForAll("added") List<Added> dropped) {
        SuccessorSets sets = of(kept);
        int used = sets.used();
        for (Added added : dropped) {
            added.near.forEach(sets::addNear);
            sets.add(new long[] {added.far()}, 0, NEAR_BITS, added.effect, added.flip, used, sets.used());
        }
        sets.truncate(kept.size(), used);
        assertEquals(kept.size(), sets.count());
        assertEquals(used, sets.used());
        assertEquals(of(kept).successors(0), sets.successors(0));
    }

    /* There is room for 1,024 sets and near bits at first. */
    @Test
    void thereIsRoomForMany() {
        SuccessorSets sets = new SuccessorSets(1);
        for (int set = 0; set < 5_000; set++) {
            sets.addNear(set);
            sets.add(new long[] {(long) set << NEAR_BITS}, 0, NEAR_BITS, -set, set + 1, set, set + 1);
        }
        assertEquals(5_000, sets.successors(0));
        for (int set = 0; set < 5_000; set++) {
            assertEquals((long) set << NEAR_BITS, sets.far()[set]);
            assertEquals(-set, sets.effects()[set]);
            assertEquals(set + 1, sets.flips()[set]);
            assertEquals(set, sets.near()[sets.starts()[set]]);
        }
    }

    /* Masks of two effects on two words; near bits are the lowest four. */
    @Test
    void whatAnEffectMakesOfAGroupOfWideStatesIsTheirXor() {
        SuccessorSets sets = new SuccessorSets(2);
        sets.addNear(5);
        sets.addNear(9);
        sets.addAfter(new long[] {0x70, 0x11}, new long[] {0, 0, 0x83, 0x101}, NEAR_BITS, 1, 0, 2);
        assertEquals(1, sets.count());
        assertEquals(3, sets.flips()[0]);
        assertArrayEquals(new long[] {0xf0, 0x110}, Arrays.copyOf(sets.far(), 2));
        Replay replay = sets.replay(9, 0);
        assertEquals(1, replay.count());
        assertArrayEquals(new long[] {0x79 ^ 0x83, 0x11 ^ 0x101}, replay.successor(0));
    }

    @Provide
    Arbitrary<List<Added>> added() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(-3, 9),
                        Arbitraries.integers().between(0, 15),
                        Arbitraries.integers()
                                .between(0, 15)
                                .list()
                                .uniqueElements()
                                .ofMinSize(1)
                                .ofMaxSize(6))
                .as(Added::new)
                .list()
                .ofMaxSize(8);
    }
}
