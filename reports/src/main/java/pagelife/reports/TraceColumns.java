package pagelife.reports;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Actor;

/**
 * Where the columns of a trace stand on a page.
 *
 * @param actors the actors that act, from left to right
 * @param starts where the column of each begins
 * @param margin the width of the step numbers
 * @param effects where the column of the changed cells begins
 * @param width the width of the page
 */
record TraceColumns(Seq<Actor> actors, Seq<Integer> starts, int margin, int effects, int width) {
    /*
     * Like the race diagrams of kernel commit messages: time goes down, each task has an indentation of its own. Only one
     * actor acts in a row, so its text may run on under its right neighbours; only the changed cells have a column that
     * nothing runs into. This keeps three or four actors readable on 100 characters.
     */
    private static final int GAP = 2;
    private static final int LEAST_LABEL = 22;
    private static final int LEAST_ROOM = 12;

    static TraceColumns of(Seq<Actor> actors, Seq<TraceRow> rows, int width) {
        int margin = Integer.toString(rows.size()).length() + 1 + GAP;
        int wanted = Wrap.widest(rows.flatMap(TraceRow::effects));
        int effectsWidth = Math.min(wanted, Math.max(width * 2 / 5, width - margin - GAP - natural(actors, rows)));
        int room = Math.min(width - margin - effectsWidth - GAP, natural(actors, rows));
        Seq<Integer> starts = starts(actors, rows, room).map(start -> start + margin);
        return new TraceColumns(actors, starts, margin, margin + room + GAP, width);
    }

    /** Where the column of {@code actor} begins. */
    int start(Actor actor) {
        return starts.get(actors.indexOf(actor));
    }

    /** How wide a text of {@code actor} may be. Lines get too long rather than unreadable. */
    int room(Actor actor) {
        return Math.max(effects - GAP - start(actor), LEAST_ROOM);
    }

    int effectsRoom() {
        return width - effects;
    }

    /** The width of all columns side by side. */
    private static int natural(Seq<Actor> actors, Seq<TraceRow> rows) {
        return actors.map(actor -> own(actor, rows) + GAP).sum().intValue() - GAP;
    }

    /** Side by side if there is room, else overlapping: names apart, and enough left for the last one. */
    private static Seq<Integer> starts(Seq<Actor> actors, Seq<TraceRow> rows, int room) {
        int wanted = natural(actors, rows) - own(actors.last(), rows);
        int shared = Math.max(room - Math.max(own(actors.last(), rows), LEAST_LABEL), 0);
        boolean fits = natural(actors, rows) <= room;
        Vector<Integer> starts = Vector.of(0);
        for (Actor actor : actors.init()) {
            int own = own(actor, rows) + GAP;
            int stride =
                    fits ? own : Math.max(own * shared / wanted, actor.name().length() + GAP);
            starts = starts.append(starts.last() + stride);
        }
        return starts;
    }

    private static int own(Actor actor, Seq<TraceRow> rows) {
        Seq<TraceRow> its = rows.filter(row -> row.actor() == actor);
        return Math.max(
                actor.name().length(),
                Math.max(Wrap.widest(its.map(TraceRow::label)), Wrap.widest(its.flatMap(TraceRow::details)) + GAP));
    }
}
