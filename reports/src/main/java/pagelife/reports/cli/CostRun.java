package pagelife.reports.cli;

import pagelife.reports.CostReport;
import pagelife.reports.ReportFormat;
import pagelife.reports.page.Page;

/** {@code check cost}: figures that need no search. */
record CostRun(Page page, ReportFormat format) {

    Exit run(String family) {
        if (!family.equals("devdax")) {
            throw new UsageException("cost of " + (family.isEmpty() ? "nothing" : family)
                    + ": there are figures for devdax only; ./check cost devdax");
        }
        format.write(CostReport.figures(), page);
        return Exit.AS_CLAIMED;
    }
}
