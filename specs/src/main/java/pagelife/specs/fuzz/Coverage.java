package pagelife.specs.fuzz;

import io.vavr.collection.Vector;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import pagelife.checker.model.Actor;
import pagelife.checker.model.At;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Move;
import pagelife.checker.simulate.Run;

/**
 * What runs have done, whatever their tasks are called and whatever they were given: steps of operations, what they
 * read and where it led, and which step read what which other task's step had written.
 */
final class Coverage {
    private static final Pattern NUMBERED = Pattern.compile("\\b([a-z]{2,})[0-9]+\\b");

    private final Set<Step> steps = new HashSet<>();
    private final Set<Leaf> leaves = new HashSet<>();
    private final Set<Pair> pairs = new HashSet<>();

    /** A step of an operation. */
    private record Step(String operation, String id) {
        static Step of(Move move) {
            Actor actor = move.step().actor();
            return new Step(
                    actor.call(move.from().at(actor))
                            .map(call -> call.operation().name())
                            .getOrElse(actor.name()),
                    move.step().id());
        }
    }

    /** A leaf of the trie of a step: what it read, and where that led; what tasks are called does not matter. */
    private record Leaf(Step step, String to, Vector<String> read) {
        static Leaf of(Step step, Move move) {
            return new Leaf(
                    step,
                    place(move.to().at(move.step().actor())),
                    move.reads()
                            .reject(cell -> cell.owner().isDefined())
                            .map(cell -> kind(cell) + "=" + value(cell, move))
                            .toVector());
        }

        /** Tasks are told apart by a number at most: without it all of one kind are one. */
        private static String value(Cell<?> cell, Move move) {
            return NUMBERED.matcher(move.from().read(cell).toString()).replaceAll("$1");
        }

        private static String place(Control control) {
            return control instanceof At at ? at.place() : control.getClass().getSimpleName();
        }
    }

    /** A step that read what a step of another task had written. */
    private record Pair(Step wrote, Step read, String cell) {}

    private static String kind(Cell<?> cell) {
        int argument = cell.name().indexOf('(');
        return argument < 0 ? cell.name() : cell.name().substring(0, argument);
    }

    /** Adds what a run did; whether any of it is new. */
    boolean add(Run run) {
        int before = size();
        Map<Cell<?>, Move> writers = new HashMap<>();
        for (Move move : run.moves()) {
            Step step = Step.of(move);
            steps.add(step);
            leaves.add(Leaf.of(step, move));
            for (Cell<?> cell : move.reads()) {
                Move writer = writers.get(cell);
                if (writer != null && writer.step().actor() != move.step().actor()) {
                    pairs.add(new Pair(Step.of(writer), step, kind(cell)));
                }
            }
            move.writes().forEach(cell -> writers.put(cell, move));
        }
        return size() > before;
    }

    private int size() {
        return steps.size() + leaves.size() + pairs.size();
    }

    /** How much there is so far. */
    Covered covered() {
        return new Covered(steps.size(), leaves.size(), pairs.size());
    }
}
