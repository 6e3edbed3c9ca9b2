package pagelife.checker.search;

import com.google.common.base.Ticker;
import io.vavr.control.Option;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import pagelife.checker.ltl.Assumptions;

/**
 * How to search. Of a search that is completed, none of it but {@code fairness} changes a verdict or the numbers of
 * states and transitions; a breadth-first search gives the same traces and levels whatever else is set. A limit that is
 * reached leaves claims undecided. Depth-first, a trace need not be the shortest, and what is counted instead of levels
 * is the states of the longest path that was on the stack: {@link Order#depth}.
 *
 * @param order which state is taken next
 * @param limits where to give up
 * @param threads how many threads explore; depth-first uses one
 * @param auditEvery re-execute the model's code for every transition of one state in so many and compare; 1 for all, 0
 *     for none but the first, which are always audited
 * @param stopWhenDecided end as soon as every property has its answer; else the whole state space is explored
 * @param ticker the clock of the time limit
 * @param interrupted asked now and then; once true, the search ends and reports what it has. So it does when the
 *     calling thread is interrupted
 * @param grouping when states are explored together
 * @param storage where to put what does not fit into memory; breadth-first only
 * @param reporting who hears how far it has come
 * @param fairness the fairness under which temporal properties are checked, whatever they and the model say themselves
 * @param symmetric whether of states that differ only in which of the tasks that are {@linkplain
 *     pagelife.checker.symmetry.Alike alike} is which one is explored. Verdicts and lengths stay; states and transitions
 *     are those of orbits. Breadth-first only, without checkpoints, and claims about runs stay undecided
 */
public record Options(
        Order order,
        Limits limits,
        int threads,
        int auditEvery,
        boolean stopWhenDecided,
        Ticker ticker,
        BooleanSupplier interrupted,
        Grouping grouping,
        Storage storage,
        Reporting reporting,
        Option<Assumptions> fairness,
        boolean symmetric) {

    /** One state in so many is audited unless the caller says otherwise. */
    public static final int DEFAULT_AUDIT = 16384;

    /** Breadth-first, on one thread, without limits, with the default audit, to the last state. */
    public static final Options DEFAULT = new Options(
            Order.BREADTH_FIRST,
            Limits.NONE,
            1,
            DEFAULT_AUDIT,
            false,
            Ticker.systemTicker(),
            () -> false,
            Grouping.AUTOMATIC,
            Storage.NONE,
            Reporting.NONE,
            Option.none(),
            false);

    /** Threads must be positive, the audit interval not negative. */
    public Options {
        if (threads <= 0) {
            throw new IllegalArgumentException("threads (" + threads + ") must be positive");
        }
        if (auditEvery < 0) {
            throw new IllegalArgumentException(
                    "auditEvery (" + auditEvery + ") must not be negative; 0 leaves the first states");
        }
        if (symmetric && order == Order.DEPTH_FIRST) {
            throw new IllegalArgumentException("a symmetric search is breadth-first: ask for one of the two");
        }
        if (symmetric && storage.checkpoint().isDefined()) {
            throw new IllegalArgumentException("a symmetric search writes no checkpoints: ask for one of the two");
        }
    }

    /** These options with another order. */
    public Options withOrder(Order changed) {
        return with(draft -> draft.order = changed);
    }

    /** These options with other limits. */
    public Options withLimits(Limits changed) {
        return with(draft -> draft.limits = changed);
    }

    /** These options with another number of threads. */
    public Options withThreads(int changed) {
        return with(draft -> draft.threads = changed);
    }

    /** These options with another audit interval. */
    public Options withAuditEvery(int changed) {
        return with(draft -> draft.auditEvery = changed);
    }

    /** These options, ending when every property has its answer or not. */
    public Options withStopWhenDecided(boolean changed) {
        return with(draft -> draft.stopWhenDecided = changed);
    }

    /** These options with another clock. */
    public Options withTicker(Ticker changed) {
        return with(draft -> draft.ticker = changed);
    }

    /** These options with another way to ask for the end. */
    public Options withInterrupted(BooleanSupplier changed) {
        return with(draft -> draft.interrupted = changed);
    }

    /** These options with states explored together at other times. */
    public Options withGrouping(Grouping changed) {
        return with(draft -> draft.grouping = changed);
    }

    /** These options with other storage. */
    public Options withStorage(Storage changed) {
        return with(draft -> draft.storage = changed);
    }

    /** These options with somebody who hears how far the search has come. */
    public Options withReporting(Reporting changed) {
        return with(draft -> draft.reporting = changed);
    }

    /** These options with temporal properties checked under this fairness. */
    public Options withFairness(Assumptions changed) {
        return with(draft -> draft.fairness = Option.some(changed));
    }

    /** These options with one state explored of each orbit, or every state. */
    public Options withSymmetric(boolean changed) {
        return with(draft -> draft.symmetric = changed);
    }

    private Options with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.options();
    }

    /** Options being changed, so that each option is named here only and not in every {@code with}. */
    private static final class Draft {
        private Order order;
        private Limits limits;
        private int threads;
        private int auditEvery;
        private boolean stopWhenDecided;
        private Ticker ticker;
        private BooleanSupplier interrupted;
        private Grouping grouping;
        private Storage storage;
        private Reporting reporting;
        private Option<Assumptions> fairness;
        private boolean symmetric;

        Draft(Options from) {
            order = from.order;
            limits = from.limits;
            threads = from.threads;
            auditEvery = from.auditEvery;
            stopWhenDecided = from.stopWhenDecided;
            ticker = from.ticker;
            interrupted = from.interrupted;
            grouping = from.grouping;
            storage = from.storage;
            reporting = from.reporting;
            fairness = from.fairness;
            symmetric = from.symmetric;
        }

        Options options() {
            return new Options(
                    order,
                    limits,
                    threads,
                    auditEvery,
                    stopWhenDecided,
                    ticker,
                    interrupted,
                    grouping,
                    storage,
                    reporting,
                    fairness,
                    symmetric);
        }
    }
}
