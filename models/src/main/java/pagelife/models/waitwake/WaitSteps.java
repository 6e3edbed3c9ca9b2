package pagelife.models.waitwake;

import io.vavr.control.Option;
import pagelife.checker.model.ActorBuilder;
import pagelife.checker.model.Control;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.model.StepView;
import pagelife.models.page.PageId;
import pagelife.models.page.TaskId;
import pagelife.models.page.WaitKey;
import pagelife.models.page.Waiting;

/** {@code ___wait_var_event} in a loop over pages, as a file system breaks layouts. */
final class WaitSteps {
    private final Kernel kernel;
    private final Rules rules;
    private final TaskId task;

    WaitSteps(Kernel kernel, TaskId task) {
        this.kernel = kernel;
        this.rules = kernel.rules();
        this.task = task;
    }

    void declare(ModelBuilder model, boolean signals) {
        Source wait = kernel.source("include/linux/wait_bit.h", "___wait_var_event");
        ActorBuilder<Wait> waiter = model.actor(task.name(), Wait.class, new Wait.Scan())
                .step(
                        "w0",
                        "find page in use",
                        kernel.source("fs/dax.c", "dax_layout_busy_page"),
                        Wait.Scan.class,
                        this::w0)
                .step("w1", "enqueue", wait, Wait.Enqueue.class, this::w1)
                .step("w2", "test", wait, Wait.Test.class, this::w2)
                .step("w4", "sleep", kernel.source("kernel/sched/core.c", "schedule"), Wait.Asleep.class, this::w4);
        if (signals) {
            waiter.step("w3", "signal", wait, Wait.Asleep.class, this::w3);
        }
    }

    private Control w0(Wait.Scan scan, StepView view) {
        Option<PageId> busy =
                kernel.pages().keys().find(page -> view.read(kernel.page(page)).refs() > Rules.IDLE);
        return busy.<Control>map(page ->
                        rules.enqueuesFirst() ? new Wait.Enqueue(page, false) : new Wait.Test(page, false, false))
                .getOrElse(Control::finished);
    }

    private Control w1(Wait.Enqueue enqueue, StepView view) {
        Waiting.enqueue(view, kernel.queue(enqueue.page()), task, WaitKey.REFCOUNT, rules.exclusive());
        return rules.enqueuesFirst()
                ? new Wait.Test(enqueue.page(), enqueue.slept(), true)
                : new Wait.Asleep(enqueue.page(), true);
    }

    /** W2 and W3: with nothing to wait for it leaves the queue. */
    private Control w2(Wait.Test test, StepView view) {
        PageId page = test.page();
        if (rules.looksIdle(view.read(kernel.page(page)).refs())) {
            if (test.queued()) {
                Waiting.dequeue(view, kernel.queue(page), task);
            }
            return rules.alwaysRetries() || test.slept() ? new Wait.Scan() : Control.finished();
        }
        return rules.enqueuesFirst() ? new Wait.Asleep(page, test.queued()) : new Wait.Enqueue(page, test.slept());
    }

    /** W4: a sleeper that is not queued is woken by nobody. */
    private Control w4(Wait.Asleep asleep, StepView view) {
        if (!asleep.queued() || Waiting.sleeps(view, kernel.queue(asleep.page()), task)) {
            return view.waits();
        }
        return rules.requeues() && rules.enqueuesFirst()
                ? new Wait.Enqueue(asleep.page(), true)
                : new Wait.Test(asleep.page(), true, false);
    }

    /** W3: {@code -ERESTARTSYS}. */
    private Control w3(Wait.Asleep asleep, StepView view) {
        if (asleep.queued()) {
            Waiting.dequeue(view, kernel.queue(asleep.page()), task);
        }
        return Control.finished();
    }
}
