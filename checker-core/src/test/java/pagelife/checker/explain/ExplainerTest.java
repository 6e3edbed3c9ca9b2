package pagelife.checker.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import pagelife.checker.Checker;
import pagelife.checker.ltl.Formulas;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;
import pagelife.checker.property.Decisive;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.Property;
import pagelife.checker.property.StepProperty;
import pagelife.checker.property.Temporal;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Trace;
import pagelife.checker.search.Options;

class ExplainerTest {
    private final ModelBuilder building = Model.builder("lamps");
    private final Cell<Integer> left = building.cell("left", Integer.class, 0);
    private final Cell<Integer> right = building.cell("right", Integer.class, 0);
    private final Cell<Integer> held = building.cell("held", Integer.class, 1);

    /** One task counts {@code left} up twice, another {@code right} once, a third drops what is held from the start. */
    private final Model model = model();

    private Model model() {
        building.task("lefty")
                .step("a raise", now -> now.write(left, now.read(left) + 1))
                .step("b raise", now -> now.write(left, now.read(left) + 1));
        building.task("righty").step("c raise", now -> now.write(right, now.read(right) + 1));
        building.task("holder").step("d drop", now -> now.write(held, 0));
        return building.build();
    }

    private Finding broken(Property property) {
        return Checker.check(model, Vector.of(property), Options.DEFAULT)
                .findings()
                .head();
    }

    private Explanation explain(Property property) {
        return new Explainer(model).explain(property, broken(property).trace().get());
    }

    private static Seq<String> names(Explanation explanation) {
        return explanation.core().map(one -> one.cell() + "@" + one.moment());
    }

    @Test
    void whatHoldsFromTheStartIsTold() {
        Explanation found = explain(
                Invariant.always("", "", view -> view.read(right) == 0 || view.read(left) < 2 || view.read(held) == 0));
        assertEquals(Vector.of("right@3", "left@3", "held@3"), names(found));
        assertEquals(
                "after step 3 (lefty: raise) left = 2 while right = 1 (since step 1) and held = 1 (from the start)",
                found.sentence());
    }

    @Test
    void whatIsReadAndDoesNotMatterIsLeftOut() {
        Explanation found = explain(Invariant.always("", "", view -> view.read(right) > 7 | view.read(left) < 2));
        assertEquals(Vector.of("left@2"), names(found), "nothing that right can be helps");
        assertEquals("after step 2 (lefty: raise) left = 2", found.sentence());
    }

    @Test
    void whatMakesAStepFailIsTold() {
        building.task("failing").step("f use", now -> {
            now.read(held);
            now.bugOn(now.read(left) + now.read(right) > 2, "too many");
        });
        Model failing = building.build();
        Trace trace = Checker.check(failing, Vector.of(StepProperty.NO_FAILURE), Options.DEFAULT)
                .findings()
                .head()
                .trace()
                .get();
        Seq<Decisive> core =
                new Explainer(failing).explain(StepProperty.NO_FAILURE, trace).core();
        assertEquals(Vector.of("left@3", "right@3"), core.map(one -> one.cell() + "@" + one.moment()));
        for (int value : Vector.range(-3, 4)) { // by the model's code: whatever the other cell holds
            State other = trace.before(3).with(held, value);
            assertTrue(Move.in(other, trace.steps().last().step()).exists(Move::fails));
        }
    }

    @Test
    void wordsThatDoNotKnowThisWayToBreakTheClaimGiveWayToThoseDerived() {
        Explanation found =
                explain(Invariant.always("", "", view -> view.read(left) < 2).told(run -> {
                    throw new NoSuchElementException("nobody holds it");
                }));
        assertEquals("after step 2 (lefty: raise) left = 2", found.sentence());
    }

    /** One reason is that two cells hold something, the other that one does; the run has both. */
    @Test
    void ofSeveralReasonsTheFewestCellsAreTold() {
        Trace both = broken(Invariant.always("", "", view -> view.read(right) < 1 || view.read(left) < 2))
                .trace()
                .get();
        Explanation found = new Explainer(model)
                .explain(
                        Invariant.always(
                                "", "", view -> (view.read(right) == 0 || view.read(held) == 0) && view.read(left) < 2),
                        both);
        assertEquals(Vector.of("left@3"), names(found));
    }

    @Test
    void aClaimAboutStepsKnowsItsStepAndTellsTheRest() {
        Explanation found = explain(new StepProperty(
                "", "", step -> !step.step().id().equals("b") || step.before(held) == 0 || step.after(left) != 2));
        assertEquals(Vector.of("held@1", "left@2"), names(found));
        assertEquals(
                "step 2 (lefty: raise) makes it so that left = 2 while held = 1 (from the start)", found.sentence());
    }

    @Test
    void whoeverIsStuckSaysWhatKeepsIt() {
        ModelBuilder stuck = Model.builder("stuck");
        Cell<Boolean> open = stuck.cell("open", Boolean.class, false);
        stuck.task("waiter").step("w wait", now -> now.await(now.read(open)));
        Model waiting = stuck.build();
        Property claim = NoDeadlock.strict();
        Finding finding = Checker.check(waiting, Vector.of(claim), Options.DEFAULT)
                .findings()
                .head();
        Explanation found =
                new Explainer(waiting).explain(claim, finding.trace().get());
        assertEquals("nobody can go on: waiter waits at w while open = false", found.sentence());
        assertEquals(Vector.of("open@0"), names(found));
    }

    @Test
    void aClaimAboutRunsSaysWhatIsSoAndWhatNeverComes() {
        Explanation found = explain(Temporal.of(
                "",
                "",
                Formulas.holds("left is up", view -> view.read(left) == 1)
                        .leadsTo(Formulas.holds("right is high", view -> view.read(right) > 7))));
        assertEquals(Vector.of("left@1"), names(found).take(1));
        assertEquals("after step 1 left is up and from step 1 on right is high is false forever", found.sentence());
    }

    @Test
    void wordsOfItsOwnAreAskedAboutTheRun() {
        Explanation found = explain(Invariant.always("", "", view -> view.read(left) < 2)
                .told(run ->
                        run.who(run.length()) + " raises " + run.core().head().cell() + " "
                                + run.sinceWhen(run.length(), view -> view.read(left) > 0) + " to "
                                + run.end().read(left)));
        assertEquals("lefty raises left since step 1 to 2", found.sentence());
    }
}
