package pagelife.models.kernel;

import pagelife.checker.model.Cell;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Now;
import pagelife.checker.model.StepView;
import pagelife.checker.model.View;

/**
 * {@code struct completion}: who waits goes on once for each time that it was completed. Test, queue and wake happen
 * under one lock, so that no wake-up is lost. kernel/sched/completion.c, 6.12.
 *
 * @param cell how often it was completed
 */
public record Completion(Cell<Done> cell) {
    /**
     * How often it was completed.
     *
     * @param times and not waited for yet
     * @param all whether it is done for all who will ever ask
     */
    public record Done(int times, boolean all) {
        private static final Done NOT = new Done(0, false);
        private static final Done FOR_ALL = new Done(0, true);

        private boolean isDone() {
            return all || times > 0;
        }

        private Done taken() {
            return all ? this : new Done(times - 1, false);
        }

        @Override
        public String toString() {
            return all ? "done for all" : times == 0 ? "not done" : times == 1 ? "done" : "done " + times + " times";
        }
    }

    /** Declares one that is not done. */
    public static Completion declare(ModelBuilder model, String name) {
        return new Completion(model.cell(name, Done.NOT));
    }

    /** Declares one that is done for all who will ever ask. */
    public static Completion declareDone(ModelBuilder model, String name) {
        return new Completion(model.cell(name, Done.FOR_ALL));
    }

    /** {@code complete}: one waiter goes on. */
    public void complete(StepView view) {
        Done done = view.read(cell);
        view.write(cell, done.all() ? done : new Done(done.times() + 1, false));
    }

    /** {@code complete_all}: whoever waits goes on, now and later. */
    public void completeAll(StepView view) {
        view.write(cell, Done.FOR_ALL);
    }

    /** {@code wait_for_completion}: sleeps until it is done, and takes one of the times. */
    public void waitFor(Now now) {
        now.await(now.read(cell).isDone());
        now.write(cell, now.read(cell).taken());
    }

    /** {@code try_wait_for_completion}: whether it was done, in which case it takes one of the times. */
    public boolean tryWaitFor(StepView view) {
        Done done = view.read(cell);
        if (done.isDone()) {
            view.write(cell, done.taken());
        }
        return done.isDone();
    }

    /** {@code reinit_completion}: not done, whatever came between. */
    public void reinit(StepView view) {
        view.write(cell, Done.NOT);
    }

    /** {@code completion_done}. */
    public boolean isDone(View view) {
        return view.read(cell).isDone();
    }
}
