package pagelife.reports.format;

import io.vavr.collection.Seq;
import pagelife.reports.Checked;
import pagelife.reports.Report;
import pagelife.reports.page.Page;

/**
 * A format of traces: it makes a document of each trace that a report has, of those that break a claim and, if wanted,
 * of those that show what happens.
 */
public abstract class PerTrace implements ReportFormat {
    private final boolean witnesses;

    /**
     * A format.
     *
     * @param witnesses whether traces that show what is so are wanted, too
     */
    protected PerTrace(boolean witnesses) {
        this.witnesses = witnesses;
    }

    /** Writes a trace. */
    protected abstract void write(TracedFinding found, Page page);

    @Override
    public final boolean writes(String kind) {
        return Checked.kinds().contains(kind);
    }

    @Override
    public final void write(Report report, Page page) {
        documents(report).forEach(document -> document.body().accept(page));
    }

    @Override
    public final Seq<Document> documents(Report report) {
        Seq<Checked> all = Checked.in(report);
        return all.flatMap(checked -> checked.findings()
                .filter(finding -> finding.trace().isDefined() && (witnesses || finding.isBroken()))
                .map(finding -> new Document(
                        (all.size() == 1 ? "" : checked.id() + ".") + finding.id(),
                        page -> write(
                                new TracedFinding(
                                        checked, finding, finding.trace().get()),
                                page))));
    }
}
