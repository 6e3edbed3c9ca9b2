package pagelife.checker.engine.code;

import io.vavr.control.Option;
import java.util.function.Predicate;
import pagelife.checker.model.Model;
import pagelife.checker.model.View;
import pagelife.checker.property.Balance;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.Property;
import pagelife.checker.property.Sometimes;
import pagelife.checker.property.StepProperty;

/**
 * Something to look out for on behalf of a property: a state or a step that decides it.
 *
 * @param index the position among all watches of the search
 * @param property on whose behalf
 * @param role what it means when it is seen
 * @param model the model it is looked out for in
 * @param unasked whether nobody asked for the property: it is told of when it is broken, and nobody waits for it
 */
public record Watch(int index, Property property, Role role, Model model, boolean unasked) {
    /** On behalf of a property that somebody asked for. */
    public Watch(int index, Property property, Role role, Model model) {
        this(index, property, role, model, false);
    }

    /** What it means that the search sees what is watched for. */
    public enum Role {
        /** A state that breaks an invariant. */
        BROKEN_STATE,
        /** A step that breaks a step property. */
        BROKEN_STEP,
        /** A state that shows a sometimes. */
        WITNESS,
        /** A state that meets the premise of an invariant. */
        PREMISE,
        /** A stuck state that is not allowed. */
        DEADLOCK
    }

    /** A step that breaks a step property. */
    public record Alarm(Watch watch, Effect effect) {}

    /** What a state must show. */
    Predicate<View> shown() {
        return switch (role) {
            case BROKEN_STATE -> ((Invariant) property).holds().negate();
            case WITNESS -> ((Sometimes) property).happens();
            case PREMISE -> ((Invariant) property).premise().get();
            case DEADLOCK -> view -> !((NoDeadlock) property).allowed().test(view) && somebodyIsLeft(view);
            case BROKEN_STEP -> throw new IllegalStateException("a step property is not a claim about a state");
        };
    }

    /** The sums that are 0 as long as nothing is seen, if it is looked out for where they are not. */
    Option<Balance> balance() {
        return role == Role.BROKEN_STATE ? ((Invariant) property).balance() : Option.none();
    }

    /** A stuck state where everybody has finished, or has nothing to do for others, is the end, no deadlock. */
    private boolean somebodyIsLeft(View view) {
        return model.actors().exists(actor -> !actor.rests(view.at(actor)));
    }

    /** The claim about a step. */
    StepProperty stepProperty() {
        return (StepProperty) property;
    }
}
