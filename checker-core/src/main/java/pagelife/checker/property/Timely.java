package pagelife.checker.property;

import pagelife.checker.model.Model;
import pagelife.checker.model.Move;
import pagelife.checker.model.Step;
import pagelife.checker.model.View;

/**
 * The claim that nobody is woken by a {@linkplain pagelife.checker.model.Script#timeout timeout} alone: a wake-up that
 * is lost is not repaired by it, only hidden.
 */
public final class Timely {
    /** Its name. */
    public static final String NAME = "no timeout is needed";

    private Timely() {}

    /** The claim about {@code model}. */
    public static Invariant of(Model model) {
        return Invariant.always(
                NAME,
                "where a timeout can end, something else is possible, too",
                view -> !isPossible(view, model, true) || isPossible(view, model, false));
    }

    /** Whether {@code model} has timeouts. */
    public static boolean concerns(Model model) {
        return model.steps().exists(Step::isTimeout);
    }

    private static boolean isPossible(View view, Model model, boolean timeouts) {
        return model.steps().exists(step -> step.isTimeout() == timeouts && Move.isPossible(view, step));
    }
}
