package pagelife.models.devdax;

import java.math.BigInteger;

/**
 * How often {@code for_each_device_pfn} lets others run (mm/memremap.c pfn_next), counted without running it.
 *
 * <p>The loop visits {@code first + i * stride} for {@code i} from 0, and after each visit yields or not by a test of
 * that number. All three tests ask whether a number of an arithmetic progression is a multiple of another: the hits are
 * themselves a progression, whose start and period follow from one modular inverse.
 *
 * @param first the first pfn
 * @param pages how many pages the range has
 * @param stride by how many pages the loop goes
 * @param test when it yields
 */
public record YieldStride(long first, long pages, long stride, Test test) {
    /** Iterations that may pass without a yield. */
    public static final long EVERY = 1024;

    /** When the loop yields. */
    public enum Test {
        /** {@code pfn % 1024 == 0}: every 1024 pages, whatever the stride. */
        ORIGINAL,
        /** {@code pfn % (1024 * stride) == 0}: every 1024 iterations, as was meant in review. */
        WANTED,
        /** {@code pfn % (1024 * stride)}: as was posted in review and merged for 5.17, without {@code == 0}. */
        MERGED
    }

    /** Something to go through, by steps of at least one page. */
    public YieldStride {
        if (first < 0 || pages <= 0 || stride <= 0) {
            throw new IllegalArgumentException("a loop from " + first + " over " + pages + " pages by " + stride
                    + ": it must begin at 0 or above, have pages and go forward");
        }
    }

    /** How often the body runs. */
    public long iterations() {
        return (pages + stride - 1) / stride;
    }

    /** How often it yields. */
    public long yields() {
        return test == Test.MERGED ? iterations() - hits().count() : hits().count();
    }

    /** The most iterations that are done before a yield, or before the end, since the last yield. */
    public long longestRun() {
        Hits hits = hits();
        if (test == Test.MERGED) {
            return hits.count() == 0 ? 1 : hits.period() == 1 ? iterations() : Math.min(2, iterations());
        }
        if (hits.count() == 0) {
            return iterations();
        }
        long last = hits.first() + (hits.count() - 1) * hits.period();
        long between = hits.count() > 1 ? hits.period() : 0;
        return Math.max(Math.max(hits.first() + 1, between), iterations() - 1 - last);
    }

    /** Whether at most {@link #EVERY} iterations pass without a yield. */
    public boolean yieldsOftenEnough() {
        return longestRun() <= EVERY;
    }

    /** Whether it yields no more than once per {@link #EVERY} iterations, and once. */
    public boolean yieldsSeldomEnough() {
        return yields() <= iterations() / EVERY + 1;
    }

    /** The iterations whose pfn is a multiple of the modulus. */
    private Hits hits() {
        long modulus = test == Test.ORIGINAL ? EVERY : EVERY * stride;
        BigInteger common = BigInteger.valueOf(stride).gcd(BigInteger.valueOf(modulus));
        long divisor = common.longValueExact();
        if (first % divisor != 0) {
            return new Hits(0, 1, 0);
        }
        BigInteger period = BigInteger.valueOf(modulus / divisor);
        long at = BigInteger.valueOf(-first / divisor)
                .multiply(BigInteger.valueOf(stride / divisor).modInverse(period))
                .mod(period)
                .longValueExact();
        long count = at < iterations() ? 1 + (iterations() - 1 - at) / period.longValueExact() : 0;
        return new Hits(at, period.longValueExact(), count);
    }

    private record Hits(long first, long period, long count) {}
}
