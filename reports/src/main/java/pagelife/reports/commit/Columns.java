package pagelife.reports.commit;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.function.UnaryOperator;

/**
 * Entries in columns, one for each task, time going down. At most three stand side by side, fewer where their names are
 * long: where one more begins to act, a new table begins below.
 */
final class Columns {
    private static final int MOST = 3;
    private static final int MARGIN = 2;
    private static final int GAP = 2;

    /** A column has so much room before the next one begins, so that its indentation is seen. */
    private static final int LEAST = 10;

    /** Of its even share a column before another one keeps so much, in percent, though something has to be wrapped. */
    private static final int LEAST_SHARE = 60;

    private final Seq<Entry> entries;
    private final Seq<String> tasks;

    Columns(Seq<Entry> entries, Seq<String> tasks) {
        this.entries = entries;
        this.tasks = tasks;
    }

    Seq<String> lines() {
        Vector<String> lines = Vector.empty();
        for (Seq<Entry> table : tables()) {
            lines = (lines.isEmpty() ? lines : lines.append("")).appendAll(lines(table));
        }
        return lines;
    }

    private Seq<Seq<Entry>> tables() {
        Vector<Seq<Entry>> tables = Vector.empty();
        Vector<Entry> table = Vector.empty();
        for (Entry entry : entries) {
            if (!table.isEmpty() && !fit(names(table.append(entry)))) {
                tables = tables.append(table);
                table = Vector.empty();
            }
            table = table.append(entry);
        }
        return tables.append(table);
    }

    /** Whether columns of these names stand side by side, and the last one has room. */
    private static boolean fit(Seq<String> names) {
        int last = MARGIN
                + names.map(name -> Math.max(name.length() + GAP, LEAST)).sum().intValue();
        return names.size() <= MOST && last + LEAST <= CommitText.WIDTH;
    }

    private static Seq<String> names(Seq<Entry> table) {
        return table.map(Entry::task).distinct();
    }

    private Seq<String> lines(Seq<Entry> table) {
        Seq<String> columns = tasks.filter(names(table)::contains);
        Seq<Integer> starts = starts(table, columns);
        return Vector.of(
                        heads(columns, starts, name -> name), heads(columns, starts, name -> "-".repeat(name.length())))
                .appendAll(table.flatMap(entry -> lines(entry, starts.get(columns.indexOf(entry.task())))));
    }

    private static String heads(Seq<String> columns, Seq<Integer> starts, UnaryOperator<String> what) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            line.append(" ".repeat(starts.get(i) - line.length())).append(what.apply(columns.get(i)));
        }
        return line.toString();
    }

    private static Seq<String> lines(Entry entry, int start) {
        return entry.lines()
                .flatMap(line -> line.within(CommitText.WIDTH - start))
                .map(line -> (" ".repeat(start) + line).stripTrailing());
    }

    /** Apart evenly, but so far to the left that little has to be wrapped, as far as the others leave room. */
    private static Seq<Integer> starts(Seq<Entry> table, Seq<String> columns) {
        int share = (CommitText.WIDTH - MARGIN) / columns.size();
        Vector<Integer> least = Vector.of(MARGIN);
        for (int i = 1; i < columns.size(); i++) {
            least = least.append(least.last() + Math.max(columns.get(i - 1).length() + GAP, LEAST));
        }
        Vector<Integer> starts = Vector.empty();
        for (int i = 0; i < columns.size(); i++) {
            String task = columns.get(i);
            int widest = table.filter(entry -> entry.task().equals(task))
                    .map(Entry::width)
                    .max()
                    .getOrElse(0);
            int fitting = Math.max(
                    Math.min(MARGIN + i * share, CommitText.WIDTH - widest), MARGIN + i * share * LEAST_SHARE / 100);
            int after = i == 0
                    ? MARGIN
                    : starts.last() + Math.max(columns.get(i - 1).length() + GAP, LEAST);
            starts = starts.append(i == 0 ? MARGIN : Math.max(Math.max(fitting, least.get(i)), after));
        }
        return starts;
    }
}
