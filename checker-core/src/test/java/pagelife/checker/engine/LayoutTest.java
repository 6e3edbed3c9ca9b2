package pagelife.checker.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Packing of ids into words. */
class LayoutTest {
    @Property(seed = "1")
    @Label("ids come back as they were packed, seed 1")
    void idsComeBackAsTheyWerePacked(@ForAll("sizes") int[] sizes, @ForAll Random random) {
        Layout layout = Layouts.of(sizes);
        int[] ids = IntStream.of(sizes).map(random::nextInt).toArray();
        long[] packed = new long[layout.words() + 2];
        layout.pack(ids, packed, 1);
        int[] unpacked = new int[sizes.length];
        layout.unpack(packed, 1, unpacked);
        assertArrayEquals(ids, unpacked);
    }

    @Property(seed = "1")
    @Label("packing touches no word beside its own, seed 1")
    void packingTouchesNoWordBesideItsOwn(@ForAll("sizes") int[] sizes) {
        Layout layout = Layouts.of(sizes);
        long[] packed = new long[layout.words() + 2];
        Arrays.fill(packed, -1);
        layout.pack(new int[sizes.length], packed, 1);
        assertEquals(-1, packed[0]);
        assertEquals(-1, packed[layout.words() + 1]);
        assertTrue(Arrays.stream(packed, 1, layout.words() + 1).allMatch(word -> word == 0));
    }

    @Property(seed = "1")
    @Label("no cell straddles two words and no two share a bit, seed 1")
    void noCellStraddlesTwoWordsAndNoTwoShareABit(@ForAll("sizes") int[] sizes) {
        Layout layout = Layouts.of(sizes);
        long[] taken = new long[layout.words()];
        for (int cell = 0; cell < sizes.length; cell++) {
            long mask = layout.capacity(cell) - 1L;
            long bits = mask << layout.shift(cell);
            assertEquals(mask, bits >>> layout.shift(cell), "it ends within its word");
            assertEquals(0, taken[layout.word(cell)] & bits, "its bits are free");
            taken[layout.word(cell)] |= bits;
        }
    }

    @Property(seed = "1")
    @Label("every id of a domain fits and the next power of two past the capacity does not, seed 1")
    void everyIdOfADomainFits(@ForAll("sizes") int[] sizes) {
        Layout layout = Layouts.of(sizes);
        for (int cell = 0; cell < sizes.length; cell++) {
            assertTrue(layout.fits(cell, sizes[cell] - 1));
            assertTrue(!layout.fits(cell, layout.capacity(cell)));
        }
    }

    @Provide
    Arbitrary<int[]> sizes() {
        return Arbitraries.integers()
                .between(1, 1 << 20)
                .array(int[].class)
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    private static Layout ofBits(int... cellsAndSizes) {
        List<Integer> sizes = new java.util.ArrayList<>();
        for (int i = 0; i < cellsAndSizes.length; i += 2) {
            for (int k = 0; k < cellsAndSizes[i]; k++) {
                sizes.add(cellsAndSizes[i + 1]);
            }
        }
        return Layouts.of(sizes.stream().mapToInt(i -> i).toArray());
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

    /* 2 x 31 bits leave 2 of the first word unused; 20 bits need the second. */
    @Test
    void aCellThatDoesNotFitStartsTheNextWord() {
        Layout layout = ofBits(2, 1 << 29, 1, 1 << 20);
        assertEquals(1, layout.word(2));
        assertEquals(0, layout.shift(2));
    }
}
