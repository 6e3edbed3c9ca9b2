package pagelife.reports.ci;

import io.vavr.collection.Seq;
import pagelife.reports.Report;
import pagelife.reports.format.ReportFormat;
import pagelife.reports.page.Page;
import pagelife.reports.page.Printable;

/**
 * Annotations of GitHub: a line of standard output for each claim that is broken and each expectation that is missed,
 * which the workflow shows beside the change. At the end a notice with the count.
 */
public final class GitHubFormat implements ReportFormat {
    /** The format; it has no state. */
    public GitHubFormat() {}

    @Override
    public boolean writes(String kind) {
        return Case.kinds().contains(kind);
    }

    @Override
    public void write(Report report, Page page) {
        Seq<Case> cases = Case.in(report);
        for (Case one : cases) {
            switch (one.end()) {
                case PASSED -> {}
                case FAILED, FAULTY -> command(page, "error", one.group() + ": " + one.name(), problem(one));
                case UNDECIDED -> command(page, "warning", one.group() + ": " + one.name(), problem(one));
            }
        }
        int passed = cases.count(one -> one.end() == Case.End.PASSED);
        command(page, "notice", "pagelife " + report.kind(), passed + " of " + cases.size() + " as claimed");
    }

    private static String problem(Case one) {
        return one.message() + "\n" + one.detail();
    }

    private static void command(Page page, String level, String title, String message) {
        page.out()
                .print("::" + level + " title="
                        + escaped(title).replace(":", "%3A").replace(",", "%2C") + "::" + escaped(message) + "\n");
    }

    /** As the runner reads it: a percent sign begins the code of a character. */
    private static String escaped(String text) {
        return Printable.of(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }
}
