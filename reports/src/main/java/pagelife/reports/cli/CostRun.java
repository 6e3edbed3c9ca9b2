package pagelife.reports.cli;

import io.vavr.collection.LinkedHashMap;
import pagelife.reports.CostReport;
import pagelife.reports.format.ReportFormat;
import pagelife.reports.page.Page;

/** {@code check cost}: figures that need no search. */
record CostRun(Page page, ReportFormat format) {
    /** The families of which there are figures. */
    static final ByFamily<CostReport> FIGURES =
            new ByFamily<>(Syntax.COST, "there are figures", LinkedHashMap.of("devdax", CostReport::figures));

    Exit run(String family) {
        format.write(FIGURES.of(family), page);
        return Exit.AS_CLAIMED;
    }
}
