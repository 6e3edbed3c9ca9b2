package pagelife.specs.examples;

import java.util.function.Consumer;
import pagelife.checker.model.Script;
import pagelife.models.Rule;
import pagelife.models.kernel.Mutex;
import pagelife.models.kernel.Work;
import pagelife.models.page.TaskId;
import pagelife.specs.own.Draft;
import pagelife.specs.own.Outline;
import pagelife.specs.own.Study;

/** Who flushes work waits for all that the work waits for: a lock that it holds itself is never given back. */
public final class FlushDeadlock implements Study {
    private static final Rule<Boolean> UNLOCKS = Rule.flag("unlocks", "the lock is given back before the flush", false);
    private static final TaskId CLOSE = new TaskId("close");
    private static final TaskId WORKER = new TaskId("kworker");

    @Override
    public void outline(Outline outline) {
        outline.named("12-flush-deadlock")
                .says("a task flushes work that needs the lock which the task holds")
                .rule(UNLOCKS)
                .variant("broken", "mutex_lock, flush_work, mutex_unlock")
                .variant("fixed", "mutex_lock, mutex_unlock, flush_work", UNLOCKS.is(true))
                .expect(
                        "broken",
                        row -> row.size(16, 19)
                                .violated("no deadlock", 4)
                                .because("Documentation/core-api/workqueue.rst", "each waits for the other"))
                .expect(
                        "fixed",
                        row -> row.size(21, 29)
                                .because("Documentation/core-api/workqueue.rst", "the work gets the lock"));
    }

    @Override
    public void draft(Draft d) {
        Mutex mutex = Mutex.declare(d.model(), "mutex");
        Work work = Work.declare(d.model(), "work");

        work.worker(
                d.model(),
                WORKER.name(),
                function -> function.in("drivers/base/example.c", "work_fn", "none")
                        .step("k1 mutex_lock", now -> mutex.lock(now, WORKER))
                        .step("k2 mutex_unlock", now -> mutex.unlock(now, WORKER)));

        Script close = d.task(CLOSE.name())
                .in("kernel/workqueue.c", "queue_work", "6.12")
                .step("c1 queue work", work::queue)
                .in("kernel/locking/mutex.c", "mutex_lock", "6.12")
                .step("c2 mutex_lock", now -> mutex.lock(now, CLOSE));
        Consumer<Script> unlock = script -> script.in("kernel/locking/mutex.c", "mutex_unlock", "6.12")
                .step("c3 mutex_unlock", now -> mutex.unlock(now, CLOSE));
        Consumer<Script> flush =
                script -> script.in("kernel/workqueue.c", "flush_work", "6.12").with(work.flush(CLOSE, "f"));
        close.with(d.rule(UNLOCKS) ? unlock : flush).with(d.rule(UNLOCKS) ? flush : unlock);

        d.sometimes("it closes", "the task finishes", d.finished(CLOSE.name()));
    }
}
