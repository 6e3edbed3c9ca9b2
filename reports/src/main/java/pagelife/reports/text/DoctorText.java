package pagelife.reports.text;

import pagelife.reports.DoctorReport;
import pagelife.reports.page.Amounts;
import pagelife.reports.page.Page;
import pagelife.reports.page.Tone;

/** What is in a folder of checkpoints, for people. */
final class DoctorText {
    private DoctorText() {}

    /** Writes the report. */
    static void print(Page page, DoctorReport report) {
        page.hanging("folder       ", report.folder() + (report.inUse() ? " (in use by a run)" : ""));
        report.contents().forEach(contents -> {
            String subject = contents.subject().isEmpty() ? "" : " (" + contents.subject() + ")";
            page.hanging("of           ", contents.model() + subject);
            page.hanging(
                    "holds        ",
                    Amounts.counted(contents.levels(), "level") + ", " + Amounts.counted(contents.states(), "state")
                            + ", "
                            + Amounts.counted(contents.transitions(), "transition") + " in "
                            + Amounts.counted(contents.files(), "file")
                            + (contents.onDisk() ? "; the visited set is on disk" : ""));
        });
        report.problems().forEach(problem -> page.hanging(Tone.BAD, "damaged      ", problem));
        if (!report.others().isEmpty()) {
            page.hanging("also here    ", report.others().mkString(", "));
        }
        String whole = "whole: every file is what was written; --resume " + report.folder()
                + " goes on from it, if neither the code nor the question has changed";
        page.hanging("it is        ", report.whole() ? whole : "unusable: no run can go on from it; start afresh");
    }
}
