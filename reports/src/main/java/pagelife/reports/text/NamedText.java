package pagelife.reports.text;

import pagelife.reports.NamedReport;
import pagelife.reports.NamedReport.Named;
import pagelife.reports.page.Amounts;
import pagelife.reports.page.Page;
import pagelife.reports.page.Tone;
import pagelife.reports.page.Wrap;

/** Named mutants for people: what each is, where it is in the catalogue, and the claims that find it. */
final class NamedText {
    private final Page page;
    private final NamedReport report;

    /** Writes {@code report} to {@code page}. */
    NamedText(Page page, NamedReport report) {
        this.page = page;
        this.report = report;
    }

    /** Writes the report. */
    void print() {
        int ids = Wrap.widest(report.mutants().map(Named::id));
        for (Named one : report.mutants()) {
            page.hanging(Tone.STRONG, Wrap.pad(one.id(), ids) + "  ", one.what());
            told(" ".repeat(ids + 2), one);
        }
        page.line("");
        if (report.missing() > 0) {
            page.hanging(Tone.DOUBTFUL, "interrupted  ", Amounts.counted(report.missing(), "mutant") + " not tried");
        }
        int unsaid = report.mutants().count(one -> !one.why().isEmpty());
        int survived = report.mutants().count(Named::survived);
        page.hanging(
                "mutants      ",
                (report.mutants().size() - unsaid - survived) + " killed, " + survived + " survived, " + unsaid
                        + " that no model can express, in "
                        + Amounts.seconds(report.measured().nanos()));
        page.hanging("repeat       ", report.command());
    }

    private void told(String indent, Named one) {
        if (!one.why().isEmpty()) {
            page.hanging(Tone.FAINT, indent + "not said  ", one.why());
        } else if (one.survived()) {
            page.hanging(Tone.BAD, indent + "survived  ", one.broken() + " breaks no claim that holds without it");
        } else {
            page.hanging(
                    indent + "killed    ",
                    one.broken() + (one.sound().isEmpty() ? "" : " beside " + one.sound()) + ": "
                            + one.killers()
                                    .map(killer -> killer.property() + " in " + killer.length())
                                    .mkString(", "));
        }
    }
}
