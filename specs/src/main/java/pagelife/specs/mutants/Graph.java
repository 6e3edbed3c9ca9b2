package pagelife.specs.mutants;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pagelife.checker.model.Actor;
import pagelife.checker.model.At;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Event;
import pagelife.checker.model.Model;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;

/**
 * The states of models, numbered, with what can be seen of each and of the steps between them: what every cell holds,
 * which call each task is in or whether it has ended, and who tells what. Where within a call a task stands is not
 * seen.
 */
final class Graph {
    private final List<Integer> looks = new ArrayList<>();
    private final List<List<Edge>> edges = new ArrayList<>();
    private final Map<Object, Integer> known = new HashMap<>();
    private final int most;

    /**
     * A step between states.
     *
     * @param sight what is seen of it; -1 for one that changes nothing that is seen, and tells nothing
     */
    record Edge(int sight, int to) {}

    private record Look(Seq<Object> values, Seq<Object> calls) {}

    private record Sight(String actor, Seq<Event> events) {}

    /** @param most with more states than these it is given up */
    Graph(int most) {
        this.most = most;
    }

    /** Adds the states of a model. Returns the numbers of its initial ones; empty where there are too many states. */
    Option<Seq<Integer>> add(Model model) {
        Map<State, Integer> numbers = new HashMap<>();
        List<State> states = new ArrayList<>();
        int first = looks.size();
        Seq<Integer> initial = model.initialStates().map(state -> number(state, numbers, states, first));
        for (int next = 0; next < states.size(); next++) {
            State from = states.get(next);
            for (Move move : Move.in(from)) {
                int to = number(move.to(), numbers, states, first);
                edges.get(first + next)
                        .add(new Edge(sight(move, looks.get(first + next).equals(looks.get(to))), to));
            }
            if (states.size() > most) {
                return Option.none();
            }
        }
        return Option.some(initial);
    }

    private int number(State state, Map<State, Integer> numbers, List<State> states, int first) {
        return numbers.computeIfAbsent(state, fresh -> {
            states.add(fresh);
            looks.add(known(look(fresh)));
            edges.add(new ArrayList<>(4));
            return first + states.size() - 1;
        });
    }

    private int sight(Move move, boolean looksTheSame) {
        Seq<Event> told = move.events().filter(Event::isListed);
        return looksTheSame && told.isEmpty()
                ? -1
                : known(new Sight(move.step().actor().name(), told));
    }

    private int known(Object seen) {
        return known.computeIfAbsent(seen, fresh -> known.size());
    }

    private static Look look(State state) {
        Seq<Actor> actors = state.model().actors();
        Seq<Cell<?>> controls = actors.map(Actor::control);
        Vector<Object> values =
                state.model().cells().toVector().reject(controls::contains).map(cell -> (Object) state.read(cell));
        return new Look(values, actors.toVector().map(actor -> call(state.at(actor))));
    }

    private static Object call(Control control) {
        return control instanceof At at ? at.call() : control == Control.finished() ? control : "";
    }

    int states() {
        return looks.size();
    }

    /** What is seen of a state: equal for states that look the same. */
    int look(int state) {
        return looks.get(state);
    }

    List<Edge> edges(int state) {
        return edges.get(state);
    }
}
