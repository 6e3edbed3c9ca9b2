package pagelife.models.devdax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** The counts of kernel folklore, and the closed form against the loop itself. */
final class YieldStrideTest {
    private static final long PAGES = 128L << 30 >> 12;
    private static final long BY_2M = 512;
    private static final long BY_1G = 262_144;

    private static YieldStride loop(long stride, YieldStride.Test test) {
        return new YieldStride(0, PAGES, stride, test);
    }

    @Test
    void basePagesYieldEvery1024Iterations() {
        assertEquals(33_554_432, loop(1, YieldStride.Test.ORIGINAL).iterations());
        assertEquals(32_768, loop(1, YieldStride.Test.ORIGINAL).yields());
        assertEquals(33_521_664, loop(1, YieldStride.Test.MERGED).yields());
    }

    @Test
    void hugePagesOf2MAre65536Iterations() {
        assertEquals(65_536, loop(BY_2M, YieldStride.Test.WANTED).iterations());
        assertEquals(64, loop(BY_2M, YieldStride.Test.WANTED).yields());
        assertEquals(65_472, loop(BY_2M, YieldStride.Test.MERGED).yields());
        assertEquals(32_768, loop(BY_2M, YieldStride.Test.ORIGINAL).yields());
    }

    @Test
    void hugePagesOf1GAre128Iterations() {
        assertEquals(128, loop(BY_1G, YieldStride.Test.WANTED).iterations());
        assertEquals(1, loop(BY_1G, YieldStride.Test.WANTED).yields());
        assertEquals(127, loop(BY_1G, YieldStride.Test.MERGED).yields());
        YieldStride shifted = new YieldStride(BY_1G, PAGES, BY_1G, YieldStride.Test.WANTED);
        assertEquals(0, shifted.yields());
        assertEquals(128, new YieldStride(BY_1G, PAGES, BY_1G, YieldStride.Test.MERGED).yields());
    }

    @Test
    void theMergedTestYieldsTooOftenTheWantedOneNever() {
        assertTrue(loop(BY_2M, YieldStride.Test.WANTED).yieldsOftenEnough());
        assertTrue(loop(BY_2M, YieldStride.Test.WANTED).yieldsSeldomEnough());
        assertTrue(loop(BY_2M, YieldStride.Test.MERGED).yieldsOftenEnough());
        assertFalse(loop(BY_2M, YieldStride.Test.MERGED).yieldsSeldomEnough());
    }

    @Test
    void fromAnOddStartTheWantedTestNeverFires() {
        YieldStride odd = new YieldStride(1, PAGES, BY_2M, YieldStride.Test.WANTED);
        assertEquals(0, odd.yields());
        assertFalse(odd.yieldsOftenEnough());
    }

    @Property(tries = 300, seed = "20210714")
    void theClosedFormIsTheLoop_seed20210714(
            @ForAll @LongRange(min = 0, max = 5000) long first,
            @ForAll @LongRange(min = 1, max = 40_000) long pages,
            @ForAll @LongRange(min = 1, max = 40) long stride,
            @ForAll YieldStride.Test test) {
        YieldStride closed = new YieldStride(first, pages, stride, test);
        long yields = 0;
        long run = 0;
        long longest = 0;
        for (long pfn = first; pfn < first + pages; pfn += stride) {
            run++;
            longest = Math.max(longest, run);
            if (fires(pfn, stride, test)) {
                yields++;
                run = 0;
            }
        }
        assertEquals(yields, closed.yields());
        assertEquals(longest, closed.longestRun());
    }

    private static boolean fires(long pfn, long stride, YieldStride.Test test) {
        return switch (test) {
            case ORIGINAL -> pfn % 1024 == 0;
            case WANTED -> pfn % (1024 * stride) == 0;
            case MERGED -> pfn % (1024 * stride) != 0;
        };
    }
}
