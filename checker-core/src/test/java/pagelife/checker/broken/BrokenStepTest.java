package pagelife.checker.broken;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static pagelife.checker.broken.Broken.requireError;

import io.vavr.collection.Vector;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import pagelife.checker.Checker;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.ModelException;
import pagelife.checker.model.Source;
import pagelife.checker.model.StepView;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.Property;
import pagelife.checker.search.Options;

/** Steps that break the rules: an error that names actor, step and cell, and never a verdict. */
class BrokenStepTest {
    private static final String WHO = "actor alice, step s1 do it";

    @Test
    void anExceptionIsShownWithWhatWasRead() {
        requireError(
                (broken, view, before) -> {
                    Object page = view.read(broken.page);
                    throw new ArithmeticException("no pages left of " + page);
                },
                WHO,
                "ArithmeticException: no pages left of 0",
                "page=0",
                "mend it");
    }

    @Test
    void aStackOverflowIsAnErrorOfTheModel() {
        requireError((broken, view, before) -> forever(broken, view), WHO, "StackOverflowError", "page=0");
    }

    @SuppressWarnings("InfiniteRecursion")
    private static Control forever(Broken broken, StepView view) {
        view.read(broken.page);
        return forever(broken, view);
    }

    @Test
    void aFailedAssertionIsAnErrorOfTheModel() {
        requireError(
                (broken, view, before) -> {
                    throw new AssertionError("count is off");
                },
                WHO,
                "count is off");
    }

    @Test
    void anExceptionDeepInTheStateSpaceIsFound() {
        requireError(
                (broken, view, before) -> {
                    if (view.read(broken.other) == 2) {
                        throw new IllegalStateException("two");
                    }
                    return new Broken.Here();
                },
                WHO,
                "other=2");
    }

    @Test
    void anExceptionInOneAlternativeIsFound() {
        requireError(
                (broken, view, before) -> {
                    int chosen = view.choose("number", Vector.of(0, 1, 2));
                    view.write(broken.hers, 1 / (2 - chosen));
                    return new Broken.Here();
                },
                WHO,
                "/ by zero");
    }

    @Test
    void anotherActorsCellMayNotBeWritten() {
        requireError(
                (broken, view, before) -> {
                    view.write(broken.his, 1);
                    return new Broken.Here();
                },
                WHO,
                "his",
                "private cell of actor bob",
                "make the cell shared");
    }

    @Test
    void anotherActorsCellMayNotBeRead() {
        requireError(
                (broken, view, before) -> {
                    view.read(broken.his);
                    return new Broken.Here();
                },
                WHO,
                "his",
                "private cell of actor bob",
                "make the cell shared");
    }

    @Test
    void anotherActorsControlMayNotBeRead() {
        requireError(
                (broken, view, before) -> view.read(broken.bobsControl()), WHO, "at(bob)", "private cell of actor bob");
    }

    @Test
    void aControlCellMayNotBeWritten() {
        requireError(
                (broken, view, before) -> {
                    view.write(broken.alicesControl(), new Broken.Here());
                    return new Broken.Here();
                },
                WHO,
                "at(alice)",
                "return the next control");
    }

    @Test
    void aStepMustReturnAControlOfItsActor() {
        requireError(
                (broken, view, before) -> new Broken.Elsewhere(),
                WHO,
                "Elsewhere[]",
                "must return a Here",
                "at(alice)");
    }

    @Test
    void aStepMustReturnAControl() {
        requireError((broken, view, before) -> null, WHO, "null", "must return a Here", "at(alice)");
    }

    @Test
    void nullIsNoValue() {
        requireError(
                (broken, view, before) -> {
                    view.write(broken.page, null);
                    return new Broken.Here();
                },
                WHO,
                "null to page",
                "use an Option");
    }

    @Test
    void aStepThatHasWrittenMayNotWait() {
        requireError(
                (broken, view, before) -> {
                    view.write(broken.page, 1);
                    return view.waits();
                },
                WHO,
                "page",
                "test before writing");
    }

    @Test
    void thereMustBeSomethingToChooseFrom() {
        requireError(
                (broken, view, before) -> view.choose("page", Vector.empty()), WHO, "page", "at least one alternative");
    }

    @Test
    void aCellOfAnotherModelIsRefused() {
        Cell<Integer> foreign = Model.builder("elsewhere").cell("foreign", Integer.class, 0);
        requireError(
                (broken, view, before) -> {
                    view.read(foreign);
                    return new Broken.Here();
                },
                WHO,
                "cell foreign does not belong to model broken");
    }

    @Test
    void aJavaUtilCollectionIsNoValue() {
        requireError(
                (broken, view, before) -> {
                    view.write(broken.page, new ArrayList<>());
                    return new Broken.Here();
                },
                WHO,
                "cell page",
                "mutable java.util.ArrayList",
                "vavr collection");
    }

    @Test
    void aValueComparedByIdentityIsNoValue() {
        requireError(
                (broken, view, before) -> {
                    view.write(broken.page, new Object());
                    return new Broken.Here();
                },
                WHO,
                "cell page",
                "compared by identity",
                "make it a record");
    }

    private record Cursed(int number) {
        @Override
        public int hashCode() {
            throw new IllegalStateException("no hash of " + number);
        }
    }

    @Test
    void aValueThatCannotBeHashedIsAnErrorOfTheModel() {
        requireError(
                (broken, view, before) -> {
                    view.write(broken.page, new Cursed(5));
                    return new Broken.Here();
                },
                WHO,
                "no hash of 5");
    }

    private interface Road extends Control {}

    private record Left() implements Road {}

    private record Right() implements Road {}

    /* It used to be a false deadlock: nobody asked whether the promise was kept. */
    @Test
    void aStepThatGoesWhereNoStepLeadsOnIsNamed() {
        ModelBuilder builder = Model.builder("hole");
        builder.actor("driver", Road.class, new Left())
                .step("l", "turn", Source.NONE, Left.class, (at, view) -> new Right());
        Model model = builder.build();
        Broken.requireSaid(
                assertThrows(
                        ModelException.class,
                        () -> Checker.check(model, Vector.<Property>of(NoDeadlock.strict()), Options.DEFAULT)),
                "actor driver, step l turn",
                "it goes to Right[], from which actor driver has no step");
    }
}
