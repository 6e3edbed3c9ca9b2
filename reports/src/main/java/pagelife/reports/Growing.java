package pagelife.reports;

import pagelife.reports.page.Page;

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
