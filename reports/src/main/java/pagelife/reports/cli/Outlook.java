package pagelife.reports.cli;

import io.vavr.control.Option;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import pagelife.checker.model.Model;
import pagelife.checker.search.Limits;
import pagelife.checker.search.Progress;
import pagelife.checker.search.Reporting;
import pagelife.checker.simulate.SizeEstimate;
import pagelife.checker.simulate.Walk;
import pagelife.reports.told.ToldEstimate;
import pagelife.reports.told.ToldEstimate.Room;

/**
 * How large a search will probably be, reckoned after its first second; said aloud where memory or time do not suffice.
 */
final class Outlook {
    private static final long SECOND = 1_000_000_000;

    /* Soon after the second is over. */
    private static final long LOOK_NANOS = SECOND / 4;

    /* Sixteen walks take some milliseconds. */
    private static final long MOST_SECONDS = 2;

    private final Model model;
    private final Limits limits;
    private final String simulate;
    private final Console console;
    private Option<ToldEstimate> first = Option.none();
    private Option<Option<Integer>> walk = Option.none();
    private long heard;

    /**
     * Of a search that has not begun.
     *
     * @param model what is searched
     * @param limits the limits of the search
     * @param simulate the command that takes walks through the same
     */
    Outlook(Model model, Limits limits, String simulate, Console console) {
        this.model = model;
        this.limits = limits;
        this.simulate = simulate;
        this.console = console;
    }

    /** What a search tells of its progress, with what it probably comes to. */
    Reporting of(Reporting reporting, ProgressLine line) {
        if (reporting.everyNanos() == Long.MAX_VALUE) {
            return reporting;
        }
        return new Reporting(
                Math.min(LOOK_NANOS, reporting.everyNanos()),
                progress -> {
                    hear(progress, line);
                    if (progress.nanos() - heard >= reporting.everyNanos()) {
                        heard = progress.nanos();
                        reporting.listener().accept(progress);
                    }
                },
                reporting.warnings(),
                reporting.stuck());
    }

    private void hear(Progress now, ProgressLine line) {
        if (now.nanos() < SECOND || now.levels().isEmpty()) {
            return;
        }
        Option<ToldEstimate> estimate = estimate(now);
        line.expect(estimate.map(told -> ProgressText.states(told.least(), told.most()))
                .getOrElse(""));
        if (first.isEmpty()) {
            first = estimate;
            estimate.filter(told -> told.room() != Room.SUFFICES)
                    .forEach(told -> console.warn(
                            ProgressText.outlook(told, limits) + "; " + simulate + " takes random walks instead"));
        }
    }

    private Option<ToldEstimate> estimate(Progress now) {
        if (walk.isEmpty()) {
            walk = Option.some(longest());
        }
        return walk.get()
                .flatMap(steps -> SizeEstimate.after(now.levels(), steps))
                .map(size -> told(now, size));
    }

    /** Walks may come to code that does not return where the search has not been yet: they are not waited for long. */
    private Option<Integer> longest() {
        return CompletableFuture.supplyAsync(() -> Walk.longest(model), Outlook::begin)
                .exceptionally(failed -> Option.none()) // the search says what is wrong when it comes there
                .completeOnTimeout(Option.none(), MOST_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    private static void begin(Runnable work) {
        Thread walker = new Thread(work, "pagelife-outlook");
        walker.setDaemon(true);
        walker.start();
    }

    private ToldEstimate told(Progress now, SizeEstimate size) {
        double bytes = (double) now.bytes() / Math.max(1, now.states());
        double nanos = (double) now.nanos() / Math.max(1, now.explored());
        long leastBytes = (long) (bytes * size.least());
        long leastNanos = (long) (nanos * size.least());
        long mostBytes = (long) (bytes * size.most());
        long mostNanos = (long) (nanos * size.most());
        Room room = fits(mostBytes, mostNanos)
                ? Room.SUFFICES
                : fits(leastBytes, leastNanos) ? Room.MAY_NOT_SUFFICE : Room.DOES_NOT_SUFFICE;
        return new ToldEstimate(
                now.nanos(),
                now.states(),
                size.least(),
                size.most(),
                leastBytes,
                mostBytes,
                leastNanos,
                mostNanos,
                room);
    }

    private boolean fits(long bytes, long nanos) {
        return bytes <= limits.bytes() && nanos <= limits.nanos();
    }

    /** What was reckoned after the first second; empty where it was over by then, or could not be told. */
    Option<ToldEstimate> told() {
        return first;
    }
}
