package pagelife.reports.text;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.result.Verdict;
import pagelife.reports.CheckReport;
import pagelife.reports.CheckReport.Length;
import pagelife.reports.CheckReport.Smaller;
import pagelife.reports.page.Amounts;
import pagelife.reports.told.ToldFinding;

/**
 * What smaller bounds say of claims that are broken or undecided within raised ones: of each the first that breaks it,
 * since fewer tasks make a shorter story, and how far those hold that are undecided.
 */
final class SmallerText {
    private SmallerText() {}

    static Seq<String> lines(CheckReport report) {
        Vector<String> lines = Vector.empty();
        Seq<ToldFinding> left = report.findings().filter(finding -> finding.isBroken() || isOpen(finding));
        for (Smaller smaller : report.smaller()) {
            Seq<ToldFinding> waiting = left;
            Seq<Tuple2<ToldFinding, Length>> news = smaller.broken()
                    .flatMap(broken -> among(waiting, broken.property()).map(finding -> Tuple.of(finding, broken)));
            if (news.nonEmpty()) {
                lines = lines.append("broken " + within(smaller) + " already, in so many steps: "
                        + news.map(one -> one._1().id() + " " + one._2().steps())
                                .mkString(", ")
                        + ": " + smaller.command());
                left = left.removeAll(news.map(Tuple2::_1));
            }
        }
        return lines.appendAll(open(report, left));
    }

    private static Option<ToldFinding> among(Seq<ToldFinding> findings, String property) {
        return findings.find(finding -> finding.property().equals(property));
    }

    /** The largest space within which all that is undecided here, and broken in none, holds. */
    private static Option<String> open(CheckReport report, Seq<ToldFinding> left) {
        boolean all = left.containsAll(report.findings().filter(SmallerText::isOpen));
        return Option.when(left.exists(SmallerText::isOpen), report::smaller)
                .flatMap(smaller -> smaller.maxBy(Smaller::states))
                .map(most -> "what is undecided here" + (all ? "" : " and not broken there") + " holds " + within(most)
                        + ", " + Amounts.counted(most.states(), "state"));
    }

    private static String within(Smaller smaller) {
        return smaller.bounds().isEmpty() ? "as the variant is" : "with " + smaller.bounds();
    }

    private static boolean isOpen(ToldFinding finding) {
        return finding.verdict() == Verdict.UNDECIDED;
    }
}
