package pagelife.models.kernel;

import pagelife.checker.model.Cell;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Now;
import pagelife.checker.model.StepView;
import pagelife.checker.model.View;
import pagelife.models.page.RwSemaphore;

/**
 * {@code struct rw_semaphore}: many read, or one writes. kernel/locking/rwsem.c, 6.12. It favours nobody, where the
 * kernel lets no reader pass a writer that has waited for long: a writer may be starved here.
 *
 * @param cell who is inside
 */
public record RwSem(Cell<RwSemaphore> cell) {
    /** Declares a free one. */
    public static RwSem declare(ModelBuilder model, String name) {
        return new RwSem(model.cell(name, RwSemaphore.FREE));
    }

    /** Whether {@link #downRead} would not have to wait. */
    public boolean canRead(View view) {
        return view.read(cell).canRead();
    }

    /** {@code down_read}: waits until nobody writes. */
    public void downRead(Now now) {
        now.await(canRead(now));
        now.change(cell, RwSemaphore::downRead);
    }

    /** {@code down_read_trylock}: whether nobody writes, and it reads now. */
    public boolean tryDownRead(StepView view) {
        boolean free = canRead(view);
        if (free) {
            view.write(cell, view.read(cell).downRead());
        }
        return free;
    }

    /** {@code up_read}. */
    public void upRead(StepView view) {
        view.write(cell, view.read(cell).upRead());
    }

    /** {@code down_write}: waits until nobody reads or writes. */
    public void downWrite(Now now) {
        now.await(now.read(cell).canWrite());
        now.change(cell, RwSemaphore::downWrite);
    }

    /** {@code down_write_trylock}: whether nobody reads or writes, and it writes now. */
    public boolean tryDownWrite(StepView view) {
        boolean free = view.read(cell).canWrite();
        if (free) {
            view.write(cell, view.read(cell).downWrite());
        }
        return free;
    }

    /** {@code up_write}. */
    public void upWrite(StepView view) {
        view.write(cell, view.read(cell).upWrite());
    }

    /** {@code downgrade_write}: the writer reads, and nobody wrote between. */
    public void downgradeWrite(StepView view) {
        view.write(cell, view.read(cell).upWrite().downRead());
    }
}
