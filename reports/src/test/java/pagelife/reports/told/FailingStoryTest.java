package pagelife.reports.told;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import pagelife.checker.Checker;
import pagelife.checker.explain.Explainer;
import pagelife.checker.ltl.Formulas;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.Property;
import pagelife.checker.property.StepProperty;
import pagelife.checker.property.Temporal;
import pagelife.checker.result.Finding;
import pagelife.checker.search.Options;
import pagelife.models.kernel.SpinLock;
import pagelife.models.page.Books;
import pagelife.models.page.TaskId;

/** A run that ends with a step that fails is told by what made it fail, be it the same task, and says that it fails. */
class FailingStoryTest {
    private static final TaskId USER = new TaskId("user");

    private final ModelBuilder building = Model.builder("used");
    private final Cell<Integer> refs = building.cell("refs", Integer.class, 1);
    private final Cell<Integer> uses = building.cell("uses", Integer.class, 0);
    private final Cell<Boolean> used = building.cell("used", Boolean.class, false);
    private final SpinLock lock = SpinLock.declare(building, "lock");

    private ToldFinding told(Property claim) {
        Model model = building.build();
        Finding finding = Checker.check(model, Vector.of(claim), Options.DEFAULT)
                .findings()
                .find(one -> one.property() == claim)
                .get();
        ToldFinding told = ToldFinding.of(finding, Books.of(model), new Explainer(model));
        new Retold(told, finding.trace().get(), Books.of(model)).assertIsSo();
        return told;
    }

    private void putAndUse() {
        building.task("user")
                .step("a think", now -> now.change(uses, n -> n + 1))
                .step("p put", now -> now.change(refs, n -> n - 1))
                .step("b think", now -> now.change(uses, n -> n + 1))
                .step("u use", now -> {
                    now.read(uses);
                    now.bugOn(now.read(refs) == 0, "used after\n  it was freed");
                    now.write(used, true);
                });
    }

    @Test
    void whatItsOwnTaskDidBeforeIsInTheStory() {
        putAndUse();
        ToldFinding told = told(StepProperty.NO_FAILURE);
        assertEquals(Vector.of(2, 4), told.story().get().decisive());
        assertEquals(Vector.of("step 4 is user: u use", "refs = 0, since step 2"), told.evidence());
        assertEquals("step 4 (user) fails: used after it was freed", told.sentence(), "in one line");
        assertTrue(told.trace().get().fails());
    }

    @Test
    void whoMovedLastDoesNotMatterToADeadlock() {
        Cell<Integer> other = building.cell("other", Integer.class, 0);
        building.task("waiter")
                .step("b begin", now -> now.write(used, true))
                .step("w wait", now -> now.await(now.read(refs) == 0));
        building.task("bystander").step("s set", now -> now.write(other, 1)).step("l look", now -> now.read(other));
        ToldFinding told = told(NoDeadlock.strict());
        assertEquals(Vector.of("waiter"), deciding(told));
        assertEquals(Vector.of("waiter waits: w wait cannot be taken while refs = 1"), told.evidence());
    }

    @Test
    void whoHasFinishedDoesNotMatterWhereARunStops() {
        building.task("waiter")
                .step("b begin", now -> now.change(uses, n -> n + 1))
                .step("w wait", now -> now.await(now.read(refs) == 0))
                .step("u use", now -> now.write(used, true));
        building.task("bystander").step("l look", now -> {}).step("m look", now -> {});
        ToldFinding told =
                told(Temporal.of("U-1", "", Formulas.eventually(Formulas.holds("used", view -> view.read(used)))));
        assertEquals(Vector.of("waiter"), deciding(told));
    }

    private static Seq<String> deciding(ToldFinding told) {
        Seq<ToldStep> steps = told.trace().get().steps();
        return told.story().get().decisive().map(step -> steps.get(step - 1).actor());
    }

    @Test
    void aLockThatIsKeptIsInTheStory() {
        building.task("user")
                .step("l lock", now -> lock.lock(now, USER))
                .step("a think", now -> now.change(uses, n -> n + 1))
                .step("b think", now -> now.change(uses, n -> n + 1));
        ToldFinding told = told(StepProperty.NO_FAILURE);
        assertEquals(Vector.of(1, 3), told.story().get().decisive());
        assertTrue(told.evidence().contains("lock = held by user, since step 1"), told.toString());
    }

    @Test
    void aClaimAboutRunsSaysThatTheRunEndsWithAFailure() {
        putAndUse();
        Temporal claim = Temporal.of(
                "U-1", "it is used in the end", Formulas.eventually(Formulas.holds("used", view -> view.read(used))));
        ToldFinding told = told(claim);
        Seq<String> commit = told.story().get().commit();
        assertEquals(
                "Broken: it is used in the end. user fails: used after it was freed. 4 steps, 2 left out.",
                commit.dropUntil(String::isEmpty).tail().mkString(" "));
        assertTrue(told.evidence().contains("refs = 0, since step 2"), told.toString());
        assertTrue(told.trace().get().fails());
    }
}
