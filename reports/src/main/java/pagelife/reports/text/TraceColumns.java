package pagelife.reports.text;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.reports.page.Wrap;

/**
 * Where the columns of a trace stand on a page.
 *
 * @param actors the actors that act, from left to right
 * @param starts where the column of each begins
 * @param effects where the column of the changed cells begins; at the right edge when they stand below the labels
 * @param width the width of the page
 */
record TraceColumns(Seq<String> actors, Seq<Integer> starts, int effects, int width) {
    /*
     * Like the race diagrams of kernel commit messages: time goes down, each task has an indentation of its own. Only
     * one actor acts in a row, so its text may run on under its right neighbours; only the changed cells have a column
     * that nothing runs into. This keeps three or four actors readable on 100 characters. With more, what changed
     * stands below the label instead of beside it.
     */
    static final int GAP = 2;
    private static final int LEAST_LABEL = 22;
    private static final int LEAST_ROOM = 12;

    /** Labels, functions and file names may be cut where a column has at least so much room. */
    private static final int READABLE = 30;

    static TraceColumns of(Seq<String> actors, Seq<TraceRow> rows, int width) {
        int margin = Integer.toString(rows.size()).length() + 1 + GAP;
        Seq<Integer> widths = actors.map(actor -> own(actor, rows));
        TraceColumns beside = beside(actors, widths, Wrap.widest(rows.flatMap(TraceRow::effects)), margin, width);
        boolean readable = actors.zip(widths).forAll(own -> beside.room(own._1()) >= Math.min(own._2(), READABLE));
        return readable ? beside : below(actors, widths, margin, width);
    }

    /** Where the column of {@code actor} begins. */
    int start(String actor) {
        return starts.get(actors.indexOf(actor));
    }

    /** How wide a text of {@code actor} may be. */
    int room(String actor) {
        return (isBeside() ? effects - GAP : width) - start(actor);
    }

    /** Whether no line is too long, and each column has room for its name and for as much of its texts as can be read. */
    boolean fits(Seq<TraceRow> rows) {
        return actors.forAll(actor -> room(actor) >= Math.max(actor.length(), Math.min(own(actor, rows), LEAST_ROOM)));
    }

    int effectsRoom() {
        return width - effects;
    }

    /** Whether what changed has a column of its own. */
    boolean isBeside() {
        return effects < width;
    }

    private static TraceColumns beside(Seq<String> actors, Seq<Integer> widths, int changes, int margin, int width) {
        int all = sum(widths);
        int changesWidth = Math.min(changes, Math.max(width * 2 / 5, width - margin - GAP - all));
        int room = Math.min(width - margin - changesWidth - GAP, all);
        return new TraceColumns(
                actors, starts(actors, widths, room, margin), Math.min(margin + room + GAP, width - 1), width);
    }

    private static TraceColumns below(Seq<String> actors, Seq<Integer> widths, int margin, int width) {
        return new TraceColumns(actors, starts(actors, widths, width - margin, margin), width, width);
    }

    /** Side by side if there is room, else overlapping: names apart, and enough left for the last one. */
    private static Seq<Integer> starts(Seq<String> actors, Seq<Integer> widths, int room, int margin) {
        int wanted = sum(widths) - widths.last();
        int shared = Math.max(room - Math.max(widths.last(), LEAST_LABEL), 0);
        boolean fits = sum(widths) <= room;
        Vector<Integer> starts = Vector.of(margin);
        for (int i = 0; i + 1 < actors.size(); i++) {
            int own = widths.get(i) + GAP;
            int least = actors.get(i).length() + GAP;
            starts = starts.append(starts.last() + (fits ? own : Math.max(own * shared / wanted, least)));
        }
        return starts;
    }

    /** The width of columns side by side. */
    private static int sum(Seq<Integer> widths) {
        return widths.sum().intValue() + GAP * (widths.size() - 1);
    }

    private static int own(String actor, Seq<TraceRow> rows) {
        Seq<TraceRow> its = rows.filter(row -> row.actor().equals(actor));
        int labels = Wrap.widest(its.map(TraceRow::label));
        int details = Wrap.widest(its.flatMap(TraceRow::details)) + GAP;
        return Math.max(actor.length(), Math.max(labels, details));
    }
}
