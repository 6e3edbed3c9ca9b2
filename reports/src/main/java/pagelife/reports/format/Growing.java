package pagelife.reports.format;

import java.util.function.Consumer;
import pagelife.reports.Report;
import pagelife.reports.page.Page;
import pagelife.reports.told.Part;

/**
 * A report that is being written.
 *
 * @param <P> what becomes known bit by bit
 */
public interface Growing<P extends Part> {
    /** One more is known. */
    void add(P part);

    /** All are known that were to be: {@code whole} has them once more. */
    void end(Report whole);

    /** The same; when all is known, {@code end} is done with it instead. */
    default Growing<P> ending(Consumer<Report> end) {
        Growing<P> begun = this;
        return new Growing<>() {
            @Override
            public void add(P part) {
                begun.add(part);
            }

            @Override
            public void end(Report whole) {
                end.accept(whole);
            }
        };
    }

    /** One of which nothing is written before its end. */
    static <P extends Part> Growing<P> whole(ReportFormat format, Page page) {
        return new Growing<>() {
            @Override
            public void add(P part) {}

            @Override
            public void end(Report whole) {
                format.write(whole, page);
            }
        };
    }
}
