package pagelife.specs.arbitrary;

import io.vavr.collection.Iterator;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.random.RandomGenerator;
import pagelife.checker.model.Model;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;
import pagelife.specs.litmus.Run;

/**
 * Runs of a model by number: a schedule is a list of numbers, each of which says which of the possible moves is taken.
 * Any list gives a run, and equal lists give equal ones. Immutable.
 *
 * <p>Each step executes the model's code on boxed values: good for runs of some thousand steps, not for a search.
 */
public final class Schedules {
    private final Model model;

    private Schedules(Model model) {
        this.model = model;
    }

    /** Runs of {@code model}. */
    public static Schedules of(Model model) {
        return new Schedules(model);
    }

    /**
     * The run that takes, with each number, one of the moves that are possible then, modulo how many there are. Where
     * the model has several initial states the first number picks one. It ends with the last number, or earlier where
     * nothing can be done.
     */
    public Run run(Seq<Integer> numbers) {
        return run(numbers.iterator());
    }

    /** A run of at most so many steps, each drawn evenly among those that are possible. */
    public Run run(RandomGenerator random, int steps) {
        int numbers = steps + (model.initialStates().size() > 1 ? 1 : 0);
        return run(Iterator.continually(() -> random.nextInt(Integer.MAX_VALUE)).take(numbers));
    }

    private Run run(Iterator<Integer> numbers) {
        Seq<State> initial = model.initialStates();
        State first = initial.size() == 1 || !numbers.hasNext() ? initial.head() : chosen(initial, numbers.next());
        Vector<Move> moves = Vector.empty();
        Seq<Move> possible = Move.in(first);
        while (!possible.isEmpty() && numbers.hasNext()) {
            Move move = chosen(possible, numbers.next());
            moves = moves.append(move);
            possible = move.fails() ? Vector.empty() : Move.in(move.to());
        }
        return new Run(first, moves);
    }

    private static <T> T chosen(Seq<T> among, int number) {
        return among.get(Math.floorMod(number, among.size()));
    }
}
