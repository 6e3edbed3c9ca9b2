package pagelife.checker.hand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static pagelife.checker.hand.Checks.finding;

import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import pagelife.checker.Checker;
import pagelife.checker.ltl.Formulas;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Script;
import pagelife.checker.naive.Agreement;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.Temporal;
import pagelife.checker.property.Timely;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Options;

/** Who serves may wait forever; what a timeout ends nobody counts on. */
class ServingTest {
    private final ModelBuilder m = Model.builder("m");
    private final Cell<Integer> queue = m.cell("queue", 0);
    private final Cell<Boolean> locked = m.cell("locked", false);

    private Script worker() {
        return m.task("worker").forever().step("w1 next order", now -> {
            now.await(now.read(queue) > 0);
            now.change(queue, n -> n - 1);
        });
    }

    private Verdict deadlock() {
        m.task("user").step("u1 order", now -> now.change(queue, n -> n + 1));
        Model model = m.build();
        new Agreement(model, Vector.of(NoDeadlock.strict())).requireAll();
        return finding(model, NoDeadlock.strict()).verdict();
    }

    @Test
    void whoWaitsForOrdersForEverIsStuckUnlessItServes() {
        worker();
        assertEquals(Verdict.VIOLATED, deadlock());
    }

    @Test
    void whoServesMayWait() {
        worker().serves();
        assertEquals(Verdict.HOLDS, deadlock());
    }

    @Test
    void whoServesMayWaitWhereItSaysSo() {
        worker().mayWait().step("w2 do it", now -> {});
        assertEquals(Verdict.HOLDS, deadlock());
    }

    @Test
    void whoServesIsStuckElsewhere() {
        worker().mayWait().step("w2 lock", now -> now.await(now.read(locked)));
        assertEquals(Verdict.VIOLATED, deadlock());
    }

    // Timeouts. The waker never comes: only the timeout leads on.

    private Model sleeper(boolean wakes) {
        m.task("sleeper")
                .step("s1 sleep", now -> now.await(now.read(locked)))
                .timeout("s1t timeout", now -> now.go("s2"))
                .step("s2 go on", now -> {});
        m.task("waker").step("k1 wake", now -> now.write(locked, wakes));
        return m.build();
    }

    private static Finding ends(Model model) {
        return Checker.check(
                        model,
                        Vector.of(Temporal.of(
                                "ends", "", Formulas.eventually(Formulas.finished(model.actor("sleeper"))))),
                        Options.DEFAULT)
                .findings()
                .head();
    }

    @Test
    void aTimeoutIsOwedToNobody() {
        assertEquals(Verdict.VIOLATED, ends(sleeper(false)).verdict());
    }

    @Test
    void aWakeUpIs() {
        assertEquals(Verdict.HOLDS, ends(sleeper(true)).verdict());
    }

    @Test
    void onlyATimeoutIsNeededWhereTheWakeUpIsLost() {
        Model lost = sleeper(false);
        new Agreement(lost, Vector.of(Timely.of(lost), NoDeadlock.strict())).requireAll();
        assertEquals(Verdict.VIOLATED, finding(lost, Timely.of(lost)).verdict());
        assertEquals(1, finding(lost, Timely.of(lost)).trace().get().length());
    }

    @Test
    void noTimeoutIsNeededWhereSomebodyWakes() {
        Model woken = sleeper(true);
        assertEquals(Verdict.HOLDS, finding(woken, Timely.of(woken)).verdict());
    }
}
