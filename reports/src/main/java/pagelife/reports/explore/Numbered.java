package pagelife.reports.explore;

import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pagelife.checker.model.State;

/** States by number, in the order in which they were asked about. Safe for several threads. */
public final class Numbered {
    private final List<State> states = new ArrayList<>();
    private final Map<State, Integer> numbers = new HashMap<>();

    /** No state yet. */
    public Numbered() {}

    /** The number of a state; a new one gets the next. */
    public synchronized int number(State state) {
        Integer known = numbers.putIfAbsent(state, states.size());
        if (known != null) {
            return known;
        }
        states.add(state);
        return states.size() - 1;
    }

    /** The state of a number; empty if none has it. */
    public synchronized Option<State> state(int number) {
        return number >= 0 && number < states.size() ? Option.some(states.get(number)) : Option.none();
    }
}
