package pagelife.checker.engine.explore;

import io.vavr.control.Option;
import pagelife.checker.engine.code.Cells;
import pagelife.checker.engine.code.Running;
import pagelife.checker.result.Stop;
import pagelife.checker.search.Options;
import pagelife.checker.search.Reporting;

/**
 * Waits beside a search for code of the model that does not return: names it, and makes it end when the time is up.
 * Code that does not even look at the state again cannot be made to end; then whoever asked is told.
 */
public final class Patience {
    /* A step takes microseconds; one that is still running when somebody looks again does not end. */
    private static final long LOOK_MILLIS = 250;
    private static final int LOOKS_TO_END = 4;
    private static final int LOOKS_TO_WARN = 20;
    private static final int LOOKS_TO_GIVE_UP = 8;

    private final Cells cells;
    private final Budget budget;
    private final Reporting reporting;
    private final Option<Thread> watching;

    private volatile boolean over;

    /** Begins to watch, if anybody listens or there is a limit on time. */
    public Patience(Cells cells, Budget budget, Options options) {
        this.cells = cells;
        this.budget = budget;
        this.reporting = options.reporting();
        boolean wanted = reporting != Reporting.NONE || options.limits().nanos() != Long.MAX_VALUE;
        this.watching = wanted ? Option.some(new Thread(this::watch, "pagelife-patience")) : Option.none();
        watching.forEach(thread -> {
            thread.setDaemon(true);
            thread.start();
        });
    }

    private void watch() {
        Option<Running> before = Option.none();
        int looks = 0;
        while (pause()) {
            if (before.isDefined() && before.get().goesOn()) {
                looks++;
                look(before.get(), looks);
            } else {
                before = Running.in(cells);
                looks = 0;
            }
        }
    }

    private boolean pause() {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            return false;
        }
        return !over;
    }

    private void look(Running stuck, int looks) {
        String said = stuck + " has not returned for " + looks * LOOK_MILLIS / 1000
                + " s: it must return; look for a loop that does not end";
        if (looks == LOOKS_TO_WARN) {
            reporting.warnings().accept(said);
        }
        if (looks < LOOKS_TO_END) {
            return;
        }
        Option<Stop> reached = budget.reached(0);
        if (reached.isDefined()) {
            stuck.halt(said);
            giveUp(stuck, said);
        }
    }

    private void giveUp(Running stuck, String said) {
        for (int looks = 0; looks < LOOKS_TO_GIVE_UP; looks++) {
            if (!pause() || !stuck.goesOn()) {
                return;
            }
        }
        reporting.stuck().accept(said);
        over = true;
    }

    /** The search is over. */
    public void close() {
        over = true;
        watching.forEach(Thread::interrupt);
    }
}
