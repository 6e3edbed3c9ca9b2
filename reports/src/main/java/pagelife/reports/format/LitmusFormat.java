package pagelife.reports.format;

import io.vavr.collection.Seq;
import pagelife.reports.Report;
import pagelife.reports.WorkloadsReport;
import pagelife.reports.page.Page;

/** Litmus tests, a file each: what can be run again as it is. */
public final class LitmusFormat implements ReportFormat {
    /** The format; it has no state. */
    public LitmusFormat() {}

    @Override
    public boolean writes(String kind) {
        return kind.equals("workloads");
    }

    /** All of them one after the other, each under the remark that a new one begins. */
    @Override
    public void write(Report report, Page page) {
        tests(report).forEach(test -> {
            page.line("# " + test.programs());
            page.out().print(test.test() + "\n");
        });
    }

    @Override
    public Seq<Document> documents(Report report) {
        return tests(report)
                .map(test -> new Document(name(test.test()), page -> page.out().print(test.test())));
    }

    private static Seq<WorkloadsReport.Smallest> tests(Report report) {
        return ((WorkloadsReport) report).claims().flatMap(WorkloadsReport.Claim::smallest);
    }

    /** The last word of the first line. */
    private static String name(String test) {
        String first = test.substring(0, test.indexOf('\n'));
        return first.substring(first.lastIndexOf(' ') + 1);
    }
}
