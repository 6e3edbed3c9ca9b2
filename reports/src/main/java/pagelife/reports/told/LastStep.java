package pagelife.reports.told;

import io.vavr.collection.Seq;
import java.util.function.Consumer;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Event;
import pagelife.checker.model.Step;
import pagelife.checker.model.Transition;
import pagelife.checker.result.Trace;
import pagelife.checker.result.TraceStep;

/** The last step of a trace as a step property sees it; tells which cells the property reads. */
final class LastStep implements Transition {
    private final Trace trace;
    private final TraceStep last;
    private final Consumer<Cell<?>> reads;

    LastStep(Trace trace, Consumer<Cell<?>> reads) {
        this.trace = trace;
        this.last = trace.steps().last();
        this.reads = reads;
    }

    @Override
    public Step step() {
        return last.step();
    }

    @Override
    public <T> T before(Cell<T> cell) {
        reads.accept(cell);
        return trace.before(trace.length() - 1).read(cell);
    }

    @Override
    public <T> T after(Cell<T> cell) {
        reads.accept(cell);
        return last.after().read(cell);
    }

    @Override
    public boolean hasRead(Cell<?> cell) {
        return last.reads().contains(cell);
    }

    @Override
    public boolean wrote(Cell<?> cell) {
        return last.writes().contains(cell) || cell == last.step().actor().control();
    }

    @Override
    public Seq<Event> events() {
        return last.events();
    }
}
