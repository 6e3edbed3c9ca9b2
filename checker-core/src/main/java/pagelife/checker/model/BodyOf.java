package pagelife.checker.model;

/**
 * What a step does, at a place that carries a value: a pure function of that value and of what it reads through
 * {@code now}. Unless it says otherwise, its task goes on to the place that follows.
 *
 * @param <L> what the place carries
 */
@FunctionalInterface
public interface BodyOf<L> {
    /** Takes the step. */
    void take(Now now, L carried);
}
