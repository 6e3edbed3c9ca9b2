package pagelife.reports.html;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.reports.CheckReport;
import pagelife.reports.LitmusReport;
import pagelife.reports.Report;
import pagelife.reports.ToldTest;
import pagelife.reports.format.Document;
import pagelife.reports.format.ReportFormat;
import pagelife.reports.page.Page;

/**
 * A page for a browser, in one file that needs no other and no network: what was found, each counterexample as a race
 * that can be gone through step by step, and, if the model is small, all of it, to be walked from any step.
 */
public final class HtmlFormat implements ReportFormat {
    /** The format; it has no state. */
    public HtmlFormat() {}

    @Override
    public boolean writes(String kind) {
        return kind.equals(CheckReport.KIND) || kind.equals(LitmusReport.KIND);
    }

    @Override
    public void write(Report report, Page page) {
        documents(report).forEach(document -> document.body().accept(page));
    }

    /** A page for a check, and for each litmus test. */
    @Override
    public Seq<Document> documents(Report report) {
        if (report instanceof CheckReport check) {
            return Vector.of(new Document("", page -> write(Content.of(check), page)));
        }
        Seq<ToldTest> tests = ((LitmusReport) report).tests();
        return tests.map(
                test -> new Document(tests.size() == 1 ? "" : test.name(), page -> write(Content.of(test), page)));
    }

    private static void write(Content content, Page page) {
        page.out().print(Template.alone().page(content.name(), PageJson.of(content)));
    }
}
