package pagelife.checker.model;

/**
 * What a step does, at a place that carries nothing: a pure function of what it reads through {@code now}. Unless it
 * says otherwise, its task goes on to the place that follows.
 */
@FunctionalInterface
public interface Body {
    /** Takes the step. */
    void take(Now now);
}
