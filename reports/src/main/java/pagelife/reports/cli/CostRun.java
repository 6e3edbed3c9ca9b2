package pagelife.reports.cli;

import pagelife.reports.CostJson;
import pagelife.reports.CostText;
import pagelife.reports.Page;

/** {@code check cost}: figures that need no search. */
record CostRun(Page page) {

    Exit run(String family, boolean json) {
        if (!family.equals("devdax")) {
            throw new UsageException("cost of " + (family.isEmpty() ? "nothing" : family)
                    + ": there are figures for devdax only; ./check cost devdax");
        }
        if (json) {
            CostJson.print(page);
        } else {
            new CostText(page).print();
        }
        return Exit.AS_CLAIMED;
    }
}
