package pagelife.checker.hand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static pagelife.checker.hand.Checks.finding;

import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import pagelife.checker.Checker;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Cpu;
import pagelife.checker.model.Failure;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.naive.Agreement;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.Property;
import pagelife.checker.property.Sometimes;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Options;

/** Who keeps a CPU lets nobody else run there. */
class CpuTest {
    private final ModelBuilder m = Model.builder("m");
    private final Cpu cpu0 = m.cpu("cpu0");
    private final Cpu cpu1 = m.cpu("cpu1");
    private final Cell<Boolean> done = m.cell("done", false);

    private Verdict verdict(Property property) {
        Model model = m.build();
        new Agreement(model, Vector.of(property)).requireAll();
        return finding(model, property).verdict();
    }

    /** A task that spins until work is done, with preemption off or not; and the work on a CPU. */
    private Verdict spins(boolean keeps, Cpu where) {
        m.task("spinner")
                .on(cpu0)
                .step("s1 begin", now -> {
                    if (keeps) {
                        now.disablePreemption(cpu0);
                    }
                })
                .step("s2 spin", now -> now.await(now.read(done)))
                .step("s3 end", now -> {
                    if (keeps) {
                        now.enablePreemption(cpu0);
                    }
                });
        m.task("work").on(where).step("w1 work", now -> now.write(done, true));
        return verdict(NoDeadlock.strict());
    }

    @Test
    void whoSpinsWithPreemptionOffForWorkOfItsOwnCpuSpinsForEver() {
        assertEquals(Verdict.VIOLATED, spins(true, cpu0));
    }

    @Test
    void whoCanBePreemptedDoesNot() {
        assertEquals(Verdict.HOLDS, spins(false, cpu0));
    }

    @Test
    void workOfAnotherCpuIsDone() {
        assertEquals(Verdict.HOLDS, spins(true, cpu1));
    }

    /** A handler that comes while the lock is held, and wants it. */
    private Verdict interrupted(boolean off) {
        m.task("task")
                .on(cpu0)
                .step("t1 lock", now -> {
                    if (off) {
                        now.disableInterrupts(cpu0);
                    }
                    now.disablePreemption(cpu0);
                    now.write(done, true);
                })
                .step("t2 unlock", now -> {
                    now.write(done, false);
                    now.enablePreemption(cpu0);
                    if (off) {
                        now.enableInterrupts(cpu0);
                    }
                });
        m.task("handler")
                .interrupts(cpu0)
                .step("h1 comes", now -> {})
                .step("h2 lock", now -> now.await(!now.read(done)));
        return verdict(NoDeadlock.strict());
    }

    @Test
    void aLockThatAHandlerWantsIsHeldWithInterruptsOff() {
        assertEquals(Verdict.VIOLATED, interrupted(false));
    }

    @Test
    void withInterruptsOffTheHandlerComesLater() {
        assertEquals(Verdict.HOLDS, interrupted(true));
    }

    @Test
    void aHandlerRunsToItsEndBeforeAnybodyElse() {
        m.task("handler")
                .interrupts(cpu0)
                .step("h1 one", now -> now.write(done, true))
                .step("h2 two", now -> now.write(done, false));
        Cell<Boolean> seen = m.cell("seen", false);
        m.task("task").on(cpu0).step("t1 look", now -> now.write(seen, now.read(done)));
        assertEquals(Verdict.HOLDS, verdict(Invariant.always("unseen", "", view -> !view.read(seen))));
    }

    @Test
    void aHandlerRunsThoughPreemptionIsOff() {
        m.task("task")
                .on(cpu0)
                .step("t1 off", now -> now.disablePreemption(cpu0))
                .step("t2 on", now -> now.enablePreemption(cpu0));
        m.task("handler").interrupts(cpu0).step("h1 come", now -> now.write(done, true));
        assertEquals(
                Verdict.HOLDS,
                verdict(new Sometimes(
                        "between",
                        "",
                        view -> view.read(done) && view.read(cpu0.cell()).depth() == 1)));
    }

    @Test
    void anEnableTooMuchFails() {
        m.task("task").on(cpu0).step("t1 on", now -> now.enablePreemption(cpu0));
        Failure failure = (Failure) Checker.check(m.build(), Vector.empty(), Options.DEFAULT)
                .findings()
                .head()
                .trace()
                .get()
                .steps()
                .last()
                .events()
                .head();
        assertEquals("preemption of cpu0 is enabled, and was not disabled", failure.what());
    }
}
