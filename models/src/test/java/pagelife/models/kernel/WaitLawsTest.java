package pagelife.models.kernel;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pagelife.checker.model.Body;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.ModelException;
import pagelife.checker.model.Now;
import pagelife.checker.model.Script;
import pagelife.models.Law;
import pagelife.models.page.DaxEntry;
import pagelife.models.page.EntryAt;
import pagelife.models.page.FileId;
import pagelife.models.page.Index;
import pagelife.models.page.RwSemaphore;
import pagelife.models.page.TaskId;
import pagelife.models.page.WaitQueue;

/** What sleeping, waking and locks promise, each beside a use that breaks it: {@code right} says which it is. */
class WaitLawsTest {
    private static final TaskId A = new TaskId("a");
    private static final TaskId B = new TaskId("b");

    private final ModelBuilder model = Model.builder("law");

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoQueuesBeforeItTestsIsWoken(boolean right) {
        WaitQueueHead queue = WaitQueueHead.declare(model, "queue");
        Cell<Boolean> ready = model.cell("ready", false);
        if (right) {
            model.task("a").with(queue.waitEvent(A, "w", now -> now.read(ready)));
        } else {
            model.task("a")
                    .step("1 test", now -> {
                        if (now.read(ready)) {
                            now.end();
                        }
                    })
                    .step("2 queue", now -> queue.prepareToWait(now, A))
                    .step("3 sleep", now -> queue.sleep(now, A));
        }
        model.task("b").step("1 change", now -> now.write(ready, true)).step("2 wake", queue::wakeUp);
        Law.nobodyIsStuck().is(right, model);
    }

    /** Variables that share a queue: who waits for one is not woken by the other. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aWakeUpReachesItsOwnKey(boolean right) {
        WaitQueueHead table = WaitQueueHead.declare(model, "bit_wait_table");
        Cell<Boolean> ready = model.cell("ready", false);
        model.task("a").with(table.var("&x").waitEvent(A, "w", now -> now.read(ready)));
        model.task("b")
                .step("1 change", now -> now.write(ready, true))
                .step("2 wake", table.var(right ? "&x" : "&y")::wakeUp);
        Law.nobodyIsStuck().is(right, model);
    }

    /** A wake-up of one stops at an exclusive sleeper, and not at another. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oneWakeUpReachesOneExclusiveSleeper(boolean all) {
        WaitQueueHead queue = WaitQueueHead.declare(model, "queue");
        Cell<Boolean> ready = model.cell("ready", false);
        for (TaskId task : Vector.of(A, B)) {
            model.task(task.name()).with(queue.waitEventExclusive(task, "w", now -> now.read(ready)));
        }
        model.task("c").step("1 change", now -> now.write(ready, true)).step("2 wake", now -> {
            if (all) {
                queue.wakeUpAll(now);
            } else {
                queue.wakeUp(now);
            }
        });
        Law.nobodyIsStuck().is(all, model);
    }

    /** A completion remembers that it was completed; unless it is set back. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCompletionIsNotMissed(boolean right) {
        Completion done = Completion.declare(model, "done");
        model.task("a")
                .step("1 reinit", now -> {
                    if (!right) {
                        done.reinit(now);
                    }
                })
                .step("2 wait", done::waitFor);
        model.task("b").step("1 complete", done::complete);
        Law.nobodyIsStuck().is(right, model);
    }

    /** Completed once, one goes on; for all, all do. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCompletionLetsAsManyGoOn(boolean all) {
        Completion done = Completion.declare(model, "done");
        Vector.of(A, B).forEach(task -> model.task(task.name()).step("1 wait", done::waitFor));
        model.task("c").step("1 complete", now -> {
            if (all) {
                done.completeAll(now);
            } else {
                done.complete(now);
            }
        });
        Law.nobodyIsStuck().is(all, model);
    }

    /** What each of two tasks does under a lock, or without it. */
    private void section(TaskId task, Cell<Integer> inside, Script script) {
        script.step("e enter " + task, now -> now.change(inside, many -> many + 1))
                .step("l leave " + task, now -> now.change(inside, many -> many - 1));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aMutexExcludes(boolean right) {
        Mutex mutex = Mutex.declare(model, "mutex");
        Cell<Integer> inside = model.cell("inside", 0);
        for (TaskId task : Vector.of(A, B)) {
            Script script = model.task(task.name());
            if (right) {
                script.step("1 lock", now -> mutex.lock(now, task));
            } else {
                script.step("1 trylock", now -> mutex.tryLock(now, task)); // and does not look at the answer
            }
            section(task, inside, script);
            script.step("2 unlock", now -> {
                if (mutex.isHeldBy(now, task)) {
                    mutex.unlock(now, task);
                }
            });
        }
        Law.always(view -> view.read(inside) < 2).is(right, model);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSpinLockTakenInOneOrderDoesNotDeadlock(boolean right) {
        SpinLock first = SpinLock.declare(model, "first");
        SpinLock second = SpinLock.declare(model, "second");
        for (TaskId task : Vector.of(A, B)) {
            boolean turned = !right && task.equals(B);
            model.task(task.name())
                    .step("1 lock", now -> (turned ? second : first).lock(now, task))
                    .step("2 lock", now -> (turned ? first : second).lock(now, task))
                    .step("3 unlock", now -> first.unlock(now, task))
                    .step("4 unlock", now -> second.unlock(now, task));
        }
        Law.nobodyIsStuck().is(right, model);
    }

    /** A task that ends has given back what it took, whatever the lock; in the kernel lockdep warns otherwise. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoEndsHoldsNoLock(boolean right) {
        Mutex mutex = Mutex.declare(model, "mutex");
        model.task("a").step("1 lock", now -> mutex.lock(now, A)).step("2 unlock", now -> {
            if (right) {
                mutex.unlock(now, A);
            }
        });
        Law.noStepFails().is(right, model);
    }

    /** On the way out of an error, too, and in whatever step the task ends. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoGivesUpHoldsNoLock(boolean right) {
        SpinLock lock = SpinLock.declare(model, "lock");
        model.task("a")
                .step("1 lock", now -> lock.lock(now, A))
                .step("2 test", now -> {
                    if (now.choose("fails", Vector.of(true, false))) {
                        if (right) {
                            lock.unlock(now, A);
                        }
                        now.finish();
                    }
                })
                .step("3 unlock", now -> lock.unlock(now, A));
        Law.noStepFails().is(right, model);
    }

    /** A reader that ends inside is told, though another has left. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoEndsIsInNoSemaphore(boolean right) {
        RwSem sem = RwSem.declare(model, "sem");
        model.task("a").step("1 read", sem::downRead).step("2 up", now -> {
            if (right) {
                sem.upRead(now);
            }
        });
        model.task("b").step("1 read", sem::downRead).step("2 up", sem::upRead);
        Law.noStepFails().is(right, model);
    }

    /** Who leaves a semaphore was inside, and as what it was. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void onlyAWriterGivesBackAsOne(boolean right) {
        RwSem sem = RwSem.declare(model, "sem");
        Script a = model.task("a");
        if (right) {
            a.step("1 write", sem::downWrite);
        }
        a.step("2 up", sem::upWrite);
        Law.noStepFails().is(right, model);
    }

    /** Who gives a semaphore back as a reader was one. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void onlyAReaderGivesBackAsOne(boolean right) {
        RwSem sem = RwSem.declare(model, "sem");
        Script a = model.task("a");
        if (right) {
            a.step("1 read", sem::downRead);
        }
        a.step("2 up", sem::upRead);
        Law.noStepFails().is(right, model);
    }

    /** What a thread locks in one round it may give back in the next. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aThreadKeepsALockFromRoundToRound(boolean right) {
        Mutex mutex = Mutex.declare(model, "mutex");
        Script a = model.task("a").forever().step("1 lock or unlock", now -> {
            if (mutex.isHeldBy(now, A)) {
                mutex.unlock(now, A);
            } else {
                mutex.lock(now, A);
            }
        });
        if (!right) {
            a.serves();
        }
        Law.noStepFails().is(right, model);
    }

    /** Who ends has left its queue, woken or not: the entry is on its stack. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoEndsStandsInNoQueue(boolean right) {
        WaitQueueHead queue = WaitQueueHead.declare(model, "queue");
        model.task("a").step("1 queue", now -> queue.prepareToWait(now, A)).step("2 give up", now -> {
            if (right) {
                queue.finishWait(now, A);
            }
        });
        model.task("b").step("1 wake", queue::wakeUp);
        Law.noStepFails().is(right, model);
    }

    /** Nobody takes another out of a queue. */
    @Test
    void nobodyFinishesTheWaitOfAnother() {
        WaitQueueHead queue = WaitQueueHead.declare(model, "queue");
        model.task("a")
                .step("1 queue", now -> queue.prepareToWait(now, A))
                .step("2 finish", now -> queue.finishWait(now, B));
        ModelException refused =
                assertThrows(ModelException.class, () -> Law.noStepFails().is(true, model));
        assertTrue(
                refused.getMessage().contains("it calls finish_wait as task b, and is a step of a"),
                refused.getMessage());
    }

    /** A lock is not given back in the name of another. */
    @Test
    void nobodyUnlocksAsAnother() {
        Mutex mutex = Mutex.declare(model, "mutex");
        model.task("a")
                .step("1 lock", now -> mutex.lock(now, A))
                .step("2 wait", now -> now.await(!mutex.isLocked(now)));
        model.task("b").step("1 unlock", now -> {
            now.await(mutex.isLocked(now));
            mutex.unlock(now, A);
        });
        ModelException refused =
                assertThrows(ModelException.class, () -> Law.noStepFails().is(true, model));
        assertTrue(
                refused.getMessage().contains("it calls unlock as task a, and is a step of b"), refused.getMessage());
    }

    /** Nobody leaves for another. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nobodyGivesBackForAnother(boolean right) {
        RwSem sem = RwSem.declare(model, "sem");
        Cell<Boolean> inside = model.cell("inside", false);
        model.task("a")
                .step("1 read", now -> {
                    sem.downRead(now);
                    now.write(inside, true);
                })
                .step("2 up", now -> {
                    now.write(inside, false);
                    sem.upRead(now);
                });
        Script b = model.task("b");
        if (right) {
            b.step("1 read", sem::downRead);
        }
        b.step("2 up", now -> {
            now.await(right || now.read(inside));
            sem.upRead(now);
        });
        Law.noStepFails().is(right, model);
    }

    /** A folio is unlocked by whoever ends the I/O; if nobody does, who wants it waits forever. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFolioIsUnlockedByAnother(boolean right) {
        FolioLock lock = FolioLock.declare(model, "folio");
        Cell<Boolean> read = model.cell("read", false);
        model.task("a").step("1 lock", lock::lock).step("2 lock again", lock::lock);
        model.task("io").step("1 end", now -> {
            now.await(lock.isLocked(now) && !now.read(read));
            now.write(read, true);
            if (right) {
                lock.unlock(now);
            }
        });
        Law.nobodyIsStuck().is(right, model);
    }

    /** Who waits until an entry is unlocked, and locks it in the same hold of xa_lock, is alone with it. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anEntryLockExcludes(boolean right) {
        DaxEntryBit lock = new DaxEntryBit(model.cell("entry", DaxEntry.class, DaxEntry.ABSENT));
        Cell<Integer> inside = model.cell("inside", 0);
        for (TaskId task : Vector.of(A, B)) {
            Script script = model.task(task.name()).step("1 lock", now -> {
                if (right) {
                    lock.waitUnlocked(now);
                }
                lock.lock(now);
            });
            section(task, inside, script);
            script.step("9 unlock", lock::unlock);
        }
        Law.always(view -> view.read(inside) <= 1).is(right, model);
    }

    /** Who waits for an entry outside of the queue goes on though nobody wakes it, and is in nobody's way. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoIsNotInTheQueueOfAnEntryNeedsNoWakeUp(boolean right) {
        Cell<DaxEntry> entry = model.cell("entry", DaxEntry.class, DaxEntry.ABSENT.lock());
        Cell<WaitQueue> queue = model.cell("waiters", WaitQueue.class, WaitQueue.EMPTY);
        DaxEntryLock lock = new DaxEntryLock(new EntryAt(new FileId(0), Index.FIRST), entry, queue);
        if (right) {
            model.task("a").step("1 wait", lock::waitUnlocked);
        } else {
            model.task("a")
                    .step("1 queue", now -> lock.enqueueExclusive(now, A))
                    .step("2 sleep", now -> now.await(!lock.isAsleep(now, A)));
        }
        model.task("b").step("1 unlock", new DaxEntryBit(entry)::unlock);
        Law.nobodyIsStuck().is(right, model);
    }

    /** A reader that reads again may wait for a writer that waits for it: it is told so at once. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nobodyReadsASemaphoreTwice(boolean right) {
        RwSem sem = RwSem.declare(model, "sem");
        Script a = model.task("a").step("1 read", sem::downRead);
        if (right) {
            a.step("2 up", sem::upRead);
        }
        a.step("3 read again", sem::downRead).step("4 up", sem::upRead);
        if (!right) {
            a.step("5 up", sem::upRead);
        }
        model.task("b").step("1 read", sem::downRead).step("2 up", sem::upRead);
        Law.noStepFails().is(right, model);
    }

    /** Who asks whether it can read does not wait, and may ask twice. */
    @Test
    void whoOnlyTriesReadsASemaphoreTwice() {
        RwSem sem = RwSem.declare(model, "sem");
        model.task("a")
                .step("1 read", sem::downRead)
                .step("2 try", sem::tryDownRead)
                .step("3 up", sem::upRead)
                .step("4 up", sem::upRead);
        Law.noStepFails().is(true, model);
    }

    /** A semaphore that one task takes and another gives back is one without names. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSemaphoreWithoutNamesIsHandedOver(boolean right) {
        RwSem sem = right ? new RwSem(model.cell("sem", RwSemaphore.FREE)) : RwSem.declare(model, "sem");
        Completion taken = Completion.declare(model, "taken");
        Completion given = Completion.declare(model, "given");
        model.task("a")
                .step("1 read", now -> {
                    sem.downRead(now);
                    taken.complete(now);
                })
                .step("2 wait", given::waitFor);
        model.task("b").step("1 wait", taken::waitFor).step("2 up", now -> {
            sem.upRead(now);
            given.complete(now);
        });
        Law.noStepFails().is(right, model);
    }

    /** Who downgrades reads what it wrote: no writer comes between. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDowngradeLetsNoWriterBetween(boolean right) {
        RwSem sem = RwSem.declare(model, "sem");
        Cell<Integer> value = model.cell("value", 0);
        Cell<Boolean> wrong = model.cell("wrong", false);
        Script a = model.task("a").step("1 write", now -> {
            sem.downWrite(now);
            now.write(value, 1);
        });
        if (right) {
            a.step("2 downgrade", sem::downgradeWrite);
        } else {
            a.step("2 up", sem::upWrite).step("3 down", sem::downRead);
        }
        a.step("4 read", now -> now.write(wrong, now.read(value) != 1)).step("5 up", sem::upRead);
        model.task("b")
                .step("1 write", now -> {
                    sem.downWrite(now);
                    now.write(value, 2);
                })
                .step("2 up", sem::upWrite);
        Law.always(view -> !view.read(wrong)).is(right, model);
    }

    /** A writer of two halves, one after the other, under a sequence; and a reader of them. */
    private final class Halves {
        private final Seqcount count = Seqcount.declare(model, "seq");
        private final Cell<Integer> left = model.cell("left", 0);
        private final Cell<Integer> right = model.cell("other", 0);
        private final Cell<Boolean> torn = model.cell("torn", false);

        /** @param begin hands on the sequence that it saw */
        private Script read(Body begin) {
            model.task("writer")
                    .step("1 begin", count::writeBegin)
                    .step("2 left", now -> now.write(left, 1))
                    .step("3 right", now -> now.write(right, 1))
                    .step("4 end", count::writeEnd);
            return model.task("reader")
                    .step("1 begin", begin)
                    .step("2 left", Integer.class, (now, start) -> now.hand(new Read(start, now.read(left))));
        }

        private void judge(Now now, Read read) {
            now.write(torn, read.half() != now.read(right));
        }

        private Law areOfOneWrite() {
            return Law.always(view -> !view.read(torn));
        }
    }

    private record Read(int sequence, int half) {}

    /** Two writers of a sequence take a lock; without one they meet. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void writersOfASequenceExcludeEachOther(boolean right) {
        SpinLock lock = SpinLock.declare(model, "lock");
        Seqcount count = Seqcount.declare(model, "seq");
        for (TaskId task : Vector.of(A, B)) {
            Script script = model.task(task.name());
            if (right) {
                script.step("1 lock", now -> lock.lock(now, task));
            }
            script.step("2 begin", count::writeBegin).step("3 end", count::writeEnd);
            if (right) {
                script.step("4 unlock", now -> lock.unlock(now, task));
            }
        }
        Law.noStepFails().is(right, model);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aWriteOfASequenceIsBegunBeforeItEnds(boolean right) {
        Seqcount count = Seqcount.declare(model, "seq");
        Script script = model.task("a");
        if (right) {
            script.step("1 begin", count::writeBegin);
        }
        script.step("2 end", count::writeEnd);
        Law.noStepFails().is(right, model);
    }

    /** A writer that ends within its write keeps each reader out. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoEndsWritesNoSequence(boolean right) {
        Seqcount count = Seqcount.declare(model, "seq");
        Script script = model.task("a").step("1 begin", count::writeBegin);
        if (right) {
            script.step("2 end", count::writeEnd);
        }
        model.task("b").step("1 nothing", now -> {});
        Law.noStepFails().is(right, model);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nobodyEndsTheWriteOfAnother(boolean right) {
        Seqcount count = Seqcount.declare(model, "seq");
        Script a = model.task("a").step("1 begin", count::writeBegin);
        Body ends = now -> {
            now.await(count.isBeingWritten(now));
            count.writeEnd(now);
        };
        (right ? a : model.task("b")).step("2 end", ends);
        a.step("3 wait", now -> now.await(!count.isBeingWritten(now)));
        Law.noStepFails().is(right, model);
    }

    /** A reader that retries has read both halves of one write. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aReaderThatRetriesReadsOneVersion(boolean right) {
        Halves halves = new Halves();
        halves.read(now -> now.hand(halves.count.readBegin(now))).step("3 right", Read.class, (now, read) -> {
            if (right && halves.count.readRetry(now, read.sequence())) {
                now.go("1");
            } else {
                halves.judge(now, read);
            }
        });
        halves.areOfOneWrite().is(right, model);
    }

    /** A reader that does not wait gives up while somebody writes: an odd sequence is not kept for the retry. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aReaderThatDoesNotWaitGivesUpWhileSomebodyWrites(boolean right) {
        Halves halves = new Halves();
        halves.read(now -> {
                    if (right && halves.count.isBeingWritten(now)) {
                        now.end();
                    } else {
                        now.hand(halves.count.rawRead(now));
                    }
                })
                .step("3 right", Read.class, (now, read) -> {
                    if (!halves.count.readRetry(now, read.sequence())) {
                        halves.judge(now, read);
                    }
                });
        halves.areOfOneWrite().is(right, model);
    }
}
