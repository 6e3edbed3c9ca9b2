package pagelife.reports.format;

import pagelife.reports.Checked;
import pagelife.reports.told.ToldFinding;
import pagelife.reports.told.ToldTrace;

/**
 * A trace, and what it shows.
 *
 * @param checked of what
 * @param finding the answer that it shows
 * @param trace the trace
 */
public record TracedFinding(Checked checked, ToldFinding finding, ToldTrace trace) {
    /** What it is, in one line: {@code fsdax/6.1: INV-3 PinPgmap is broken in 14 steps}. */
    public String title() {
        return checked.name() + ": " + finding.property() + (finding.isBroken() ? " is broken in " : " happens in ")
                + trace.length() + (trace.length() == 1 ? " step" : " steps");
    }
}
