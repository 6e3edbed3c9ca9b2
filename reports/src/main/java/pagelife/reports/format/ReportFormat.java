package pagelife.reports.format;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.reports.BenchReport;
import pagelife.reports.Line;
import pagelife.reports.Report;
import pagelife.reports.page.Page;

/**
 * A way to write reports: text, JSON. A further format is one more class.
 *
 * <p>Some reports become known bit by bit. A format may write what is known at once; one that writes a report as a
 * whole does nothing until it is.
 */
public interface ReportFormat {
    /** Writes the whole report. */
    void write(Report report, Page page);

    /**
     * Whether it can say what reports of a kind say.
     *
     * @param kind a kind of report, such as {@code check}: see {@link Report#kind}
     */
    default boolean writes(String kind) {
        return true;
    }

    /** What it makes of a report, a file each: usually one document that has all of it. */
    default Seq<Document> documents(Report report) {
        return Vector.of(new Document("", page -> write(report, page)));
    }

    /**
     * Begins a report of lines.
     *
     * @param noun what one line is about, such as {@code spec}
     * @param ids the ids of the lines to come
     */
    default Growing<Line> lines(String noun, Seq<String> ids, Page page) {
        return Growing.whole(this, page);
    }

    /**
     * Begins a report of the whole catalogue, for who wants an overview.
     *
     * @param ids the ids of the specs to come
     */
    default Growing<Line> overview(Seq<String> ids, Page page) {
        return Growing.whole(this, page);
    }

    /** Begins a report about measurements on this machine. */
    default Growing<BenchReport.Subject> measurements(BenchReport.Machine machine, Page page) {
        return Growing.whole(this, page);
    }
}
