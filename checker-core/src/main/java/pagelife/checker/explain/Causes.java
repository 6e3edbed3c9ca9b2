package pagelife.checker.explain;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.checker.model.Cell;
import pagelife.checker.model.State;
import pagelife.checker.result.Trace;

/** Which step wrote what a step read. Steps are counted from 1; the values at the start were written by nobody. */
public final class Causes {
    private final Trace trace;

    /** The causes in {@code trace}. */
    public Causes(Trace trace) {
        this.trace = trace;
    }

    /** The last step before {@code step} that changed {@code cell}; empty when it holds what it did at the start. */
    public Option<Integer> writer(int step, Cell<?> cell) {
        for (int earlier = step - 1; earlier > 0; earlier--) {
            if (changes(earlier, cell)) {
                return Option.some(earlier);
            }
        }
        return Option.none();
    }

    /** Whether {@code step} leaves {@code cell} with another value. */
    public boolean changes(int step, Cell<?> cell) {
        return !before(step).read(cell).equals(after(step).read(cell));
    }

    /** The cells that {@code step} changes. */
    public Seq<Cell<?>> changed(int step) {
        return before(step).changed(after(step));
    }

    /** The cells that {@code step} reads, its actor's control cell not among them. */
    public Seq<Cell<?>> reads(int step) {
        Cell<?> control = trace.steps().get(step - 1).step().actor().control();
        return trace.steps().get(step - 1).reads().filter(cell -> cell != control);
    }

    private State before(int step) {
        return trace.before(step - 1);
    }

    private State after(int step) {
        return trace.steps().get(step - 1).after();
    }
}
