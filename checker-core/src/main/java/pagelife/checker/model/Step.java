package pagelife.checker.model;

/**
 * One atomic action of an actor, from one control to the next.
 *
 * <p>Steps are compared by identity and belong to one model.
 */
public final class Step {
    private final Actor actor;
    private final String id;
    private final String text;
    private final Source source;
    private final Class<? extends Control> from;
    private final Fairness fairness;
    private final StepCode<Control> code;
    private final int index;

    @SuppressWarnings("unchecked") // code is only run on controls of class from, see take
    <P extends Control> Step(Actor actor, StepSpec<P> spec, Fairness fairness, int index) {
        this.actor = actor;
        this.id = spec.id();
        this.text = spec.text();
        this.source = spec.source();
        this.from = spec.from();
        this.fairness = fairness;
        this.code = (StepCode<Control>) spec.code();
        this.index = index;
    }

    /** The actor that takes the step. */
    public Actor actor() {
        return actor;
    }

    /** The short name, such as {@code g3}; unique among the steps of the actor. */
    public String id() {
        return id;
    }

    /** What it does, such as {@code add unless zero}. */
    public String text() {
        return text;
    }

    /** The function it stands for. */
    public Source source() {
        return source;
    }

    /** The class of control that it starts from. */
    public Class<? extends Control> from() {
        return from;
    }

    /** What a run owes to this step by itself; {@link Fairness#NONE} unless declared. */
    public Fairness fairness() {
        return fairness;
    }

    /** The position among all steps of the model, from 0. */
    public int index() {
        return index;
    }

    /** The short name and what it does: {@code g3 add unless zero}. */
    public String label() {
        return text.isEmpty() ? id : id + " " + text;
    }

    /** Runs the step's code on {@code at}, which must be of class {@link #from()}. */
    public Control take(Control at, StepView view) {
        return code.take(from.cast(at), view);
    }

    @Override
    public String toString() {
        return actor.name() + ": " + label();
    }
}
