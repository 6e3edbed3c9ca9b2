package pagelife.checker.property;

import io.vavr.control.Option;
import java.util.function.Predicate;
import pagelife.checker.model.Failure;
import pagelife.checker.model.Transition;

/**
 * A claim about every step that can be taken in a reachable state.
 *
 * @param name the name
 * @param claim the claim in one sentence
 * @param holds the claim, a pure function of the step and of what it reads of the states before and after
 * @param sentence how a counterexample is told; see {@link Property#sentence}
 */
public record StepProperty(String name, String claim, Predicate<Transition> holds, Option<Sentence> sentence)
        implements Property {
    /** That no step {@linkplain Failure fails}: part of every check, whether it is asked for or not. */
    public static final StepProperty NO_FAILURE = new StepProperty(
                    "no step fails",
                    "no step hits a BUG, an assertion or an exception",
                    step -> Failure.in(step.events()).isEmpty())
            .told(StepProperty::failure);

    /** {@code step 4 (put) fails: refcount underflow}: what the failure itself says. */
    private static String failure(Counterexample run) {
        return "step " + run.length() + " (" + run.who(run.length()) + ") fails: "
                + run.failure().get().what();
    }

    /** A claim whose counterexamples are told by what breaks them. */
    public StepProperty(String name, String claim, Predicate<Transition> holds) {
        this(name, claim, holds, Option.none());
    }

    /** This claim with words of its own for its counterexamples. */
    @Override
    public StepProperty told(Sentence words) {
        return new StepProperty(name, claim, holds, Option.some(words));
    }

    @Override
    public Kind kind() {
        return Kind.STEP;
    }

    @Override
    public <R> R accept(Cases<R> cases) {
        return cases.step(this);
    }
}
