package pagelife.reports.text;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import pagelife.reports.page.Ink;
import pagelife.reports.page.Page;
import pagelife.reports.page.Tone;
import pagelife.reports.page.Wrap;
import pagelife.reports.told.ToldStory.ToldFold;
import pagelife.reports.told.ToldTrace;

/**
 * A trace as a table: a column per actor that acts, time going down, and beside each step the cells that it changed. Where
 * there are more actors than the page has room for, all steps stand in one column, each behind the name of its actor.
 */
final class TraceTable {
    private static final String INDENT = "  ";

    /** The head of the one column. */
    private static final String TOGETHER = "task: step";

    private final Page page;
    private final Seq<TraceRow> rows;
    private final TraceColumns columns;
    private final int digits;
    private final Option<Integer> loopStart;
    private final boolean fails;
    private final Seq<ToldFold> folds;

    /**
     * The table of a trace.
     *
     * @param folds steps that a line is enough for
     */
    TraceTable(Page page, ToldTrace trace, Seq<ToldFold> folds) {
        this.page = page;
        this.loopStart = trace.loopStart();
        this.fails = trace.fails();
        this.folds = folds;
        this.digits = Integer.toString(trace.steps().size()).length();
        Seq<TraceRow> apart = trace.steps().map(TraceRow::of);
        Seq<String> acting = shown(apart).map(TraceRow::actor).distinct();
        TraceColumns many = TraceColumns.of(trace.actors().filter(acting::contains), shown(apart), page.width());
        boolean fits = many.fits(shown(apart));
        this.rows = fits ? apart : apart.map(row -> row.under(TOGETHER));
        this.columns = fits ? many : TraceColumns.of(Vector.of(TOGETHER), shown(rows), page.width());
    }

    private Seq<TraceRow> shown(Seq<TraceRow> all) {
        return Vector.range(0, all.size()).filter(i -> fold(i + 1).isEmpty()).map(all::get);
    }

    /** Writes the table without its first {@code skipped} steps. */
    void print(int skipped) {
        header();
        for (int i = skipped; i < rows.size(); i++) {
            if (loopStart.contains(i)) {
                mark("these steps repeat forever:");
            }
            Option<ToldFold> fold = fold(i + 1);
            if (fold.isEmpty()) {
                row(i + 1, rows.get(i));
            } else if (i == skipped || fold.get().first() == i + 1) {
                print(fold.get());
            }
        }
        loopStart.forEach(start -> mark(after(start)));
    }

    private String after(int start) {
        if (fails) {
            return "nothing comes after a step that fails";
        }
        return start == rows.size() ? "nobody moves any more" : "and so on from step " + (start + 1);
    }

    /** {@code -- steps 1 to 6: a page fault has mapped P0}. */
    private void print(ToldFold fold) {
        String steps = "steps " + fold.first() + " to " + fold.last() + ": ";
        page.hanging(" ".repeat(digits + 2) + "-- ", steps + fold.text());
    }

    /** The fold that hides a step. */
    private Option<ToldFold> fold(int number) {
        return folds.find(fold -> fold.first() <= number && number <= fold.last());
    }

    private void mark(String text) {
        page.line(page.paint(Tone.STRONG, " ".repeat(digits + 2) + "-- " + text));
    }

    private void header() {
        StringBuilder names = new StringBuilder();
        for (String actor : columns.actors()) {
            names.append(" ".repeat(Math.max(columns.start(actor) - names.length(), 0)))
                    .append(actor);
        }
        if (columns.isBeside()) {
            names.append(" ".repeat(Math.max(columns.effects() - names.length(), 0)))
                    .append("changes");
        }
        page.line(page.paint(Tone.STRONG, names.toString()));
    }

    private void row(int number, TraceRow row) {
        int start = columns.start(row.actor());
        int room = columns.room(row.actor());
        List<String> left = new ArrayList<>(Wrap.hanging(row.label(), room));
        row.details().forEach(detail -> named(detail, start, room).forEach(line -> left.add(faint(line))));
        List<String> right = new ArrayList<>();
        for (String effect : row.effects()) {
            if (columns.isBeside()) {
                right.addAll(Wrap.hanging(effect, columns.effectsRoom()));
            } else {
                indented(effect, room).forEach(left::add);
            }
        }
        String margin =
                Wrap.pad(" ".repeat(1 + digits - Integer.toString(number).length()) + number, start);
        int next = 0;
        for (int i = 0; i < left.size() || next < right.size(); i++) {
            String text = i < left.size() ? left.get(i) : "";
            boolean runsOn = Ink.width(text) > room;
            String effect = !runsOn && next < right.size() ? right.get(next++) : "";
            int between = columns.effects() - start - Ink.width(text);
            page.line(margin + text + (effect.isEmpty() ? "" : " ".repeat(Math.max(between, 2)) + effect));
            margin = " ".repeat(start);
        }
    }

    /** A name that is too long for its column runs on below what changed, rather than be cut. */
    private Seq<String> named(String text, int start, int room) {
        int width = INDENT.length() + text.length();
        return text.indexOf(' ') < 0 && width > room && start + width <= page.width()
                ? Vector.of(INDENT + text)
                : indented(text, room);
    }

    private static Seq<String> indented(String text, int room) {
        return Vector.ofAll(Wrap.hanging(text, room - INDENT.length())).map(line -> INDENT + line);
    }

    private String faint(String text) {
        return page.paint(Tone.FAINT, text);
    }
}
