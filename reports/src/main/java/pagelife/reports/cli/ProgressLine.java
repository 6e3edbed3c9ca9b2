package pagelife.reports.cli;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Deque;
import pagelife.checker.search.Progress;
import pagelife.checker.search.Reporting;
import pagelife.reports.page.Amounts;
import pagelife.reports.page.Wrap;

/**
 * Shows on standard error how far a search has come: on a terminal one line, drawn anew again and again and wiped out
 * at the end; elsewhere a line now and then. A short search shows nothing. What does not fit is left out field by
 * field.
 */
final class ProgressLine implements AutoCloseable {
    private static final long SECOND = 1_000_000_000;
    /** Who waits longer wants to know; who does not has no time to read. */
    private static final long QUIET_NANOS = 2 * SECOND;

    private static final long REDRAW_NANOS = SECOND / 4;
    private static final long LINE_NANOS = 10 * SECOND;
    /** Rates are those of about the last two seconds. */
    private static final int WINDOW = 8;

    /** One in so many must be done before it can be told how long the rest will take. */
    private static final int SAMPLE = 10;

    private static final String WIPE = "\r\033[K";

    private final PrintStream errors;
    private final int width;
    private final long quiet;
    private final String head;
    private final Deque<Progress> recent = new ArrayDeque<>();
    private boolean drawn;
    private long shown;
    private String expected = "";

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
            print(Vector.of(new Field(text, 0)));
            shown = nanos;
        }
    }

    /** The same, and how long the rest may take: as long for each as those took that are done. */
    void counted(long nanos, long done, long all, String noun) {
        long rest = SAMPLE * done < all ? 0 : nanos / Math.max(done, 1) * (all - done);
        counted(
                nanos,
                Amounts.grouped(done) + " of " + Amounts.counted(all, noun)
                        + (rest < SECOND ? "" : ", some " + ProgressText.time(rest) + " more"));
    }

    /**
     * A piece of the line.
     *
     * @param text what it says
     * @param weight of two that do not both fit, the one with less goes
     */
    record Field(String text, int weight) {}

    /** What a search probably comes to, for as long as nothing better is known; empty if that cannot be told. */
    void expect(String states) {
        expected = states;
    }

    private boolean terminal() {
        return width >= 0;
    }

    private void show(Progress now) {
        if (recent.isEmpty()) {
            recent.add(new Progress(now.levels(), 0, 0, 0, 0, 0, 0, 0, 0));
        }
        if (now.nanos() >= quiet) {
            print(ProgressText.fields(now, recent.peek(), expected));
        }
        recent.add(now);
        if (!terminal() || recent.size() > WINDOW) {
            recent.remove();
        }
    }

    private void print(Seq<Field> fields) {
        if (!terminal()) {
            errors.print("check: " + text(fields) + "\n");
        } else {
            int room = width == 0 ? Integer.MAX_VALUE : width - 1; // a full line would make some terminals scroll
            errors.print(WIPE + fitting(fields, room));
            drawn = true;
        }
        errors.flush();
    }

    private String text(Seq<Field> fields) {
        return head + fields.map(Field::text).mkString(", ");
    }

    private String fitting(Seq<Field> fields, int room) {
        if (text(fields).length() <= room) {
            return text(fields);
        }
        if (fields.size() <= 1) {
            String cut = Wrap.cut(text(fields), room);
            return cut.length() <= room ? cut : "";
        }
        int least = fields.map(Field::weight).min().get();
        return fitting(fields.reject(field -> field.weight() == least), room);
    }

    /** Wipes the line out, to make room for something else. */
    void wipe() {
        if (drawn) {
            errors.print(WIPE);
            errors.flush();
            drawn = false;
        }
    }

    /** Wipes the line out. */
    @Override
    public void close() {
        wipe();
    }
}
