package pagelife.specs.mutants;

import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import pagelife.checker.model.Actor;
import pagelife.checker.model.At;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Model;
import pagelife.checker.model.Move;
import pagelife.checker.model.Nothing;
import pagelife.checker.model.State;
import pagelife.checker.model.Step;
import pagelife.specs.mutants.Names.Key;

/**
 * What the steps of a model were seen to do in its first states, and so which mistakes can be made in them.
 *
 * <p>Steps of one id in one operation are one, whoever takes them and wherever.
 */
final class Sketch {
    /* Steps that are taken later than this are rare, and a mistake in them is, too. */
    private static final int MOST_STATES = 4_000;

    private final Model model;
    private final Map<Key, Seen> seen = new LinkedHashMap<>();
    private final Names names;
    private final Set<Use> writes = new HashSet<>();

    /** Who has to do with a cell. */
    private record Use(Actor actor, Cell<?> cell) {}

    /** What a step was seen to do. */
    private static final class Seen {
        private LinkedHashSet<String> written = LinkedHashSet.empty();
        private LinkedHashSet<String> counted = LinkedHashSet.empty();
        private LinkedHashSet<String> emptied = LinkedHashSet.empty();
        private LinkedHashSet<String> nexts = LinkedHashSet.empty();
        private LinkedHashSet<Use> readBeforeWriting = LinkedHashSet.empty();
        private boolean waits;
        private boolean carries;
    }

    private Sketch(Model model) {
        this.model = model;
        this.names = Names.of(model);
    }

    /** The sketch of a model. */
    static Sketch of(Model model) {
        Sketch sketch = new Sketch(model);
        sketch.model.steps().forEach(step -> sketch.seen.computeIfAbsent(sketch.names.key(step), key -> new Seen()));
        sketch.explore();
        return sketch;
    }

    private void explore() {
        Set<State> known = new HashSet<>(model.initialStates().toJavaList());
        Deque<State> waiting = new ArrayDeque<>(known);
        while (!waiting.isEmpty()) {
            State state = waiting.remove();
            for (Actor actor : model.actors()) {
                look(state, actor);
            }
            for (Move move : Move.in(state)) {
                look(move);
                if (known.size() < MOST_STATES && known.add(move.to())) {
                    waiting.add(move.to());
                }
            }
        }
    }

    /** Whether a step stands where it cannot be taken. */
    private void look(State state, Actor actor) {
        Control at = state.at(actor);
        for (Step step : actor.steps().filter(one -> one.startsAt(at))) {
            Seen one = seen.get(names.key(step));
            one.waits |= !Move.isPossible(state, step);
            one.carries |= !(at instanceof At here) || here.carried() != Nothing.NOTHING;
        }
    }

    private void look(Move move) {
        Seen one = seen.get(names.key(move.step()));
        Actor actor = move.step().actor();
        if (!move.writes().isEmpty()) {
            one.readBeforeWriting = one.readBeforeWriting.addAll(move.reads().map(cell -> new Use(actor, cell)));
        }
        move.writes().forEach(cell -> writes.add(new Use(actor, cell)));
        Control next = move.to().at(actor);
        one.nexts = one.nexts.add(
                next instanceof At to && to.carried() == Nothing.NOTHING ? to.place() : Control.End.WAITS.toString());
        for (Cell<?> cell : move.writes()) {
            Object before = move.from().read(cell);
            Object after = move.to().read(cell);
            if (!before.equals(after)) {
                one.written = one.written.add(cell.family());
                one.counted = Rebuilt.off(before, after, 1).isEmpty() ? one.counted : one.counted.add(cell.family());
                one.emptied =
                        Rebuilt.withoutOne(before, after).isEmpty() ? one.emptied : one.emptied.add(cell.family());
            }
        }
    }

    /** The mistakes that can be made, step by step. */
    Seq<Mutant> mutants() {
        return Vector.ofAll(seen.entrySet()).flatMap(entry -> mutants(entry.getKey(), entry.getValue()));
    }

    private Seq<Mutant> mutants(Key key, Seen step) {
        Vector<Mutant> found = step.written.toVector().map(family -> mutant(key, Kind.DROP_WRITE, family));
        found = found.appendAll(step.counted.map(family -> mutant(key, Kind.ONE_MORE, family)))
                .appendAll(step.counted.map(family -> mutant(key, Kind.ONE_LESS, family)))
                .appendAll(step.emptied.map(family -> mutant(key, Kind.TAKE_ONE, family)));
        found = step.waits ? found.append(mutant(key, Kind.OPEN_GUARD, "")) : found;
        found = step.readBeforeWriting.exists(this::isWrittenByOthers)
                ? found.append(mutant(key, Kind.SPLIT, ""))
                : found;
        return found.appendAll(swap(key, step));
    }

    /** Whether what was read can have changed before the reader goes on. */
    private boolean isWrittenByOthers(Use read) {
        return writes.stream().anyMatch(write -> write.cell() == read.cell() && write.actor() != read.actor());
    }

    /** The step after it, where all three places carry nothing, and each was seen to go on. */
    private Seq<Mutant> swap(Key key, Seen step) {
        Seq<Key> all = Vector.ofAll(seen.keySet());
        int at = all.indexOf(key);
        if (at + 2 >= all.size()) {
            return Vector.empty();
        }
        Key next = all.get(at + 1);
        Key then = all.get(at + 2);
        boolean together =
                next.operation().equals(key.operation()) && then.operation().equals(key.operation());
        boolean plain = !step.carries && !seen.get(next).carries && !seen.get(then).carries;
        boolean inRow = step.nexts.contains(next.step()) && seen.get(next).nexts.contains(then.step());
        return together && plain && inRow
                ? Vector.of(new Mutant(key.operation(), key.step(), Kind.SWAP, next.step(), then.step()))
                : Vector.empty();
    }

    private static Mutant mutant(Key key, Kind kind, String target) {
        return new Mutant(key.operation(), key.step(), kind, target);
    }
}
