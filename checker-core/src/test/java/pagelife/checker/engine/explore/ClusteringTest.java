package pagelife.checker.engine.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pagelife.checker.engine.pack.Layout;
import pagelife.checker.engine.pack.Transitions;

/** The choice of near cells on sets of states where the right one can be seen. */
class ClusteringTest {
    /** States of some cells, and for each of them one transition by each effect. */
    private static final class States {
        private final int[] sizes;
        private final Layout layout;
        private final List<int[]> ids = new ArrayList<>();

        States(int... sizes) {
            this.sizes = sizes;
            this.layout = Layout.of(sizes, sizes, new int[0]);
        }

        void add(int... state) {
            ids.add(state);
        }

        private long[] packed() {
            long[] packed = new long[ids.size()];
            for (int i = 0; i < packed.length; i++) {
                layout.pack(ids.get(i), packed, i);
            }
            return packed;
        }

        private Clustering clustering(int effects) {
            long[] packed = packed();
            Transitions transitions = new Transitions(1);
            for (int at = 0; at < packed.length; at++) {
                for (int effect = 0; effect < effects; effect++) {
                    transitions.add(packed, at, effect);
                }
            }
            return new Clustering(layout, sizes, packed, transitions, 1, Clustering.WORTH);
        }

        /** The choice where each effect changes one of these sets of cells. */
        BitSet best(BitSet... changes) {
            Clustering clustering = clustering(changes.length);
            return clustering.best(clustering.candidates(Set.of(changes)));
        }
    }

    private static BitSet cells(int... cells) {
        BitSet set = new BitSet();
        Arrays.stream(cells).forEach(set::set);
        return set;
    }

    /* Cells 0 and 1 take all 256 values against each of 64 values of the others, of which each tells all. */
    @Test
    void cellsThatVaryFreelyAreNear() {
        States states = new States(16, 16, 64, 64);
        for (int i = 0; i < 256 * 64; i++) {
            states.add(i & 15, i >> 4 & 15, i >> 8, i >> 8);
        }
        assertEquals(cells(0, 1), states.best(cells(0), cells(1), cells(2), cells(3)));
    }

    /*
     * Every cell tells every other: without any of them there are as many entries as with it, and all are too many
     * bits.
     */
    @Test
    void whereNothingVariesNothingIsNear() {
        States states = new States(1 << 14, 1 << 14, 1 << 14);
        for (int i = 0; i < 1 << 14; i++) {
            states.add(i, i, i);
        }
        assertEquals(cells(), states.best(cells(0), cells(1), cells(2)));
    }

    /* Cells 0 and 1 are the same, so that neither varies alone: near together they have 32 lanes and not 1,024. */
    @Test
    void cellsThatDependOnEachOtherAreNearTogether() {
        States states = new States(32, 32, 64, 64);
        for (int i = 0; i < 32 * 64; i++) {
            states.add(i & 31, i & 31, i >> 5, i >> 5);
        }
        assertEquals(cells(0, 1), states.best(cells(0, 1), cells(2)));
        assertEquals(cells(0, 1), states.best(cells(0), cells(1), cells(2)));
    }

    /* Each of three cells with 128 values varies freely; two of them would have 16,384 lanes. */
    @Test
    void bitmapsStaySmall() {
        States states = new States(128, 128, 4, 4);
        for (int i = 0; i < 128 * 128 * 4; i++) {
            states.add(i & 127, i >> 7 & 127, i >> 14, i >> 14);
        }
        BitSet best = states.best(cells(0), cells(1));
        assertEquals(1, best.cardinality(), best.toString());
    }

    /* A free bit in each state halves the entries: that is less than half the cost, as sets are halved, too. */
    @Test
    void aCandidateIsWorthItsPrice() {
        States states = new States(2, 64, 64);
        for (int i = 0; i < 128; i++) {
            states.add(i & 1, i >> 1, i >> 1);
        }
        assertEquals(cells(0), states.best(cells(0), cells(1)));
        States onlyOne = new States(2, 64, 64);
        for (int i = 0; i < 64; i++) {
            onlyOne.add(i & 1, i, i);
        }
        assertEquals(cells(), onlyOne.best(cells(0), cells(1)));
    }

    @Test
    void withoutEffectsThereAreNoCandidates() {
        States states = new States(16, 16);
        for (int i = 0; i < 256; i++) {
            states.add(i & 15, i >> 4);
        }
        assertTrue(states.clustering(1).candidates(Set.of(cells())).isEmpty());
        assertEquals(cells(), states.clustering(1).best(List.of()));
    }
}
