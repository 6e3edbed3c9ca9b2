package pagelife.reports;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.List;
import pagelife.checker.model.Actor;
import pagelife.checker.result.Trace;

/** A trace as a table: a column per actor that acts, time going down, and beside each step the cells that it changed. */
final class TraceTable {
    private final Page page;
    private final Seq<TraceRow> rows;
    private final TraceColumns columns;

    TraceTable(Page page, Trace trace) {
        this.page = page;
        this.rows = Vector.range(0, trace.length())
                .map(i -> TraceRow.of(trace.before(i), trace.steps().get(i)));
        Seq<Actor> actors = rows.map(TraceRow::actor).distinct().sortBy(Actor::index);
        this.columns = TraceColumns.of(actors, rows, page.width());
    }

    void print() {
        header();
        for (int i = 0; i < rows.size(); i++) {
            row(i + 1, rows.get(i));
        }
    }

    private void header() {
        StringBuilder names = new StringBuilder();
        for (Actor actor : columns.actors()) {
            move(names, columns.start(actor));
            names.append(actor.name());
        }
        move(names, columns.effects());
        page.line(page.paint(Tone.STRONG, names + "changes"));
    }

    private void row(int number, TraceRow row) {
        int room = columns.room(row.actor());
        List<String> left = new ArrayList<>(Wrap.hanging(row.label(), room));
        int labels = left.size();
        row.details().forEach(detail -> Wrap.hanging(detail, room - 2).forEach(line -> left.add("  " + line)));
        List<String> right = new ArrayList<>();
        row.effects().forEach(effect -> right.addAll(Wrap.hanging(effect, columns.effectsRoom())));
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            String margin = i == 0 ? number(number) : "";
            String text = i < left.size() ? left.get(i) : "";
            String before = Wrap.pad(margin, columns.start(row.actor()));
            String between = " ".repeat(Math.max(columns.effects() - before.length() - text.length(), 2));
            String effect = i < right.size() ? right.get(i) : "";
            page.line(before + (i < labels ? text : page.paint(Tone.FAINT, text)) + between + effect);
        }
    }

    private String number(int number) {
        String digits = Integer.toString(number);
        return " ".repeat(columns.margin() - 2 - digits.length()) + digits;
    }

    private static void move(StringBuilder line, int column) {
        line.append(" ".repeat(Math.max(column - line.length(), 0)));
    }
}
