package pagelife.checker.observe;

import io.vavr.collection.Seq;
import pagelife.checker.engine.code.Cells;
import pagelife.checker.engine.code.Effect;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Event;
import pagelife.checker.model.ModelException;
import pagelife.checker.model.Step;
import pagelife.checker.model.Transition;

/** An effect as a reading sees it: whatever state it is taken in, and so only the cells that it reads or writes. */
record Seen(Cells cells, Effect effect) implements Transition {
    @Override
    public Step step() {
        return effect.step();
    }

    @Override
    public <T> T before(Cell<T> cell) {
        int known = effect.known(cell.index());
        if (known < 0) {
            throw new ModelException("a reading looks at " + cell + " before step " + step().label()
                    + ", which does not read it: what a step shows is said by what it tells, reads and writes");
        }
        return value(cell, known);
    }

    @Override
    public <T> T after(Cell<T> cell) {
        int written = effect.written(cell.index());
        return written < 0 ? before(cell) : value(cell, written);
    }

    @SuppressWarnings("unchecked") // a cell's domain holds values of its type only
    private <T> T value(Cell<T> cell, int id) {
        return (T) cells.domain(cell.index()).value(id);
    }

    @Override
    public boolean hasRead(Cell<?> cell) {
        return effect.read(cell.index());
    }

    @Override
    public boolean wrote(Cell<?> cell) {
        return effect.written(cell.index()) >= 0;
    }

    @Override
    public Seq<Event> events() {
        return effect.events();
    }
}
