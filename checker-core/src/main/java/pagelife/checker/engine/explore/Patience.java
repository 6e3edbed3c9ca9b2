package pagelife.checker.engine.explore;

import io.vavr.control.Option;
import pagelife.checker.engine.code.Cells;
import pagelife.checker.engine.code.Running;
import pagelife.checker.search.Options;
import pagelife.checker.search.Reporting;

/**
 * Waits beside a search for code of the model that does not return: names it, and makes it end when the time is up.
 * Code that does not even look at the state again cannot be made to end; then whoever asked is told.
 */
public final class Patience {
    /* A step takes microseconds; one that is still running when somebody looks again does not end. */
    static final long LOOK_MILLIS = 250;
    private static final int LOOKS_TO_END = 4;
    private static final int LOOKS_TO_WARN = 20;
    private static final int LOOKS_TO_GIVE_UP = 8;

    private final Cells cells;
    private final Budget budget;
    private final Reporting reporting;
    /** What ran at the last look; it is looked at by one thread only, and so is all below. */
    private Option<Running> before = Option.none();
    /** How often the same run has been met since. */
    private int looks;
    /** At which of those it was told to end, and in which words; 0 as long as it was not. */
    private int halted;

    private String said = "";

    /** Begins to watch, if anybody listens or there is a limit on time. */
    public Patience(Cells cells, Budget budget, Options options) {
        this.cells = cells;
        this.budget = budget;
        this.reporting = options.reporting();
        boolean wanted = reporting != Reporting.NONE || options.limits().nanos() != Long.MAX_VALUE;
        if (wanted) {
            Lookout.ALL.begin(this);
        }
    }

    /** Looks once more; called by one thread only, every {@link #LOOK_MILLIS}. */
    void look() {
        if (before.isDefined() && before.get().goesOn()) {
            looks++;
            look(before.get());
        } else {
            before = Running.in(cells);
            looks = 0;
            halted = 0;
        }
    }

    private void look(Running stuck) {
        if (halted > 0) {
            giveUp();
            return;
        }
        said = stuck + " has not returned for " + looks * LOOK_MILLIS / 1000
                + " s: it must return; look for a loop that does not end";
        if (looks == LOOKS_TO_WARN) {
            reporting.warnings().accept(said);
        }
        if (looks >= LOOKS_TO_END && budget.reached(0).isDefined()) {
            halted = looks;
            stuck.halt(said);
        }
    }

    private void giveUp() {
        if (looks == halted + LOOKS_TO_GIVE_UP) {
            close();
            reporting.stuck().accept(said);
        }
    }

    /** The search is over. */
    public void close() {
        Lookout.ALL.end(this);
    }
}
