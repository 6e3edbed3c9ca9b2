package pagelife.checker.broken;

import static pagelife.checker.broken.Broken.requireErrorOf;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.Sometimes;
import pagelife.checker.property.StepProperty;

/** Claims that break the rules: an error that names the property and the cells it read, and never a verdict. */
class BrokenClaimTest {
    @Test
    void anExceptionInAnInvariantIsShownWithWhatWasRead() {
        requireErrorOf(
                broken -> Vector.of(Invariant.always("sane", "", view -> 10 / (2 - view.read(broken.other)) > 0)),
                "property sane",
                "/ by zero",
                "other=2",
                "fix it");
    }

    @Test
    void anExceptionInAPartOfAValueIsShownWithTheValue() {
        requireErrorOf(
                broken -> Vector.of(Invariant.always(
                        "sane", "", view -> view.read(broken.other, value -> 10 / (2 - value)) > 0)),
                "property sane",
                "/ by zero",
                "a part of 2",
                "fix it");
    }

    @Test
    void noPartOfAValueMayBeNull() {
        requireErrorOf(
                broken ->
                        Vector.of(Invariant.always("sane", "", view -> view.read(broken.other, value -> null) == null)),
                "property sane",
                "null for a part of 0",
                "use an Option");
    }

    @Test
    void anExceptionInAPremiseIsShownWithWhatWasRead() {
        requireErrorOf(
                broken -> Vector.of(new Invariant(
                        "sane", "", Option.some(view -> 10 / (2 - view.read(broken.other)) > 100), view -> true)),
                "property sane",
                "/ by zero",
                "other=2");
    }

    @Test
    void anExceptionInASometimesIsShownWithWhatWasRead() {
        requireErrorOf(
                broken -> Vector.of(new Sometimes("sane", "", view -> 10 / (2 - view.read(broken.other)) > 70)),
                "property sane",
                "/ by zero",
                "other=2");
    }

    @Test
    void anExceptionInAStepPropertyNamesTheStep() {
        requireErrorOf(
                broken -> Vector.of(new StepProperty("sane", "", taken -> 10 / (2 - taken.after(broken.other)) > 0)),
                "property sane",
                "/ by zero",
                "actor bob, step b1 count",
                "fix it");
    }

    /* Alice never stops, so only a state in which she cannot be is stuck: this claim needs a deadlock to be asked. */
    @Test
    void anExceptionInWhatIsAllowedIsAnError() {
        Broken.requireErrorOfStuck(
                broken -> Vector.of(new NoDeadlock("sane", "", view -> 10 / (2 - view.read(broken.other)) > 0)),
                "property sane",
                "/ by zero",
                "other=2");
    }

    @Test
    void anInvariantMayNotReadACellOfAnotherModel() {
        Cell<Integer> foreign = Model.builder("elsewhere").cell("foreign", Integer.class, 0);
        requireErrorOf(
                broken -> Vector.of(Invariant.always("at home", "", view -> view.read(foreign) == 0)),
                "property at home",
                "cell foreign does not belong to model broken",
                "use the cells that its own builder made");
    }

    @Test
    void aStepPropertyMayNotReadACellOfAnotherModel() {
        Cell<Integer> foreign = Model.builder("elsewhere").cell("foreign", Integer.class, 0);
        requireErrorOf(
                broken -> Vector.of(new StepProperty("at home", "", taken -> taken.wrote(foreign))),
                "property at home",
                "cell foreign does not belong to model broken",
                "use the cells that its own builder made");
    }
}
