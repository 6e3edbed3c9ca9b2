package pagelife.reports.text;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.Locale;
import pagelife.reports.CostReport;
import pagelife.reports.page.Amounts;
import pagelife.reports.page.Page;
import pagelife.reports.page.Tone;
import pagelife.reports.page.Wrap;

/** What device-dax costs, for people: the figures of July 2021 beside those that follow from the memory map. */
final class CostText {
    private final Page page;

    /** Writes to {@code page}. */
    CostText(Page page) {
        this.page = page;
    }

    /** Writes the tables. */
    void print(CostReport report) {
        page.line(page.paint(Tone.STRONG, "struct pages initialised for 128 GiB"));
        table(Vector.of(Vector.of("page", "compounds", "struct pages", "measured, ms", "predicted, ms", "agree"))
                .appendAll(report.initialisation().map(CostText::cost)));
        page.hanging(
                "  ",
                "A struct page takes " + range(report.nanosPerStructPage(), 1)
                        + " ns, as measured with"
                        + " base pages; the prediction is that for every struct page written. Only "
                        + report.unsharedStructPages()
                        + " of a compound page are written where its tails share their memory map.");
        page.line("");
        page.line(page.paint(Tone.STRONG, "yields of the loop that puts the pages of 128 GiB"));
        table(Vector.of(Vector.of(
                        "page", "iterations", "test", "yields", "longest run", "often enough", "seldom enough"))
                .appendAll(report.yields().map(CostText::yields)));
        page.hanging(
                "  ",
                "original: pfn % 1024 == 0; wanted: pfn % (1024 * pages of a compound) == 0; merged: the same "
                        + "without == 0."
                        + " Often enough means at least one yield in 1024 iterations; seldom enough, at most one in 1024,"
                        + " and one more.");
    }

    private static Vector<String> cost(CostReport.Initialised cost) {
        return Vector.of(
                cost.page(),
                Amounts.grouped(cost.compounds()),
                Amounts.grouped(cost.structPages()),
                range(cost.measuredMillis(), 0),
                range(cost.predictedMillis(), cost.predictedMillis().last() < 1 ? 2 : 0),
                cost.agree() ? "yes" : "no");
    }

    private static Vector<String> yields(CostReport.Yields loop) {
        return Vector.of(
                loop.page(),
                Amounts.grouped(loop.iterations()),
                loop.test().name().toLowerCase(Locale.ROOT),
                Amounts.grouped(loop.yields()),
                Amounts.grouped(loop.longestRun()),
                loop.oftenEnough() ? "yes" : "no",
                loop.seldomEnough() ? "yes" : "no");
    }

    private static String range(Seq<Double> range, int digits) {
        return decimal(range.head(), digits) + " to " + decimal(range.last(), digits);
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
