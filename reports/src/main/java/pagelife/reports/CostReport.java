package pagelife.reports;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.models.devdax.InitCost;
import pagelife.models.devdax.YieldStride;
import pagelife.reports.told.Part;

/**
 * What device-dax costs: the figures of July 2021 beside those that follow from the memory map.
 *
 * @param bytes of the device
 * @param nanosPerStructPage the least and the most nanoseconds that a struct page took, measured with base pages
 * @param unsharedStructPages struct pages of a compound page that are written where its tails share their memory map
 * @param initialisation struct pages initialised
 * @param yields how the loop that puts the pages yields
 */
public record CostReport(
        long bytes,
        Seq<Double> nanosPerStructPage,
        long unsharedStructPages,
        Seq<Initialised> initialisation,
        Seq<Yields> yields)
        implements Report {
    /** The format and its version. */
    public static final String FORMAT = "pagelife-cost/1";

    private static final long BYTES = 128L << 30;

    /**
     * Struct pages initialised.
     *
     * @param page the size of a page
     * @param compounds how many pages of this size there are
     * @param structPages how many struct pages are written
     * @param measuredMillis the least and the most measured
     * @param predictedMillis the least and the most predicted
     * @param agree whether the two have a time in common
     */
    public record Initialised(
            String page,
            long compounds,
            long structPages,
            Seq<Double> measuredMillis,
            Seq<Double> predictedMillis,
            boolean agree)
            implements Part {
        private static Initialised of(InitCost cost) {
            return new Initialised(
                    cost.name(),
                    cost.compounds(),
                    cost.structPages(),
                    range(cost.measured()),
                    range(cost.predicted()),
                    cost.predicted().meets(cost.measured()));
        }
    }

    /**
     * How a loop yields.
     *
     * @param page the size of a page
     * @param test when it yields
     * @param iterations how often it runs
     * @param yields how often it yields
     * @param longestRun how many iterations pass without a yield
     * @param oftenEnough whether it yields at least once in 1024 iterations
     * @param seldomEnough whether it does no more than that
     */
    public record Yields(
            String page,
            YieldStride.Test test,
            long iterations,
            long yields,
            long longestRun,
            boolean oftenEnough,
            boolean seldomEnough)
            implements Part {
        private static Yields of(InitCost cost, YieldStride.Test test) {
            YieldStride loop = new YieldStride(0, InitCost.PAGES, cost.pagesPerCompound(), test);
            return new Yields(
                    cost.name(),
                    test,
                    loop.iterations(),
                    loop.yields(),
                    loop.longestRun(),
                    loop.yieldsOftenEnough(),
                    loop.yieldsSeldomEnough());
        }
    }

    private static Seq<Double> range(InitCost.Range range) {
        return Vector.of(range.least(), range.most());
    }

    /** The figures; always the same. */
    public static CostReport figures() {
        return new CostReport(
                BYTES,
                range(InitCost.table().head().nanosPerStructPage()),
                InitCost.UNSHARED_MAP_PAGES * InitCost.STRUCTS_PER_MAP_PAGE,
                InitCost.table().map(Initialised::of),
                InitCost.table()
                        .flatMap(cost -> Vector.of(YieldStride.Test.values()).map(test -> Yields.of(cost, test))));
    }

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public void accept(Cases cases) {
        cases.cost(this);
    }
}
