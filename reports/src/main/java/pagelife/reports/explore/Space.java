package pagelife.reports.explore;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;

/**
 * All states of a small model, numbered from 0 as they are met breadth-first, with what can be done in each. Found by
 * the model's own code on boxed values: some ten thousand states take a second or two.
 *
 * @param guide what it was gone through with
 * @param states the states by number
 * @param moves what can be done in each
 * @param numbers the number of each state
 */
public record Space(Guide guide, List<State> states, List<Seq<Move>> moves, Map<State, Integer> numbers) {
    /** More than this makes a page that a browser is slow to read. */
    public static final int MOST_STATES = 20_000;

    /** The states of a model; empty if there are more than {@code most}. */
    public static Option<Space> of(Guide guide, int most) {
        Space space = new Space(guide, new ArrayList<>(), new ArrayList<>(), new HashMap<>());
        guide.model().initialStates().forEach(space::meet);
        for (int at = 0; at < space.states.size(); at++) {
            if (space.states.size() > most) {
                return Option.none();
            }
            Seq<Move> possible = guide.moves(space.states.get(at));
            space.moves.add(possible);
            possible.map(Move::to).forEach(space::meet);
        }
        return Option.some(space);
    }

    private void meet(State state) {
        if (numbers.putIfAbsent(state, states.size()) == null) {
            states.add(state);
        }
    }

    /** The number of the state that a move leads to. */
    public int number(Move move) {
        return numbers.get(move.to());
    }
}
