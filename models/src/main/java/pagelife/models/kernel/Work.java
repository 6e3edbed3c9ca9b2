package pagelife.models.kernel;

import java.util.function.Consumer;
import pagelife.checker.model.Cell;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.ModelException;
import pagelife.checker.model.Script;
import pagelife.checker.model.Source;
import pagelife.checker.model.StepView;
import pagelife.checker.model.View;
import pagelife.models.page.TaskId;

/**
 * {@code struct work_struct}: queued once however often that is asked for, done by a worker, never by two at once.
 * kernel/workqueue.c, 6.12.
 */
public final class Work {
    /** The place of a worker at which it has done the work: a function that returns early goes there. */
    public static final String DONE = "done";

    private final Cell<Deferral> cell;
    private boolean hasRunner;

    private Work(Cell<Deferral> cell) {
        this.cell = cell;
    }

    /** Declares one that is not queued: {@code INIT_WORK}. */
    public static Work declare(ModelBuilder model, String name) {
        return new Work(model.cell(name, Deferral.IDLE));
    }

    /** How far it is. */
    public Cell<Deferral> cell() {
        return cell;
    }

    /**
     * {@code queue_work}: whether it is queued now and was not before; what is disabled, or being cancelled by {@link
     * #cancelSync}, is not queued. Work that no {@link #worker} does is refused.
     */
    public boolean queue(StepView view) {
        requireRunner();
        Deferral before = view.read(cell);
        view.write(cell, before.queue());
        return !before.pending() && !before.isClosed();
    }

    /** {@code cancel_work}: whether it was queued, and is not now. It may still be running. */
    public boolean cancel(StepView view) {
        Deferral before = view.read(cell);
        view.write(cell, before.cancel());
        return before.pending();
    }

    private void requireRunner() {
        if (!hasRunner) {
            throw new ModelException(
                    cell + " is queued, and no worker is declared that does it: say worker(model, \"kworker\", ...)");
        }
    }

    /** {@code work_pending}. */
    public boolean isPending(View view) {
        return view.read(cell).pending();
    }

    /**
     * {@code flush_work}: two places, PREFIX1 and PREFIX2. It waits until the work has been done that was queued when
     * it began, or that was being done; not for what is queued later.
     */
    public Consumer<Script> flush(TaskId task, String prefix) {
        return Timer.waiting(
                cell, task, "flush_work", prefix + "1 queue behind work", Deferral::await, prefix + "2 flush work");
    }

    /**
     * {@code cancel_work_sync}: two places, PREFIX1 and PREFIX2. It is not queued, and then not running either; in
     * between nobody can queue it, not even itself ({@code WORK_CANCEL_DISABLE}). Afterwards everybody can.
     */
    public Consumer<Script> cancelSync(TaskId task, String prefix) {
        return Timer.waiting(
                cell,
                task,
                "cancel_work_sync",
                prefix + "1 cancel work",
                (before, waiter) -> before.cancel().awaitRunning(waiter).cancelling(waiter),
                prefix + "2 wait for work");
    }

    /**
     * {@code disable_work_sync}, from 6.10 on: two places, PREFIX1 and PREFIX2. As {@link #cancelSync}, and nobody
     * queues it any more.
     */
    public Consumer<Script> disableSync(TaskId task, String prefix) {
        return Timer.waiting(
                cell,
                task,
                "disable_work_sync",
                prefix + "1 disable work",
                (before, waiter) -> before.disable().cancel().awaitRunning(waiter),
                prefix + "2 wait for work");
    }

    /**
     * Declares a worker, which does the work each time that it was queued, and that no other is doing.
     *
     * @param function adds the steps of the function; one that returns early goes to {@link #DONE}
     */
    public void worker(ModelBuilder model, String name, Consumer<Script> function) {
        hasRunner = true;
        model.task(name)
                .forever()
                .serves()
                .in("kernel/workqueue.c", "process_one_work", "6.12")
                .step("wq take work", now -> {
                    Deferral before = now.read(cell);
                    now.await(before.pending() && !before.running());
                    now.write(cell, before.start());
                })
                .in(Source.NONE)
                .with(function)
                .in("kernel/workqueue.c", "process_one_work", "6.12")
                .step(DONE + " finish work", now -> now.change(cell, Deferral::done));
    }
}
