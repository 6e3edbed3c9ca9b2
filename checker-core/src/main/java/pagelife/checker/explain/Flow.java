package pagelife.checker.explain;

import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;
import pagelife.checker.property.Decisive;
import pagelife.checker.result.Trace;
import pagelife.checker.result.TraceStep;

/**
 * Which steps read a value that they hand on and that the end depends on: had another task changed it before, the same
 * steps would have ended otherwise. Both are tried with the model's code. Steps are counted from 1.
 */
final class Flow {
    /** So many steps of a task are looked at for what it changes when it goes on alone. */
    private static final int FAR = 30;

    /** So many steps are taken for a trace, in some ten milliseconds; beyond that nothing is found. */
    private static final int MOST_MOVES = 5_000;

    private final Trace trace;
    private final Set<Decisive> core;
    private final Causes causes;
    private int moves;

    Flow(Trace trace, Set<Decisive> core, Causes causes) {
        this.trace = trace;
        this.core = core;
        this.causes = causes;
    }

    /** Whether the end depends on what a step read, and it would be another if another task had been earlier. */
    boolean carries(int step) {
        return causes.reads(step).exists(cell -> carries(step, cell));
    }

    private <T> boolean carries(int step, Cell<T> cell) {
        return later(step, cell).exists(value -> endsOtherwise(step, cell, value));
    }

    /** What others make of a cell when they go on, each alone, from where a step is taken. */
    private <T> Set<T> later(int step, Cell<T> cell) {
        State from = trace.before(step - 1);
        Actor reader = taken(step).step().actor();
        return LinkedHashSet.ofAll(from.model().actors())
                .filter(actor -> actor != reader)
                .flatMap(actor -> alone(from, actor, cell))
                .remove(from.read(cell));
    }

    private <T> Set<T> alone(State from, Actor actor, Cell<T> cell) {
        Set<T> values = LinkedHashSet.empty();
        State state = from;
        for (int i = 0; i < FAR && moves < MOST_MOVES; i++) {
            Option<Move> next = Move.in(state, actor).headOption();
            if (next.isEmpty()) {
                break;
            }
            moves++;
            state = next.get().to();
            values = values.add(state.read(cell));
        }
        return values;
    }

    /** Whether the same steps end otherwise if one of them, and no other, finds another value in a cell. */
    private <T> boolean endsOtherwise(int step, Cell<T> cell, T value) {
        try {
            Option<Move> first = again(trace.before(step - 1).with(cell, value), step);
            Option<State> state = first.map(move -> causes.changes(step, cell)
                    ? move.to()
                    : move.to().with(cell, trace.before(step).read(cell)));
            return state.exists(after -> goesOn(after, step));
        } catch (RuntimeException e) {
            return false; // the model has no answer for values that no state has together
        }
    }

    /** Whether all later steps can be taken, and the claim sees something else. */
    private boolean goesOn(State after, int step) {
        State state = after;
        boolean differs = differs(state, step);
        for (int next = step + 1; next <= trace.length(); next++) {
            if (state.equals(trace.before(next - 1))) {
                return differs;
            }
            Option<Move> move = again(state, next);
            if (move.isEmpty()) {
                return false;
            }
            state = move.get().to();
            differs |= differs(state, next) || move.get().fails() != taken(next).fails();
        }
        return differs;
    }

    private boolean differs(State state, int moment) {
        return core.exists(one -> one.moment() == moment
                && !state.read(one.cell()).equals(trace.before(moment).read(one.cell())));
    }

    /** The same step with the same choices; empty where it cannot be taken. */
    private Option<Move> again(State state, int number) {
        moves++;
        TraceStep taken = taken(number);
        Seq<Move> ways = Move.in(state, taken.step());
        return ways.find(move -> move.choices().equals(taken.choices()));
    }

    private TraceStep taken(int step) {
        return trace.steps().get(step - 1);
    }
}
