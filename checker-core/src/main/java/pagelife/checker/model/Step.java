package pagelife.checker.model;

import java.util.function.Predicate;

/**
 * One atomic action of an actor, from one control to the next.
 *
 * <p>Steps are compared by identity and belong to one model.
 */
public final class Step {
    private final Actor actor;
    private final String id;
    private final String text;
    private final String statement;
    private final Source source;
    private final String operation;
    private final Class<?> definedIn;
    private final Predicate<Control> from;
    private final Fairness fairness;
    private final StepCode<Control> code;
    private final boolean timeout;
    private final int index;

    Step(Actor actor, StepSpec spec, int index) {
        this.actor = actor;
        this.operation = spec.operation();
        this.id = spec.id();
        this.text = spec.text();
        this.statement = spec.statement();
        this.source = spec.source();
        this.definedIn = spec.definedIn();
        this.from = spec.from();
        this.fairness = spec.fairness();
        this.code = Rewriting.code(actor, spec);
        this.timeout = spec.timeout();
        this.index = index;
    }

    /** The actor that takes the step. */
    public Actor actor() {
        return actor;
    }

    /**
     * The call of the actor's program that it belongs to, such as {@code pin slow mm0 0}; empty when there is just one.
     */
    public String operation() {
        return operation;
    }

    /** The short name, such as {@code g3}; unique among the steps of the actor in one operation. */
    public String id() {
        return id;
    }

    /** What it does, such as {@code add unless zero}. */
    public String text() {
        return text;
    }

    /** What it does, as a statement of the function it stands for; empty when nobody wrote it. */
    public String statement() {
        return statement;
    }

    /** The function it stands for. */
    public Source source() {
        return source;
    }

    /** Whether it starts where {@code at} is. */
    public boolean startsAt(Control at) {
        return from.test(at);
    }

    /** What a run owes to this step by itself; {@link Fairness#NONE} unless declared. */
    public Fairness fairness() {
        return fairness;
    }

    /** Whether it is the end of a timeout: nobody is owed it, and it is no way on for who counts on others. */
    public boolean isTimeout() {
        return timeout;
    }

    /** The position among all steps of the model, from 0. */
    public int index() {
        return index;
    }

    /** The short name and what it does: {@code g3 add unless zero}. */
    public String label() {
        return text.isEmpty() ? id : id + " " + text;
    }

    /**
     * The class of its code; for a lambda the one that the compiler made of it, which comes from where its author's
     * does.
     */
    public Class<?> definedIn() {
        return definedIn;
    }

    /**
     * Runs the step's code at {@code at}, where it must {@linkplain #startsAt start}.
     *
     * @throws StepFailed if it hits a bug, an assertion or an exception
     * @throws ModelException if it breaks the promises of a step
     */
    public Control take(Control at, StepView view) {
        try {
            return code.take(at, view);
        } catch (ModelException e) {
            throw e;
        } catch (RuntimeException | AssertionError | StackOverflowError e) {
            throw new StepFailed(Failure.of(e, definedIn), e);
        }
    }

    @Override
    public String toString() {
        return actor.name() + ": " + label();
    }
}
