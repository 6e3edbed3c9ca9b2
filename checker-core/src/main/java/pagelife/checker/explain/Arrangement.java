package pagelife.checker.explain;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;
import pagelife.checker.result.Trace;
import pagelife.checker.result.TraceStep;

/**
 * Puts the steps of a trace into the order that reads best: the fewest changes from one task to another, then tasks
 * that begin latest, then the order in which the model declares its tasks.
 *
 * <p>Only steps that do not depend on each other change places: two of different tasks, neither of which writes what
 * the other reads or writes. So all states at the ends stay as they were, the last step stays last, and no order is
 * shorter. The best of all such orders is found exactly, see {@link BestOrder}; only a trace with very many orders
 * stays as it is. What comes out has been executed by the model's code once more, and says which way each test went.
 */
public final class Arrangement {
    private Arrangement() {}

    /** {@code trace} in its best order; of a lasso what comes before the loop, and the loop, each for itself. */
    public static Trace of(Trace trace) {
        int loop = trace.loopStart().getOrElse(trace.length());
        boolean whole = trace.loopStart().isEmpty();
        List<Integer> order = new ArrayList<>();
        BestOrder.of(trace.steps().take(loop), whole).forEach(order::add);
        BestOrder.of(trace.steps().drop(loop), false).forEach(i -> order.add(loop + i));
        return inOrder(trace, Vector.ofAll(order)).getOrElse(trace);
    }

    /** {@code trace} in the order that it has. */
    public static Trace asItIs(Trace trace) {
        return inOrder(trace, Vector.range(0, trace.length())).getOrElse(trace);
    }

    /** The steps of {@code trace} in {@code order}, executed; empty if they cannot be taken so, or end elsewhere. */
    private static Option<Trace> inOrder(Trace trace, Seq<Integer> order) {
        State now = trace.initial();
        Vector<TraceStep> steps = Vector.empty();
        for (int i : order) {
            Option<TraceStep> again = again(now, trace.before(i), trace.steps().get(i));
            if (again.isEmpty()) {
                return Option.none();
            }
            steps = steps.append(again.get());
            now = again.get().after();
        }
        Trace arranged = new Trace(trace.initial(), steps, trace.loopStart());
        return Option.when(now.equals(trace.last()) && closes(arranged), arranged);
    }

    private static boolean closes(Trace trace) {
        return trace.loopStart().forAll(start -> trace.before(start).equals(trace.last()));
    }

    /** The step taken from {@code now}, if it does there what it did before. */
    private static Option<TraceStep> again(State now, State before, TraceStep taken) {
        return Move.in(now, taken.step())
                .find(move -> move.choices().equals(taken.choices())
                        && before.changed(taken.after())
                                .forAll(cell -> move.to()
                                        .read(cell)
                                        .equals(taken.after().read(cell))))
                .map(move -> new TraceStep(
                        taken.step(),
                        taken.choices(),
                        move.events(),
                        move.said(),
                        taken.reads(),
                        taken.writes(),
                        move.to()));
    }
}
