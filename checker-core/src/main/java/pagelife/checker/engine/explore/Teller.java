package pagelife.checker.engine.explore;

import com.google.common.base.Ticker;
import pagelife.checker.search.Options;
import pagelife.checker.search.Progress;
import pagelife.checker.search.Reporting;

/** Tells now and then how far the search has come. One thread asks whether it is time, so that at most one tells. */
public final class Teller {
    private final Reporting reporting;
    private final Ticker ticker;
    private final long started;
    private long last;

    public Teller(Options options) {
        this.reporting = options.reporting();
        this.ticker = options.ticker();
        this.started = silent() ? 0 : ticker.read();
        this.last = started;
    }

    private boolean silent() {
        return reporting.everyNanos() == Long.MAX_VALUE;
    }

    /** Whether it is time; costs one look at the clock when somebody listens, else nothing. */
    boolean due() {
        if (silent()) {
            return false;
        }
        long now = ticker.read();
        boolean due = now - last >= reporting.everyNanos();
        last = due ? now : last;
        return due;
    }

    /** Time since the search began. */
    long nanos() {
        return last - started;
    }

    void tell(Progress progress) {
        reporting.listener().accept(progress);
    }
}
