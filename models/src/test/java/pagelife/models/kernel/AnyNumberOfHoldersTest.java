package pagelife.models.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import pagelife.checker.Checker;
import pagelife.checker.model.Actor;
import pagelife.checker.model.At;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.View;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.Property;
import pagelife.checker.property.StepProperty;
import pagelife.checker.result.Result;
import pagelife.checker.search.Options;
import pagelife.checker.views.Instance;
import pagelife.checker.views.Outlook;
import pagelife.checker.views.Views;
import pagelife.models.page.TaskId;

/** Locks that know their holders, and readers that are known by name: proved for any number of tasks. */
class AnyNumberOfHoldersTest {
    private static final String ALONE = "one writes alone";

    private static String name(int task) {
        return "user" + task;
    }

    /** Tasks that take a mutex to write; where {@code careless}, they forget to. */
    private static Instance behindAMutex(int tasks, boolean careless) {
        ModelBuilder model = Model.builder("mutex");
        Mutex mutex = Mutex.declare(model, "mutex");
        Cell<Integer> value = model.cell("value", 0);
        for (int task = 0; task < tasks; task++) {
            TaskId self = new TaskId(name(task));
            model.task(self.name())
                    .step("1 lock", now -> {
                        if (!careless) {
                            mutex.lock(now, self);
                        }
                    })
                    .step("2 write", now -> now.write(value, 1 - now.read(value)))
                    .step("3 unlock", now -> {
                        if (!careless) {
                            mutex.unlock(now, self);
                        }
                    });
        }
        return instance(model.build());
    }

    /** Tasks that read behind a semaphore and within RCU, or write behind it. */
    private static Instance behindASemaphore(int tasks) {
        ModelBuilder model = Model.builder("semaphore");
        RwSem semaphore = RwSem.declare(model, "semaphore");
        Rcu rcu = Rcu.declare(model, "rcu");
        Cell<Boolean> gone = model.cell("gone", false);
        for (int task = 0; task < tasks; task++) {
            TaskId self = new TaskId(name(task));
            model.task(self.name())
                    .step("r1 down_read", semaphore::downRead)
                    .step("r2 read lock", now -> rcu.readLock(now, self))
                    .step("r3 read unlock", now -> rcu.readUnlock(now, self))
                    .step("r4 up_read", semaphore::upRead);
        }
        model.task("writer")
                .step("1 down_write", semaphore::downWrite)
                .step("2 write", now -> {
                    rcu.awaitReaders(now);
                    now.write(gone, true);
                })
                .step("3 up_write", semaphore::upWrite);
        return instance(model.build());
    }

    private static Instance instance(Model model) {
        Seq<Actor> members = model.actors().filter(actor -> actor.name().startsWith("user"));
        Property alone = Invariant.always(
                ALONE, "", view -> members.count(member -> isAt(view, member, "2") || isAt(view, member, "3")) < 2);
        return new Instance(model, members, Vector.empty(), Vector.of(alone, StepProperty.NO_FAILURE));
    }

    private static boolean isAt(View view, Actor actor, String place) {
        return At.isAt(view.at(actor), place);
    }

    private static Views views(IntFunction<Instance> family) {
        return new Views(family, 2, 5_000, () -> false);
    }

    @Test
    void aMutexKeepsAnyNumberApart() {
        Views views = views(tasks -> behindAMutex(tasks, false));
        Outlook outlook = views.run();
        assertTrue(outlook.isWhole(), outlook.toString());
        assertTrue(outlook.crowded());
        assertEquals(0, views.audit(1, 3, 5_000).missing());
    }

    @Test
    void withoutOneNothingIsProved() {
        Outlook outlook = views(tasks -> behindAMutex(tasks, true)).run();
        assertFalse(outlook.answer(ALONE).isProved(), outlook.toString());
    }

    @Test
    void readersMayBeAnyNumber() {
        Views views = views(AnyNumberOfHoldersTest::behindASemaphore);
        Outlook outlook = views.run();
        assertTrue(outlook.closed(), outlook.refused());
        assertTrue(outlook.answer(StepProperty.NO_FAILURE.name()).isProved(), outlook.toString());
        assertEquals(0, views.audit(1, 3, 5_000).missing());
    }

    /** Three readers, each where it is: a state stands for all that differ in who is who. */
    @Test
    void readersChangePlaces() {
        Model model = behindASemaphore(3).model();
        Result every = Checker.check(model, Vector.empty(), Options.DEFAULT);
        Result orbits = Checker.check(model, Vector.empty(), Options.DEFAULT.withSymmetric(true));
        assertEquals(every.counts().states(), orbits.orbits().get().states());
        assertTrue(
                orbits.counts().states() * 2 < every.counts().states(),
                orbits.counts().toString());
    }
}
