package pagelife.reports;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.Locale;
import pagelife.models.devdax.InitCost;
import pagelife.models.devdax.YieldStride;

/** What device-dax costs, for people: the figures of July 2021 beside those that follow from the memory map. */
public final class CostText {
    private final Page page;

    /** Writes to {@code page}. */
    public CostText(Page page) {
        this.page = page;
    }

    /** Writes the tables. */
    public void print() {
        page.line(page.paint(Tone.STRONG, "struct pages initialised for 128 GiB"));
        table(Vector.of(Vector.of("page", "compounds", "struct pages", "measured, ms", "predicted, ms", "agree"))
                .appendAll(InitCost.table().map(CostText::cost)));
        page.hanging(
                "  ",
                "A struct page takes " + range(InitCost.table().head().nanosPerStructPage(), 1)
                        + " ns, as measured with"
                        + " base pages; the prediction is that for every struct page written. Only "
                        + InitCost.UNSHARED_MAP_PAGES * InitCost.STRUCTS_PER_MAP_PAGE
                        + " of a compound page are written where its tails share their memory map.");
        page.line("");
        page.line(page.paint(Tone.STRONG, "yields of the loop that puts the pages of 128 GiB"));
        table(Vector.of(Vector.of(
                        "page", "iterations", "test", "yields", "longest run", "often enough", "seldom enough"))
                .appendAll(InitCost.table().flatMap(CostText::yields)));
        page.hanging(
                "  ",
                "original: pfn % 1024 == 0; wanted: pfn % (1024 * pages of a compound) == 0; merged: the same without == 0."
                        + " Often enough is a yield in 1024 iterations, seldom enough no more than one, and one.");
    }

    private static Vector<String> cost(InitCost cost) {
        return Vector.of(
                cost.name(),
                Amounts.grouped(cost.compounds()),
                Amounts.grouped(cost.structPages()),
                range(cost.measured(), 0),
                range(cost.predicted(), cost.predicted().most() < 1 ? 2 : 0),
                cost.predicted().meets(cost.measured()) ? "yes" : "no");
    }

    private static Seq<Vector<String>> yields(InitCost cost) {
        return Vector.of(YieldStride.Test.values())
                .map(test -> new YieldStride(0, InitCost.PAGES, cost.pagesPerCompound(), test))
                .map(loop -> Vector.of(
                        cost.name(),
                        Amounts.grouped(loop.iterations()),
                        loop.test().name().toLowerCase(Locale.ROOT),
                        Amounts.grouped(loop.yields()),
                        Amounts.grouped(loop.longestRun()),
                        loop.yieldsOftenEnough() ? "yes" : "no",
                        loop.yieldsSeldomEnough() ? "yes" : "no"));
    }

    private static String range(InitCost.Range range, int digits) {
        return decimal(range.least(), digits) + " to " + decimal(range.most(), digits);
    }

    private static String decimal(double number, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", number);
    }

    /** Columns as wide as their texts, numbers to the right. */
    private void table(Seq<Vector<String>> rows) {
        Seq<Integer> widths = Vector.range(0, rows.head().size()).map(i -> Wrap.widest(rows.map(row -> row.get(i))));
        for (Vector<String> row : rows) {
            page.line(row.zipWithIndex(
                            (text, i) -> i == 0 ? Wrap.pad("  " + text, widths.get(0) + 4) : left(text, widths.get(i)))
                    .mkString("  "));
        }
    }

    private static String left(String text, int width) {
        return " ".repeat(width - text.length()) + text;
    }
}
