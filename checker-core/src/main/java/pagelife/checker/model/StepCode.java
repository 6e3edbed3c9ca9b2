package pagelife.checker.model;

/**
 * The code of a step: a pure function from where the actor is and what it reads to what it writes and where it goes.
 *
 * @param <P> the control that the step starts from
 */
@FunctionalInterface
public interface StepCode<P extends Control> {
    /**
     * Takes the step.
     *
     * @return the next control: of the actor's family, {@link Control#finished()}, or {@link StepView#waits()}
     */
    Control take(P at, StepView view);
}
