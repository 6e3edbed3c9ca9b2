package pagelife.models.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.ModelException;
import pagelife.checker.model.Script;
import pagelife.models.Law;
import pagelife.models.page.TaskId;

/** What is done later, and who waits for it, each beside a use that breaks it: {@code right} says which it is. */
class LaterLawsTest {
    private static final TaskId A = new TaskId("a");
    private static final TaskId READER = new TaskId("reader");

    private final ModelBuilder model = Model.builder("law");

    private Script reader(Rcu rcu, Cell<Boolean> there, Cell<Boolean> freed, Cell<Boolean> bad) {
        return model.task("reader")
                .step("1 lock", now -> rcu.readLock(now, READER))
                .step("2 look", now -> now.hand(now.read(there)))
                .step("3 use", Boolean.class, (now, found) -> now.write(bad, found && now.read(freed)))
                .step("4 unlock", now -> rcu.readUnlock(now, READER));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatReadersFoundIsNotFreedBeforeTheyLeave(boolean right) {
        Rcu rcu = Rcu.declare(model, "rcu");
        Cell<Boolean> there = model.cell("there", true);
        Cell<Boolean> freed = model.cell("freed", false);
        Cell<Boolean> bad = model.cell("bad", false);
        reader(rcu, there, freed, bad);
        Script remover = model.task("a").step("1 unlink", now -> now.write(there, false));
        if (right) {
            remover.with(rcu.synchronize(A, "s"));
        }
        remover.step("2 free", now -> now.write(freed, true));
        Law.always(view -> !view.read(bad)).is(right, model);
    }

    /** A grace period in one step keeps the same promise. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoWaitsForAllReadersFreesAfterThem(boolean right) {
        Rcu rcu = Rcu.declare(model, "srcu");
        Cell<Boolean> there = model.cell("there", true);
        Cell<Boolean> freed = model.cell("freed", false);
        Cell<Boolean> bad = model.cell("bad", false);
        reader(rcu, there, freed, bad);
        model.task("a")
                .step("1 unlink", now -> now.write(there, false))
                .step("2 wait", now -> {
                    if (right) {
                        rcu.awaitReaders(now);
                    }
                })
                .step("3 free", now -> now.write(freed, true));
        Law.always(view -> !view.read(bad)).is(right, model);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCallbackRunsAfterTheReaders(boolean right) {
        Rcu rcu = Rcu.declare(model, "rcu");
        Cell<Boolean> there = model.cell("there", true);
        Cell<Boolean> freed = model.cell("freed", false);
        Cell<Boolean> bad = model.cell("bad", false);
        reader(rcu, there, freed, bad);
        if (right) {
            rcu.callbacks(model, "free", now -> now.write(freed, true));
        }
        model.task("a").step("1 unlink", now -> now.write(there, false)).step("2 call", now -> {
            if (right) {
                rcu.call(now, "free");
            } else {
                now.write(freed, true);
            }
        });
        Law.always(view -> !view.read(bad)).is(right, model);
    }

    /** A barrier waits for callbacks that were queued; without one the module goes and a callback runs. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aBarrierWaitsForCallbacks(boolean right) {
        Rcu rcu = Rcu.declare(model, "rcu");
        Cell<Boolean> gone = model.cell("gone", false);
        Cell<Boolean> bad = model.cell("bad", false);
        rcu.callbacks(model, "free", now -> now.write(bad, now.read(gone)));
        model.task("a")
                .step("1 call", now -> rcu.call(now, "free"))
                .step("2 barrier", now -> {
                    if (right) {
                        rcu.barrier(now, "free");
                    }
                })
                .step("3 unload", now -> now.write(gone, true));
        Law.always(view -> !view.read(bad)).is(right, model);
    }

    /** A grace period ends though somebody still reads who came later; not if it came before. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void laterReadersHoldUpNoGracePeriod(boolean later) {
        Rcu rcu = Rcu.declare(model, "rcu");
        Cell<Boolean> over = model.cell("over", false);
        model.task("a")
                .step("1 begin", now -> now.await(later || rcu.isReading(now, READER)))
                .with(rcu.synchronize(A, "s"))
                .step("2 over", now -> now.write(over, true));
        model.task("reader")
                .step("1 lock", now -> rcu.readLock(now, READER))
                .step("2 unlock", now -> rcu.readUnlock(now, READER));
        Law.sometimes(view -> view.read(over) && rcu.isReading(view, READER)).is(later, model);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoFlushesFindsTheWorkDone(boolean right) {
        Work work = Work.declare(model, "work");
        Cell<Boolean> done = model.cell("done", false);
        Cell<Boolean> bad = model.cell("bad", false);
        work.worker(model, "kworker", script -> script.step("1 do", now -> now.write(done, true)));
        Script task = model.task("a").step("1 queue", work::queue);
        if (right) {
            task.with(work.flush(A, "f"));
        }
        task.step("2 look", now -> now.write(bad, !now.read(done)));
        Law.always(view -> !view.read(bad)).is(right, model);
    }

    /** Who flushes what needs the lock that it holds waits forever. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFlushUnderTheLockOfItsWorkDeadlocks(boolean right) {
        Work work = Work.declare(model, "work");
        Mutex mutex = Mutex.declare(model, "mutex");
        TaskId worker = new TaskId("kworker");
        work.worker(
                model,
                "kworker",
                script -> script.step("1 lock", now -> mutex.lock(now, worker))
                        .step("2 unlock", now -> mutex.unlock(now, worker)));
        Script task = model.task("a").step("1 lock", now -> mutex.lock(now, A)).step("2 queue", work::queue);
        if (right) {
            task.step("3 unlock", now -> mutex.unlock(now, A)).with(work.flush(A, "f"));
        } else {
            task.with(work.flush(A, "f")).step("3 unlock", now -> mutex.unlock(now, A));
        }
        Law.nobodyIsStuck().is(right, model);
    }

    /** Once cancelled in step with its worker, work neither runs nor will; a plain cancel leaves it running. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void cancelledWorkDoesNotRun(boolean right) {
        Work work = Work.declare(model, "work");
        Cell<Boolean> gone = model.cell("gone", false);
        Cell<Boolean> bad = model.cell("bad", false);
        work.worker(model, "kworker", script -> script.step("1 do", now -> now.write(bad, now.read(gone))));
        cancelsAndFrees(work, right, gone);
        Law.always(view -> !view.read(bad)).is(right, model);
    }

    /** A task that queues work, cancels it, waiting for it or not, and frees what it uses. */
    private void cancelsAndFrees(Work work, boolean waits, Cell<Boolean> gone) {
        Script task = model.task("a").step("1 queue", work::queue);
        if (waits) {
            task.with(work.cancelSync(A, "c"));
        } else {
            task.step("c cancel", work::cancel);
        }
        task.step("2 free", now -> now.write(gone, true));
    }

    /** A timer that is deleted and waited for does not run after; one that is only deleted may. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDeletedTimerDoesNotRun(boolean right) {
        Timer timer = Timer.declare(model, "timer");
        Cell<Boolean> gone = model.cell("gone", false);
        Cell<Boolean> bad = model.cell("bad", false);
        timer.fires(model, "softirq", script -> script.step("1 use", now -> now.write(bad, now.read(gone))));
        Script task = model.task("a").step("1 arm", timer::mod);
        if (right) {
            task.with(timer.deleteSync(A, "d"));
        } else {
            task.step("d delete", timer::delete);
        }
        task.step("2 free", now -> now.write(gone, true));
        Law.always(view -> !view.read(bad)).is(right, model);
    }

    /** Work that queues itself again is gone once it is cancelled in step; a cancel that does not wait leaves it. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void workThatQueuesItselfIsCancelledForGood(boolean right) {
        Work work = Work.declare(model, "work");
        Cell<Boolean> gone = model.cell("gone", false);
        Cell<Boolean> bad = model.cell("bad", false);
        work.worker(
                model,
                "kworker",
                script -> script.step("1 do", now -> {
                    now.write(bad, now.read(bad) || now.read(gone));
                    work.queue(now);
                }));
        cancelsAndFrees(work, right, gone);
        Law.always(view -> !view.read(bad)).is(right, model);
    }

    /** Work is done by one at a time, however many workers there are. */
    @Test
    void workIsDoneByOneAtATime() {
        Work work = Work.declare(model, "work");
        Cell<Integer> doing = model.cell("doing", 0);
        for (String name : List.of("kworker1", "kworker2")) {
            work.worker(
                    model,
                    name,
                    script -> script.step("1 begin", now -> now.change(doing, n -> n + 1))
                            .step("2 end", now -> now.change(doing, n -> n - 1)));
        }
        model.task("a").step("1 queue", work::queue).step("2 queue again", work::queue);
        Law.always(view -> view.read(doing) < 2).is(true, model);
    }

    /** Work that is disabled is queued by nobody any more; work that was cancelled may be queued again. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void disabledWorkIsNotQueuedAgain(boolean right) {
        Work work = Work.declare(model, "work");
        Cell<Boolean> gone = model.cell("gone", false);
        Cell<Boolean> bad = model.cell("bad", false);
        work.worker(model, "kworker", script -> script.step("1 do", now -> now.write(bad, now.read(gone))));
        model.task("a")
                .with(right ? work.disableSync(A, "c") : work.cancelSync(A, "c"))
                .step("1 free", now -> now.write(gone, true));
        model.task("b").step("1 queue", work::queue);
        Law.always(view -> !view.read(bad)).is(right, model);
    }

    /** A timer that is shut down is armed by nobody any more. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTimerThatIsShutDownIsNotArmedAgain(boolean right) {
        Timer timer = Timer.declare(model, "timer");
        Cell<Boolean> gone = model.cell("gone", false);
        Cell<Boolean> bad = model.cell("bad", false);
        timer.fires(model, "softirq", script -> script.step("1 use", now -> now.write(bad, now.read(gone))));
        model.task("a")
                .with(right ? timer.shutdownSync(A, "d") : timer.deleteSync(A, "d"))
                .step("1 free", now -> now.write(gone, true));
        model.task("b").step("1 arm", timer::mod);
        Law.always(view -> !view.read(bad)).is(right, model);
    }

    /** Work that is queued has somebody who does it; else the queueing is refused. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void workThatIsQueuedHasAWorker(boolean right) {
        Work work = Work.declare(model, "work");
        model.task("a").step("1 queue", work::queue);
        if (right) {
            work.worker(model, "kworker", script -> script.step("1 do", now -> {}));
        }
        isRefusedUnless(
                right,
                "actor a, step 1 queue: work is queued, and no worker is declared that does it:"
                        + " say worker(model, \"kworker\", ...)");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTimerThatIsArmedFires(boolean right) {
        Timer timer = Timer.declare(model, "timer");
        model.task("a").step("1 arm", timer::mod);
        if (right) {
            timer.fires(model, "softirq", script -> script.step("1 do", now -> {}));
        }
        isRefusedUnless(
                right,
                "actor a, step 1 arm: timer is armed, and nobody is declared who runs its function:"
                        + " say fires(model, \"softirq\", ...)");
    }

    private void isRefusedUnless(boolean right, String why) {
        Law nobodyIsStuck = Law.nobodyIsStuck();
        if (right) {
            nobodyIsStuck.is(true, model);
        } else {
            assertEquals(
                    why,
                    assertThrows(ModelException.class, () -> nobodyIsStuck.is(true, model))
                            .getMessage());
        }
    }

    /** A reader that ends inside holds up every grace period from then on. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoEndsReadsNoMore(boolean right) {
        Rcu rcu = Rcu.declare(model, "rcu");
        model.task("reader").step("1 lock", now -> rcu.readLock(now, READER)).step("2 unlock", now -> {
            if (right) {
                rcu.readUnlock(now, READER);
            }
        });
        Law.noStepFails().is(right, model);
    }

    private void lockAndMore(Script script, SpinLock lock, TaskId task, boolean right, String done) {
        script.step("1 lock", now -> lock.lock(now, task)).step("2 look", now -> {
            if (right) {
                lock.unlock(now, task);
            }
            now.go(done);
        });
    }

    /** A function that a worker calls returns without a lock: "workqueue leaked lock or atomic". */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aWorkReturnsWithoutALock(boolean right) {
        Work work = Work.declare(model, "work");
        SpinLock lock = SpinLock.declare(model, "lock");
        TaskId kworker = new TaskId("kworker");
        work.worker(model, "kworker", script -> lockAndMore(script, lock, kworker, right, Work.DONE));
        model.task("a").step("1 queue", work::queue);
        Law.noStepFails().is(right, model);
    }

    /** So does that of a timer: "timer: ... preempt leak". */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTimerReturnsWithoutALock(boolean right) {
        Timer timer = Timer.declare(model, "timer");
        SpinLock lock = SpinLock.declare(model, "lock");
        TaskId softirq = new TaskId("softirq");
        timer.fires(model, "softirq", script -> lockAndMore(script, lock, softirq, right, Timer.DONE));
        model.task("a").step("1 arm", timer::mod);
        Law.noStepFails().is(right, model);
    }

    /** So does a callback of RCU. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCallbackReturnsWithoutALock(boolean right) {
        Rcu rcu = Rcu.declare(model, "rcu");
        SpinLock lock = SpinLock.declare(model, "lock");
        rcu.callbacks(model, "free", now -> {
            if (!right) {
                lock.tryLock(now, new TaskId("rcu-free"));
            }
        });
        model.task("a").step("1 call", now -> rcu.call(now, "free"));
        Law.noStepFails().is(right, model);
    }

    /** Who waits for what is done later is the task that says so. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "flush_work",
                "cancel_work_sync",
                "disable_work_sync",
                "timer_delete_sync",
                "timer_shutdown_sync",
                "synchronize_rcu"
            })
    void nobodyWaitsAsAnother(String call) {
        Work work = Work.declare(model, "work");
        Timer timer = Timer.declare(model, "timer");
        Rcu rcu = Rcu.declare(model, "rcu");
        Map<String, Consumer<Script>> calls = Map.of(
                "flush_work", work.flush(A, "w"),
                "cancel_work_sync", work.cancelSync(A, "w"),
                "disable_work_sync", work.disableSync(A, "w"),
                "timer_delete_sync", timer.deleteSync(A, "w"),
                "timer_shutdown_sync", timer.shutdownSync(A, "w"),
                "synchronize_rcu", rcu.synchronize(A, "w"));
        model.task("reader").with(calls.get(call));
        ModelException refused =
                assertThrows(ModelException.class, () -> Law.noStepFails().is(true, model));
        assertTrue(
                refused.getMessage().contains("it calls " + call + " as task a, and is a step of reader"),
                refused.getMessage());
    }

    /** A worker that nobody gives anything to do is not stuck. */
    @Test
    void anIdleWorkerIsNotStuck() {
        Work work = Work.declare(model, "work");
        work.worker(model, "kworker", script -> script.step("1 do", now -> {}));
        model.task("a").step("1 nothing", now -> {});
        Law.nobodyIsStuck().is(true, model);
    }
}
