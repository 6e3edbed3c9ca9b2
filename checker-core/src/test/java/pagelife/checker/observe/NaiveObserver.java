package pagelife.checker.observe;

import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayDeque;
import java.util.Deque;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;

/**
 * The oracle: every way in which steps and lines can come one after the other, on boxed states, from the definition
 * alone. A step of a task comes after the task's line before and before its own line; a count of a line is one that was
 * so between the two. For recordings of labels only.
 */
record NaiveObserver(Reading reading, Seq<Observation> recording) {

    private record Due(Label label, Set<Integer> counts) {}

    /**
     * @param owed the labels of steps that were taken
     * @param announced what tasks were seen to be about to do
     */
    private record Moment(State state, Map<String, Vector<Due>> owed, Map<String, Label> announced) {
        Vector<Due> owedBy(String task) {
            return owed.getOrElse(task, Vector.empty());
        }

        Moment owing(String task, Vector<Due> dues) {
            return new Moment(state, dues.isEmpty() ? owed.remove(task) : owed.put(task, dues), announced);
        }
    }

    /** How many observations some run explains. */
    int explained(Seq<State> initial) {
        Set<Moment> layer = HashSet.ofAll(initial.map(state -> new Moment(state, HashMap.empty(), HashMap.empty())));
        for (int at = 0; at < recording.size(); at++) {
            Observation seen = recording.get(at);
            layer = closed(layer, at).flatMap(moment -> matched(moment, seen));
            if (layer.isEmpty()) {
                return at;
            }
        }
        return recording.size();
    }

    private Set<Moment> closed(Set<Moment> layer, int at) {
        Set<Moment> known = layer;
        Deque<Moment> open = new ArrayDeque<>(layer.toJavaList());
        while (!open.isEmpty()) {
            Moment moment = open.remove();
            for (Moment next : Move.in(moment.state).flatMap(move -> after(moment, move, at))) {
                if (!known.contains(next)) {
                    known = known.add(next);
                    open.add(next);
                }
            }
        }
        return known;
    }

    private Seq<Moment> after(Moment moment, Move move, int at) {
        String task = move.step().actor().name();
        Option<Label> ahead = ahead(move);
        Seq<Label> labels = reading.labels(move).drop(ahead.isDefined() ? 1 : 0);
        boolean mayShow = labels.isEmpty()
                || recording.drop(at).find(line -> line.task().equals(task)).exists(line -> says(line, labels.head()));
        if (!moment.owedBy(task).isEmpty()
                || !mayShow
                || !moment.announced.get(task).equals(ahead)) {
            return Vector.empty();
        }
        Map<String, Vector<Due>> others =
                moment.owed.mapValues(dues -> dues.map(due -> labels.foldLeft(due, NaiveObserver::counting)));
        return Vector.of(new Moment(move.to(), others, moment.announced.remove(task))
                .owing(
                        task,
                        labels.map(label -> new Due(label, HashSet.ofAll(label.count())))
                                .toVector()));
    }

    private Option<Label> ahead(Move move) {
        return reading.labels(move).headOption().filter(label -> reading.announces(label.event()));
    }

    private static Due counting(Due due, Label shown) {
        return due.label.count().isDefined() && due.label.subjects().equals(shown.subjects())
                ? new Due(due.label, due.counts.addAll(shown.count()))
                : due;
    }

    private static boolean says(Observation line, Label label) {
        return ((Sight.Shows) line.sight()).label().uncounted().matches(label.uncounted());
    }

    private Seq<Moment> matched(Moment moment, Observation line) {
        Vector<Due> owed = moment.owedBy(line.task());
        Label seen = ((Sight.Shows) line.sight()).label();
        boolean isSeen = !owed.isEmpty()
                && says(line, owed.head().label)
                && seen.count()
                        .forAll(count -> owed.head().counts.isEmpty()
                                || owed.head().counts.contains(count));
        if (isSeen) {
            return Vector.of(moment.owing(line.task(), owed.tail()));
        }
        boolean isAhead = owed.isEmpty()
                && !moment.announced.containsKey(line.task())
                && Move.in(moment.state, moment.state.model().actor(line.task()))
                        .exists(move -> ahead(move).exists(label -> says(line, label)));
        return isAhead
                ? Vector.of(new Moment(moment.state, moment.owed, moment.announced.put(line.task(), seen.uncounted())))
                : Vector.empty();
    }
}
