package pagelife.reports.cli;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.reports.BenchReport;
import pagelife.reports.Line;
import pagelife.reports.Report;
import pagelife.reports.ask.NamedFormat;
import pagelife.reports.format.Detail;
import pagelife.reports.format.Document;
import pagelife.reports.format.Growing;
import pagelife.reports.format.ReportFormat;
import pagelife.reports.page.Page;
import pagelife.reports.told.Part;

/**
 * Formats that go to files, beside the text that goes to the reader.
 *
 * @param text what the reader sees
 * @param wanted the formats of the files
 * @param detail how much of the runs is wanted
 * @param folder where the files go
 */
record FiledFormat(ReportFormat text, Seq<NamedFormat> wanted, Detail detail, Folder folder) implements ReportFormat {
    @Override
    public void write(Report report, Page page) {
        text.write(report, page);
        files(report, page);
    }

    @Override
    public Growing<Line> lines(String noun, Seq<String> ids, Page page) {
        return filed(text.lines(noun, ids, page), page);
    }

    @Override
    public Growing<Line> overview(Seq<String> ids, Page page) {
        return filed(text.overview(ids, page), page);
    }

    @Override
    public Growing<BenchReport.Subject> measurements(BenchReport.Machine machine, Page page) {
        return filed(text.measurements(machine, page), page);
    }

    private <P extends Part> Growing<P> filed(Growing<P> begun, Page page) {
        return begun.ending(whole -> {
            begun.end(whole);
            files(whole, page);
        });
    }

    private void files(Report report, Page page) {
        Vector<String> written = Vector.empty();
        for (NamedFormat format : wanted) {
            String name = Folder.word(report.subject().isEmpty() ? report.kind() : report.subject());
            for (Document document : format.made().apply(detail).documents(report)) {
                String about = document.about().isEmpty() ? "" : "." + Folder.word(document.about());
                written = written.append(
                        folder.write(written, name + about, format.ending(), document.body(), page.width()));
            }
        }
        page.hanging("written      ", written.isEmpty() ? "nothing: no trace was asked for" : written.mkString(" "));
    }
}
