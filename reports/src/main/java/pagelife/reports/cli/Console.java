package pagelife.reports.cli;

import com.google.common.base.Ticker;
import io.vavr.collection.Vector;
import java.io.PrintStream;
import java.util.Map;
import java.util.function.BooleanSupplier;
import pagelife.checker.search.Reporting;
import pagelife.reports.outcome.Shell;
import pagelife.reports.page.Ink;
import pagelife.reports.page.Page;
import pagelife.reports.page.Printable;

/**
 * What the command shares with its surroundings.
 *
 * @param page where results go
 * @param errors where everything else goes
 * @param errorWidth the width of the terminal that shows it; 0 when that is not known, negative when there is none
 * @param ticker the clock
 * @param interrupted whether the user wants to stop
 */
record Console(Page page, PrintStream errors, int errorWidth, Ticker ticker, BooleanSupplier interrupted) {
    /** Set by the launcher when standard output is a terminal: its width in characters, 0 when that is not known. */
    private static final String TERMINAL = "pagelife.terminal";

    /** The same for standard error. */
    private static final String ERROR_TERMINAL = "pagelife.terminal.errors";

    private static final int NO_TERMINAL = -1;

    /** On a wider terminal lines end here, unless somebody asks for more. */
    private static final int COMFORTABLE_WIDTH = 120;

    /** Some lines of a terminal: what is said is said by then. */
    private static final int LONGEST_LINE = 800;

    /** The console of this process. */
    static Console ofProcess(PrintStream out, BooleanSupplier interrupted) {
        return new Console(
                page(out, Integer.getInteger(TERMINAL, NO_TERMINAL), System.getenv()),
                System.err,
                Integer.getInteger(ERROR_TERMINAL, NO_TERMINAL),
                Ticker.systemTicker(),
                interrupted);
    }

    /**
     * A page as wide as {@code COLUMNS} says, else as the terminal is, up to what can be read with ease; in colour on a
     * terminal, unless {@code NO_COLOR} is set to something.
     *
     * @param terminal the width of the terminal; 0 when that is not known, negative when there is no terminal
     */
    static Page page(PrintStream out, int terminal, Map<String, String> environment) {
        boolean colour =
                terminal >= 0 && environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Page(out, width(terminal, environment), colour ? Ink.COLOUR : Ink.PLAIN);
    }

    private static int width(int terminal, Map<String, String> environment) {
        try {
            return Integer.parseInt(environment.getOrDefault("COLUMNS", ""));
        } catch (NumberFormatException e) {
            return terminal > 0 ? Math.min(terminal, COMFORTABLE_WIDTH) : Page.USUAL_WIDTH;
        }
    }

    /** The same with lines as wide as {@code --width} says. */
    Console wide(String text) {
        int width = Amount.small("--width", text);
        if (width < Page.LEAST_WIDTH || width > Page.MOST_WIDTH) {
            throw new UsageException("--width (" + text + ") must be from " + Page.LEAST_WIDTH + " to "
                    + Page.MOST_WIDTH + " characters");
        }
        return new Console(page.wide(width), errors, errorWidth, ticker, interrupted);
    }

    /** A line for the progress of a search. */
    ProgressLine progress(ProgressLine.When when, String head) {
        return new ProgressLine(errors, errorWidth, when, head);
    }

    /** Says on standard error what went wrong and costs no result. */
    void warn(String message) {
        errors.print("check: " + printable(called(message)) + "\n");
        errors.flush();
    }

    /** Says that the code of a model does not return, and ends the process: nothing else can end that code. */
    void stuck(String message) {
        page.out().flush();
        warn(message + "; the search is given up");
        Runtime.getRuntime().halt(Exit.UNDECIDED.code());
    }

    /** How a search tells this console of how far it has come, and of what goes wrong. */
    Reporting reporting(ProgressLine line) {
        return line.reporting().withWarnings(this::warn).withStuck(this::stuck);
    }

    /** Says on standard error what went wrong. */
    void error(String message) {
        page.out().flush();
        errors.print("check: " + printable(called(message)) + "\n");
        errors.flush();
    }

    /** A command to try next is called as this one was. */
    private static String called(String message) {
        return message.replace("./check ", Shell.check() + " ");
    }

    /** What the user typed may be in it: nothing a terminal would obey, and no line that fills it. */
    private static String printable(String message) {
        return Vector.of(Printable.of(message).split("\n", -1))
                .map(line -> line.length() <= LONGEST_LINE
                        ? line
                        : line.substring(0, LONGEST_LINE / 2) + " ... "
                                + line.substring(line.length() - LONGEST_LINE / 2))
                .mkString("\n");
    }
}
