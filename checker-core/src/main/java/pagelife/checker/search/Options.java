package pagelife.checker.search;

import com.google.common.base.Ticker;
import java.util.function.BooleanSupplier;

/**
 * How to search. None of it changes a verdict, a count of a completed search, or a breadth-first trace.
 *
 * @param order which state is taken next
 * @param limits where to give up
 * @param threads how many threads explore; depth-first uses one
 * @param auditEvery re-execute the model's code for every transition of one state in so many and compare; 1 for all, 0
 *     for none
 * @param stopWhenDecided end as soon as every property has its answer; else the whole state space is explored
 * @param ticker the clock of the time limit
 * @param interrupted asked now and then; once true, the search ends and reports what it has
 * @param storage where to put what does not fit into memory; breadth-first only
 */
public record Options(
        Order order,
        Limits limits,
        int threads,
        int auditEvery,
        boolean stopWhenDecided,
        Ticker ticker,
        BooleanSupplier interrupted,
        Storage storage) {

    /** One state in so many is audited unless the caller says otherwise. */
    public static final int DEFAULT_AUDIT = 4096;

    /** Breadth-first, on one thread, without limits, with the default audit, to the last state. */
    public static final Options DEFAULT = new Options(
            Order.BREADTH_FIRST,
            Limits.NONE,
            1,
            DEFAULT_AUDIT,
            false,
            Ticker.systemTicker(),
            () -> false,
            Storage.NONE);

    /** Threads must be positive, the audit interval not negative. */
    public Options {
        if (threads <= 0) {
            throw new IllegalArgumentException("threads (" + threads + ") must be positive");
        }
        if (auditEvery < 0) {
            throw new IllegalArgumentException("auditEvery (" + auditEvery + ") must not be negative; 0 turns it off");
        }
    }

    /** These options with another order. */
    public Options withOrder(Order changed) {
        return new Options(changed, limits, threads, auditEvery, stopWhenDecided, ticker, interrupted, storage);
    }

    /** These options with other limits. */
    public Options withLimits(Limits changed) {
        return new Options(order, changed, threads, auditEvery, stopWhenDecided, ticker, interrupted, storage);
    }

    /** These options with another number of threads. */
    public Options withThreads(int changed) {
        return new Options(order, limits, changed, auditEvery, stopWhenDecided, ticker, interrupted, storage);
    }

    /** These options with another audit interval. */
    public Options withAuditEvery(int changed) {
        return new Options(order, limits, threads, changed, stopWhenDecided, ticker, interrupted, storage);
    }

    /** These options, ending when every property has its answer or not. */
    public Options withStopWhenDecided(boolean changed) {
        return new Options(order, limits, threads, auditEvery, changed, ticker, interrupted, storage);
    }

    /** These options with another clock. */
    public Options withTicker(Ticker changed) {
        return new Options(order, limits, threads, auditEvery, stopWhenDecided, changed, interrupted, storage);
    }

    /** These options with another way to ask for the end. */
    public Options withInterrupted(BooleanSupplier changed) {
        return new Options(order, limits, threads, auditEvery, stopWhenDecided, ticker, changed, storage);
    }

    /** These options with other storage. */
    public Options withStorage(Storage changed) {
        return new Options(order, limits, threads, auditEvery, stopWhenDecided, ticker, interrupted, changed);
    }
}
