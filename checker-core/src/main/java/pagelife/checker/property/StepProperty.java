package pagelife.checker.property;

import java.util.function.Predicate;
import pagelife.checker.model.Transition;

/**
 * A claim about every step that can be taken in a reachable state.
 *
 * @param name the name
 * @param claim the claim in one sentence
 * @param holds the claim, a pure function of the step and of what it reads of the states before and after
 */
public record StepProperty(String name, String claim, Predicate<Transition> holds) implements Property {
    @Override
    public Kind kind() {
        return Kind.STEP;
    }

    @Override
    public <R> R accept(Cases<R> cases) {
        return cases.step(this);
    }
}
