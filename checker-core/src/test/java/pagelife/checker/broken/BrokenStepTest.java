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
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.Property;
import pagelife.checker.search.Options;

/** Steps that break the rules: an error that names actor, step and cell, and never a verdict. */
class BrokenStepTest {
    private static final String WHO = "actor alice, step s1 do it";

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

    /* A step may go to a Right, where nobody would know what to do: it used to be a false deadlock. */
    @Test
    void aFamilyThatAnybodyMayExtendIsRefused() {
        ModelBuilder builder = Model.builder("hole");
        builder.actor("driver", Road.class, new Left())
                .step("l", "turn", Source.NONE, Left.class, (at, view) -> new Right());
        Broken.requireSaid(
                assertThrows(ModelException.class, builder::build),
                "the controls of actor driver are a Road, which anybody may extend",
                "make it sealed");
    }

    @Test
    @SuppressWarnings("unchecked")
    void aValueOfAWrongTypeIsRefused() {
        requireError(
                (broken, view, before) -> {
                    view.write((Cell<Object>) (Cell<?>) broken.other, "three");
                    return new Broken.Here();
                },
                WHO,
                "cell other is given three, a String: its values are of class Integer");
    }

    @Test
    void aChoiceAmongNoEndOfThingsIsNamed() {
        requireError(
                (broken, view, before) -> {
                    view.choose("page", io.vavr.collection.Stream.from(0));
                    return new Broken.Here();
                },
                WHO,
                "chooses page among more than 100000 alternatives, such as 0, 1, 2",
                "bound them in the model");
    }

    @Test
    void choicesWithoutEndAreNamed() {
        requireError(
                (broken, view, before) -> {
                    while (view.choose("go on", Vector.of(true))) {
                        view.read(broken.page);
                    }
                    return new Broken.Here();
                },
                WHO,
                "chooses go on after 1000 other choices in one step",
                "bound it in the model");
    }

    @Test
    void twoPropertiesOfOneNameAreRefused() {
        Model model = new Broken().model(view -> new Broken.Here());
        Vector<Property> twice = Vector.of(
                NoDeadlock.strict(), new NoDeadlock(NoDeadlock.strict().name(), "another", view -> true));
        Broken.requireSaid(
                assertThrows(ModelException.class, () -> Checker.check(model, twice, Options.DEFAULT)),
                "two properties are called no deadlock",
                "rename one");
    }
}
