package pagelife.checker.simulate;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Random;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Model;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;

/**
 * One random walk.
 *
 * @param model where
 * @param strategy who goes next
 * @param expected how many steps it is expected to take at most: where strategies place their changes
 * @param depth how many steps it takes at most
 */
public record Walk(Model model, Strategy strategy, int expected, int depth) {
    /* Walks of models that we ship end after about as many steps each; the longest of so many is a good guess. */
    private static final int TRIED = 16;

    /** How many steps walks take: the most of some, each of which goes anywhere. They have numbers below 0. */
    static int expected(Model model, Walks walks, Watched watched) {
        Walk anywhere = new Walk(model, new Strategy.Uniform(), walks.depth(), walks.depth());
        int most = 1;
        for (int i = 1; i <= TRIED; i++) {
            Run run = anywhere.take(walks.random(-i), watched);
            most = Math.max(most, run.length());
        }
        return most;
    }

    /* Walks longer than this probably have no end. */
    private static final int LONGEST = 2000;

    /** The most steps of some walks, all of which came to where nobody can go on; empty where one did not. */
    public static Option<Integer> longest(Model model) {
        int most = expected(model, new Walks(1, LONGEST, 1, new Strategy.Uniform()), new Watched(Vector.empty()));
        return Option.when(most < LONGEST, most);
    }

    /** Takes it: until nobody can go on, a step fails, or it is long enough. Tells {@code watched} of each step. */
    public Run take(Random random, Watched watched) {
        Seq<State> initial = model.initialStates();
        State state = initial.get(random.nextInt(initial.size()));
        Schedule schedule = strategy.begin(model.actors(), expected, random);
        Vector<Move> moves = Vector.empty();
        watched.begin(state);
        while (moves.size() < depth) {
            Move move = next(state, schedule, random, watched);
            if (move == null) {
                watched.stuck(state);
                break;
            }
            moves = moves.append(move);
            watched.took(move);
            schedule.went(move.step().actor());
            if (move.fails()) {
                break;
            }
            state = move.to();
        }
        Run walk = new Run(moves.isEmpty() ? state : moves.head().from(), moves);
        watched.ended(walk);
        return walk;
    }

    private static Move next(State state, Schedule schedule, Random random, Watched watched) {
        for (Actor actor : schedule.preferred()) {
            Seq<Move> moves = actor.steps().flatMap(step -> watched.moves(state, step));
            if (!moves.isEmpty()) {
                return moves.get(moves.size() == 1 ? 0 : random.nextInt(moves.size()));
            }
        }
        return null;
    }
}
