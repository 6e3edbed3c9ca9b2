package pagelife.reports.cli;

import io.vavr.collection.Seq;
import pagelife.reports.BenchReport;
import pagelife.reports.Line;
import pagelife.reports.Report;
import pagelife.reports.format.Document;
import pagelife.reports.format.Growing;
import pagelife.reports.format.ReportFormat;
import pagelife.reports.page.Page;
import pagelife.reports.told.Part;

/**
 * A format that standard output is written in. There is room for one document; where a format makes several, or none,
 * the user is told.
 *
 * @param name what it is called
 * @param format the format
 * @param console where warnings go
 */
record SpokenFormat(String name, ReportFormat format, Console console) implements ReportFormat {
    @Override
    public void write(Report report, Page page) {
        if (isOne(report)) {
            format.write(report, page);
        }
    }

    @Override
    public Growing<Line> lines(String noun, Seq<String> ids, Page page) {
        return guarded(format.lines(noun, ids, page));
    }

    @Override
    public Growing<Line> overview(Seq<String> ids, Page page) {
        return guarded(format.overview(ids, page));
    }

    @Override
    public Growing<BenchReport.Subject> measurements(BenchReport.Machine machine, Page page) {
        return guarded(format.measurements(machine, page));
    }

    private <P extends Part> Growing<P> guarded(Growing<P> begun) {
        return begun.ending(whole -> {
            if (isOne(whole)) {
                begun.end(whole);
            }
        });
    }

    private boolean isOne(Report report) {
        Seq<Document> documents = format.documents(report);
        if (documents.size() > 1) {
            throw new UsageException("--format (" + name + ") writes one trace a document, and there are "
                    + documents.size() + " (" + documents.map(Document::about).mkString(", ")
                    + "): name a folder for them with --out DIR, or one claim with --property");
        }
        if (documents.isEmpty()) {
            console.warn("--format (" + name + ") writes traces, and there is none: nothing that was asked is broken; "
                    + "--witness has the traces of what happens, too");
        }
        return documents.size() == 1;
    }
}
