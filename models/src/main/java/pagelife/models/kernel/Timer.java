package pagelife.models.kernel;

import java.util.function.BiFunction;
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
 * {@code struct timer_list}: once armed it fires, sooner or later: a model has no clock, and whatever can happen before
 * or after a timer fires does. kernel/time/timer.c, 6.12.
 */
public final class Timer {
    /** The place at which its function has returned: one that returns early goes there. */
    public static final String DONE = "done";

    private final Cell<Deferral> cell;
    private boolean hasRunner;

    private Timer(Cell<Deferral> cell) {
        this.cell = cell;
    }

    /** Declares one that is not armed: {@code timer_setup}. */
    public static Timer declare(ModelBuilder model, String name) {
        return new Timer(model.cell(name, Deferral.IDLE));
    }

    /** How far it is. */
    public Cell<Deferral> cell() {
        return cell;
    }

    /**
     * {@code mod_timer}: armed, unless it was shut down; whether it was already. One whose function nobody runs ({@link
     * #fires}) is refused.
     */
    public boolean mod(StepView view) {
        requireRunner();
        Deferral before = view.read(cell);
        view.write(cell, before.queue());
        return before.pending();
    }

    /** {@code timer_delete}: whether it was armed, and is not now. Its function may still be running. */
    public boolean delete(StepView view) {
        Deferral before = view.read(cell);
        view.write(cell, before.cancel());
        return before.pending();
    }

    private void requireRunner() {
        if (!hasRunner) {
            throw new ModelException(cell
                    + " is armed, and nobody is declared who runs its function: say fires(model, \"softirq\", ...)");
        }
    }

    /** {@code timer_pending}. */
    public boolean isPending(View view) {
        return view.read(cell).pending();
    }

    /** {@code timer_delete_sync}: two places, PREFIX1 and PREFIX2. It is not armed, and then not running either. */
    public Consumer<Script> deleteSync(TaskId task, String prefix) {
        return waiting(
                cell,
                task,
                "timer_delete_sync",
                prefix + "1 delete timer",
                (before, waiter) -> before.cancel().awaitRunning(waiter),
                prefix + "2 wait for timer");
    }

    /**
     * {@code timer_shutdown_sync}, from 6.2 on: two places, PREFIX1 and PREFIX2. As {@link #deleteSync}, and nobody
     * arms it any more.
     */
    public Consumer<Script> shutdownSync(TaskId task, String prefix) {
        return waiting(
                cell,
                task,
                "timer_shutdown_sync",
                prefix + "1 shut timer down",
                (before, waiter) -> before.disable().cancel().awaitRunning(waiter),
                prefix + "2 wait for timer");
    }

    /**
     * Declares who runs its function, each time that it fires.
     *
     * @param function adds the steps of the function; one that returns early goes to {@link #DONE}
     */
    public void fires(ModelBuilder model, String name, Consumer<Script> function) {
        hasRunner = true;
        model.task(name)
                .forever()
                .serves()
                .in("kernel/time/timer.c", "expire_timers", "6.12")
                .step("tm fire timer", now -> {
                    now.await(isPending(now));
                    now.change(cell, Deferral::start);
                })
                .in(Source.NONE)
                .with(function)
                .in("kernel/time/timer.c", "call_timer_fn", "6.12")
                .step(DONE + " finish timer", now -> now.change(cell, Deferral::done));
    }

    /**
     * Two places: at the first a task begins to wait for what is deferred, at the second it waits. Each says what it
     * does and how far that is which it does it to: {@code cancel work: running}.
     *
     * @param call the kernel's name of it
     */
    static Consumer<Script> waiting(
            Cell<Deferral> cell,
            TaskId task,
            String call,
            String first,
            BiFunction<Deferral, TaskId, Deferral> begins,
            String second) {
        return script -> script.step(first, now -> {
                    Acting.require(now, task, call);
                    now.saw("%s: %s", does(first), now.read(cell));
                    now.change(cell, before -> begins.apply(before, task));
                })
                .step(second, now -> {
                    Deferral before = now.read(cell);
                    now.await(!before.isAwaitedBy(task));
                    now.saw("%s: %s", does(second), before);
                    if (before.cancelling().contains(task)) {
                        now.write(cell, before.cancelled(task));
                    }
                });
    }

    /** A label without its first word. */
    private static String does(String label) {
        return label.substring(label.indexOf(' ') + 1);
    }
}
