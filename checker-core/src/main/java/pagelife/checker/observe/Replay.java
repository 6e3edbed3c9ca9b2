package pagelife.checker.observe;

import io.vavr.collection.Vector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelException;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;

/** A run that a search has found, executed by the model's own code; what was seen of it is compared once more. */
final class Replay {
    private final Reading reading;
    private final Course course;
    private final State initial;
    private final List<Move> moves = new ArrayList<>();
    private final List<Vector<Observation>> seen = new ArrayList<>();
    /** For each observation how many steps were taken between the one before it and it. */
    private final int[] steps;
    /** For each recorded task the labels that it owes, each with the number of the step that shows it. */
    private final Map<Integer, Deque<Due>> owed = new HashMap<>();

    /** For each recorded task the line that announces its next step. */
    private final Map<Integer, Observation> announced = new HashMap<>();

    private record Due(Label label, int step) {}

    /**
     * Executes a run.
     *
     * @param reached how many observations it explains
     */
    Replay(Model model, Reading reading, Course course, Trail end, int reached) {
        this.reading = reading;
        this.course = course;
        this.steps = new int[reached];
        Deque<Trail> way = new ArrayDeque<>();
        for (Trail each = end; each != null; each = each.before()) {
            way.push(each);
        }
        this.initial = model.initialStates().get(way.pop().position());
        way.forEach(this::go);
    }

    private State now() {
        return moves.isEmpty() ? initial : moves.get(moves.size() - 1).to();
    }

    private void go(Trail trail) {
        if (trail.deed() != null) {
            take(trail);
        }
        if (trail.isSeen()) {
            see(trail, course.observation(trail.position()));
        }
    }

    private void take(Trail trail) {
        Move move = Move.in(now(), trail.deed().effect().step())
                .find(each -> each.choices().equals(trail.deed().effect().choiceTexts()) && !each.fails())
                .getOrElseThrow(
                        () -> wrong("cannot take " + trail.deed().effect().step()));
        for (Label label : reading.labels(move)) {
            owed.computeIfAbsent(trail.task(), task -> new ArrayDeque<>()).add(new Due(label, moves.size()));
        }
        moves.add(move);
        seen.add(Vector.empty());
        steps[trail.position()]++;
        Observation before = announced.remove(trail.task());
        if (before != null) {
            see(trail, before);
        }
    }

    private void see(Trail trail, Observation line) {
        boolean isAhead = trail.deed() == null
                && owed.getOrDefault(trail.task(), new ArrayDeque<>()).isEmpty();
        if (isAhead) {
            announced.put(trail.task(), line);
            return;
        }
        int step = line.sight() instanceof Sight.Shows shows ? seen(trail.task(), shows.label()) : moves.size() - 1;
        seen.set(step, seen.get(step).append(line));
    }

    /** The step that shows what a task was seen to show. Its count may be that of a later moment. */
    private int seen(int task, Label label) {
        Due due = owed.get(task).remove();
        if (!due.label().uncounted().matches(label)) {
            throw wrong("shows " + due.label() + " for " + label);
        }
        return due.step();
    }

    private static ModelException wrong(String what) {
        return new ModelException("a run that was found " + what + " when it is executed: a step may depend on what it"
                + " reads only, and a reading on the step only; fix the one that does not");
    }

    /** The run. */
    Explanation explanation(long nodes) {
        Vector<Integer> moments =
                Vector.ofAll(steps).scanLeft(0, Integer::sum).tail().toVector();
        return new Explanation(initial, Vector.ofAll(moves), Vector.ofAll(seen), moments, nodes);
    }
}
