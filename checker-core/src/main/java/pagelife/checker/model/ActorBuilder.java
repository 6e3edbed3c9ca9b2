package pagelife.checker.model;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.lang.reflect.Modifier;

/**
 * Declares an actor: its private cells, its steps, what a run owes it.
 *
 * @param <C> the sealed family of the actor's controls
 */
public final class ActorBuilder<C extends Control> extends Declared {
    private final ModelBuilder model;
    private final String name;
    private final Class<C> family;
    private final Cell<Control> control;
    private final int index;
    private Vector<StepSpec> steps = Vector.empty();
    private Vector<Class<?>> starts = Vector.empty();
    private Fairness fairness = Fairness.WEAK;
    private boolean serves;

    ActorBuilder(ModelBuilder model, String name, Class<C> family, Cell<Control> control, int index) {
        this.model = model;
        this.name = name;
        this.family = family;
        this.control = control;
        this.index = index;
    }

    /** Declares a cell that is private to this actor. */
    public <T> Cell<T> cell(String cellName, Class<? super T> type, T initial) {
        return model.declare(cellName, type, initial, Option.some(name));
    }

    /** What a run owes to this actor; {@link Fairness#WEAK} unless declared. */
    public ActorBuilder<C> fairness(Fairness owed) {
        fairness = owed;
        return this;
    }

    /** It serves others, and may wait forever at any of its places: that is no deadlock. */
    public ActorBuilder<C> serves() {
        serves = true;
        return this;
    }

    /**
     * Declares a step.
     *
     * @param id the short name, unique in the actor, such as {@code g3}
     * @param text what it does, such as {@code add unless zero}
     * @param source the function it stands for
     * @param from the control it starts from; several steps from one control are alternatives
     * @param code what it does
     */
    public <P extends C> ActorBuilder<C> step(String id, String text, Source source, Class<P> from, StepCode<P> code) {
        return step(id, text, source, from, Fairness.NONE, code);
    }

    /** Declares a step that a run owes something by itself, beside what it owes to the actor. */
    public <P extends C> ActorBuilder<C> step(
            String id, String text, Source source, Class<P> from, Fairness owed, StepCode<P> code) {
        return step(id, text, source, from, owed, false, code);
    }

    /** Declares the end of a timeout: nobody is owed it, see {@link Script#timeout}. */
    public <P extends C> ActorBuilder<C> timeout(
            String id, String text, Source source, Class<P> from, StepCode<P> code) {
        return step(id, text, source, from, Fairness.NONE, true, code);
    }

    private <P extends C> ActorBuilder<C> step(
            String id, String text, Source source, Class<P> from, Fairness owed, boolean timeout, StepCode<P> code) {
        if (steps.exists(step -> step.id().equals(id))) {
            throw new ModelException("actor " + name + " has two steps " + id + ": ids must be unique; rename one");
        }
        starts = starts.append(from);
        steps = steps.append(new StepSpec(
                "",
                id,
                text,
                "",
                source,
                code.getClass(),
                from::isInstance,
                (at, view) -> code.take(from.cast(at), view),
                owed,
                timeout));
        return this;
    }

    /** The cell that will hold where the actor is, for properties of models under declaration. */
    @Override
    public Cell<Control> control() {
        return control;
    }

    @Override
    void check() {
        if (!family.isSealed() && !Modifier.isFinal(family.getModifiers())) {
            throw new ModelException("the controls of actor " + name + " are a " + family.getSimpleName()
                    + ", which anybody may extend: make it sealed, so that each of its places is known to have a step");
        }
        Vector<Class<?>> stuck = leaves(family).filter(leaf -> !starts.exists(start -> start.isAssignableFrom(leaf)));
        if (!stuck.isEmpty()) {
            throw new ModelException("actor " + name + " has no step from "
                    + stuck.map(Class::getSimpleName).mkString(", ")
                    + ": every control needs one; add it, or return Control.finished() instead");
        }
    }

    /** The concrete classes of a sealed family; a final one is its own. */
    private static Vector<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Vector.of(type.getPermittedSubclasses()).flatMap(ActorBuilder::leaves)
                : Vector.of(type);
    }

    @Override
    String name() {
        return name;
    }

    @Override
    Class<C> family() {
        return family;
    }

    @Override
    int index() {
        return index;
    }

    @Override
    Fairness owed() {
        return fairness;
    }

    @Override
    Seq<StepSpec> steps() {
        return steps;
    }

    @Override
    Seq<Fact> facts(Control at) {
        return Vector.empty();
    }

    @Override
    Option<String> leaves(Control at, View after) {
        return Option.none();
    }

    @Override
    boolean hasFacts() {
        return false;
    }

    @Override
    Seq<Fact> standing() {
        return Vector.empty();
    }

    @Override
    boolean serves(Control at) {
        return serves;
    }

    @Override
    Seq<Class<?>> carries() {
        return leaves(family);
    }

    @Override
    Option<Program.Call> call(Control at) {
        return Option.none();
    }

    @Override
    Seq<Program.Call> calls() {
        return Vector.empty();
    }

    @Override
    Option<Control> begin(StepView view) {
        return Option.none();
    }
}
