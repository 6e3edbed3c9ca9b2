package pagelife.checker.engine.pack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Packing of ids into words. */
class LayoutTest {
    @Property(seed = "1")
    @Label("ids come back as they were packed, seed 1")
    void idsComeBackAsTheyWerePacked(@ForAll("plans") Plan plan, @ForAll Random random) {
        Layout layout = plan.layout();
        int[] ids = IntStream.of(plan.sizes).map(random::nextInt).toArray();
        long[] packed = new long[layout.words() + 2];
        layout.pack(ids, packed, 1);
        int[] unpacked = new int[ids.length];
        layout.unpack(packed, 1, unpacked);
        assertArrayEquals(ids, unpacked);
    }

    @Property(seed = "1")
    @Label("packing touches no word beside its own, seed 1")
    void packingTouchesNoWordBesideItsOwn(@ForAll("plans") Plan plan) {
        Layout layout = plan.layout();
        long[] packed = new long[layout.words() + 2];
        Arrays.fill(packed, -1);
        layout.pack(new int[plan.sizes.length], packed, 1);
        assertEquals(-1, packed[0]);
        assertEquals(-1, packed[layout.words() + 1]);
        assertTrue(Arrays.stream(packed, 1, layout.words() + 1).allMatch(word -> word == 0));
    }

    @Property(seed = "1")
    @Label("no cell straddles two words and no two share a bit, seed 1")
    void noCellStraddlesTwoWordsAndNoTwoShareABit(@ForAll("plans") Plan plan) {
        Layout layout = plan.layout();
        long[] taken = new long[layout.words()];
        for (int cell = 0; cell < plan.sizes.length; cell++) {
            long mask = layout.capacity(cell) - 1L;
            assertEquals(mask, layout.mask(cell) >>> layout.shift(cell), "it ends within its word");
            assertEquals(0, taken[layout.word(cell)] & layout.mask(cell), "its bits are free");
            taken[layout.word(cell)] |= layout.mask(cell);
        }
    }

    @Property(seed = "1")
    @Label("every id of a domain fits and one past the capacity does not, seed 1")
    void everyIdOfADomainFits(@ForAll("plans") Plan plan) {
        Layout layout = plan.layout();
        for (int cell = 0; cell < plan.sizes.length; cell++) {
            assertTrue(layout.fits(cell, plan.sizes[cell] - 1));
            assertFalse(layout.fits(cell, layout.capacity(cell)));
        }
    }

    /* The low end of the first word, from bit 0 on, in the order given. */
    @Property(seed = "1")
    @Label("near cells are the low bits of the first word, seed 1")
    void nearCellsAreTheLowBitsOfTheFirstWord(@ForAll("plans") Plan plan) {
        Layout layout = plan.layout();
        int bits = 0;
        for (int cell : plan.near) {
            assertEquals(0, layout.word(cell));
            assertEquals(bits, layout.shift(cell));
            bits += layout.width(cell);
        }
        assertTrue(bits <= layout.nearBits());
    }

    /** Cells with their sizes, limits on those, and which are near. */
    record Plan(int[] sizes, int[] most, int[] near) {
        Layout layout() {
            return Layout.of(sizes, most, near);
        }

        Layout unlimited() {
            int[] unlimited = new int[sizes.length];
            Arrays.fill(unlimited, Integer.MAX_VALUE);
            return Layout.of(sizes, unlimited, near);
        }

        /** A fifth of the cells have all the values they will ever have; the first few small ones are near. */
        static Plan of(int[] sizes, boolean clustered) {
            int[] most = IntStream.range(0, sizes.length)
                    .map(cell -> cell % 5 == 0 ? sizes[cell] : Integer.MAX_VALUE)
                    .toArray();
            int[] small = IntStream.range(0, sizes.length)
                    .filter(cell -> sizes[cell] <= 4)
                    .limit(4)
                    .toArray();
            return new Plan(sizes, most, clustered ? small : new int[0]);
        }
    }

    @Provide
    Arbitrary<Plan> plans() {
        Arbitrary<Integer> size = Arbitraries.oneOf(
                Arbitraries.integers().between(1, 5), Arbitraries.integers().between(1, 1 << 20));
        return Combinators.combine(size.array(int[].class).ofMinSize(1).ofMaxSize(60), Arbitraries.of(false, true))
                .as(Plan::of);
    }

    private static Layout ofBits(int... cellsAndSizes) {
        List<Integer> sizes = new java.util.ArrayList<>();
        for (int i = 0; i < cellsAndSizes.length; i += 2) {
            for (int k = 0; k < cellsAndSizes[i]; k++) {
                sizes.add(cellsAndSizes[i + 1]);
            }
        }
        return Plan.of(sizes.stream().mapToInt(i -> i).toArray(), false).unlimited();
    }

    /* 21 cells of 1 bit and 2 bits of room for growth: 63 bits. */
    @Test
    void cellsGetTwoBitsOfHeadroomWhereThatCostsNoWord() {
        assertEquals(63, ofBits(21, 2).bits());
        assertEquals(1, ofBits(21, 2).words());
    }

    /* 22 cells of 3 bits would need 66; of 2 bits, 44. */
    @Test
    void headroomNeverCostsAWord() {
        assertEquals(44, ofBits(22, 2).bits());
        assertEquals(1, ofBits(22, 2).words());
    }

    @Test
    void sixtyFourSingleBitsFillAWord() {
        assertEquals(1, ofBits(64, 2).words());
        assertEquals(2, ofBits(65, 2).words());
    }

    /* A cell with one value still has a bit, so that its second value does not force a new layout. */
    @Test
    void aConstantTakesOneBit() {
        assertEquals(64, ofBits(64, 1).bits());
    }

    /* 40 constants and 30 cells of 2 bits: 100 bits, or 60 in one word. */
    @Test
    void constantsTakeNoBitsWhereTheirBitsWouldCostAWord() {
        Layout layout = ofBits(40, 1, 30, 4);
        assertEquals(1, layout.words());
        assertEquals(60, layout.bits());
        assertEquals(1, layout.capacity(0));
        assertFalse(layout.fits(0, 1));
    }

    /* Two bits each beyond those in use, in two words instead of one. */
    @Test
    void aRoomyLayoutMayTakeMoreWords() {
        int[] sizes = new int[30];
        int[] most = new int[30];
        Arrays.fill(sizes, 4);
        Arrays.fill(most, Integer.MAX_VALUE);
        Layout layout = Layout.roomy(sizes, most, new int[] {7}, 2);
        assertEquals(2, layout.words());
        assertEquals(29 * 4 + 2, layout.bits());
        assertEquals(2, layout.nearBits());
        assertArrayEquals(
                layout.widths(), Layout.ofWidths(layout.widths(), new int[] {7}).widths());
    }

    /* 2 x 31 bits leave 2 of the first word unused; 20 bits need the second. */
    @Test
    void aCellThatDoesNotFitStartsTheNextWord() {
        Layout layout = ofBits(2, 1 << 29, 1, 1 << 20);
        assertEquals(1, layout.word(2));
        assertEquals(0, layout.shift(2));
    }

    /* A cell that can only ever have two values needs no headroom: 64 of them fill a word. */
    @Test
    void aCellThatCannotGrowHasNoHeadroom() {
        int[] two = new int[64];
        Arrays.fill(two, 2);
        assertEquals(64, Layout.of(two, two, new int[0]).bits());
    }
}
