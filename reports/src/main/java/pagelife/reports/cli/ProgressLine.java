package pagelife.reports.cli;

import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Deque;
import pagelife.checker.search.Progress;
import pagelife.checker.search.Reporting;

/**
 * Shows on standard error how far a search has come: on a terminal one line, drawn anew again and again and wiped out
 * at the end; elsewhere a line now and then. A short search shows nothing.
 */
final class ProgressLine implements AutoCloseable {
    private static final long SECOND = 1_000_000_000;
    /** Who waits longer wants to know; who does not has no time to read. */
    private static final long QUIET_NANOS = 2 * SECOND;

    private static final long REDRAW_NANOS = SECOND / 4;
    private static final long LINE_NANOS = 10 * SECOND;
    /** Rates are those of about the last two seconds. */
    private static final int WINDOW = 8;

    private static final String WIPE = "\r\033[K";

    private final PrintStream errors;
    private final int width;
    private final long quiet;
    private final String head;
    private final Deque<Progress> recent = new ArrayDeque<>();
    private boolean drawn;
    private long shown;

    /**
     * A line that nobody has drawn yet.
     *
     * @param errors where to
     * @param width of the terminal; 0 when that is not known, negative when there is no terminal
     * @param when whether to show it at all
     * @param head what it begins with
     */
    ProgressLine(PrintStream errors, int width, When when, String head) {
        this.errors = errors;
        this.width = width;
        this.quiet = switch (when) {
            case AUTO -> QUIET_NANOS;
            case ON -> 0;
            case OFF -> Long.MAX_VALUE;
        };
        this.head = head;
    }

    /** When there is a progress line. */
    enum When {
        /** When a search takes its time. */
        AUTO,
        /** From the start. */
        ON,
        /** Never. */
        OFF
    }

    /** How a search is to tell this line of its progress. */
    Reporting reporting() {
        if (quiet == Long.MAX_VALUE) {
            return Reporting.NONE;
        }
        return new Reporting(terminal() ? REDRAW_NANOS : LINE_NANOS, this::show, warning -> {});
    }

    /** Shows how far something else than a search has come, so long after its start. */
    void counted(long nanos, String text) {
        if (nanos >= Math.max(quiet, shown == 0 ? 0 : shown + (terminal() ? REDRAW_NANOS : LINE_NANOS))) {
            print(head + text);
            shown = nanos;
        }
    }

    private boolean terminal() {
        return width >= 0;
    }

    private void show(Progress now) {
        if (recent.isEmpty()) {
            recent.add(new Progress(now.levels(), 0, 0, 0, 0, 0, 0, 0, 0));
        }
        if (now.nanos() >= quiet) {
            print(head + ProgressText.line(now, recent.peek()));
        }
        recent.add(now);
        if (!terminal() || recent.size() > WINDOW) {
            recent.remove();
        }
    }

    private void print(String text) {
        if (!terminal()) {
            errors.print("check: " + text + "\n");
        } else {
            int room = width == 0 ? Integer.MAX_VALUE : width - 1; // a full line would make some terminals scroll
            errors.print(WIPE + text.substring(0, Math.min(room, text.length())));
            drawn = true;
        }
        errors.flush();
    }

    /** Wipes the line out. */
    @Override
    public void close() {
        if (drawn) {
            errors.print(WIPE);
            errors.flush();
        }
    }
}
