package pagelife.checker.model;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A sequential process of a model: a page fault, a GUP, a truncate, a removal.
 *
 * <p>Actors are compared by identity and belong to one model.
 */
public final class Actor {
    private final String name;
    private final Class<? extends Control> family;
    private final Cell<Control> control;
    private final Fairness fairness;
    private final int index;
    private final Seq<Step> steps;
    private final Function<Control, Seq<Fact>> facts;
    private final BiFunction<Control, View, Option<String>> left;
    private final boolean hasFacts;
    private final Seq<Fact> standing;
    private final Predicate<Control> serves;
    private final Function<Control, Option<Program.Call>> call;
    private final Seq<Program.Call> calls;
    private final Seq<Class<?>> carries;

    Actor(Declared declared, int firstStep) {
        this.name = declared.name();
        this.family = declared.family();
        this.control = declared.control();
        this.fairness = declared.owed();
        this.index = declared.index();
        Vector<Step> made = Vector.empty();
        for (StepSpec spec : declared.steps()) {
            made = made.append(new Step(this, spec, firstStep + made.size()));
        }
        this.steps = made;
        this.facts = declared::facts;
        this.left = declared::leaves;
        this.hasFacts = declared.hasFacts();
        this.standing = declared.standing();
        this.serves = declared::serves;
        this.call = declared::call;
        this.calls = declared.calls();
        this.carries = declared.carries();
    }

    /** The name, unique in the model. */
    public String name() {
        return name;
    }

    /** The sealed family of this actor's controls. */
    public Class<? extends Control> family() {
        return family;
    }

    /** The cell that holds where the actor is. */
    public Cell<Control> control() {
        return control;
    }

    /** What a run owes to this actor. */
    public Fairness fairness() {
        return fairness;
    }

    /** The position among the model's actors, from 0, in the order of declaration. */
    public int index() {
        return index;
    }

    /** The steps in the order of declaration. */
    public Seq<Step> steps() {
        return steps;
    }

    /** The first step with this short name; an unknown one is a {@link ModelException}. */
    public Step step(String id) {
        return steps.find(step -> step.id().equals(id))
                .getOrElseThrow(() -> new ModelException("actor " + name + " has no step " + id + ": it has "
                        + steps.map(Step::id).mkString(", ") + "; ask for one of these"));
    }

    /**
     * All steps with this short name: several when a program has several operations, or calls one with several
     * arguments.
     */
    public Seq<Step> steps(String id) {
        return steps.filter(step -> step.id().equals(id));
    }

    /** What is so as long as the actor is at {@code at}. */
    public Seq<Fact> facts(Control at) {
        return facts.apply(at);
    }

    /** Whether any place of this actor says a fact. */
    public boolean hasFacts() {
        return hasFacts;
    }

    /** What is so at places of this actor that carry nothing, all in one. */
    public Seq<Fact> standing() {
        return standing;
    }

    /** The facts of one kind that are so as long as the actor is at {@code at}. */
    public <F extends Fact> Seq<F> facts(Control at, Class<F> kind) {
        Vector<F> found = Vector.empty();
        for (Fact fact : facts(at)) {
            if (kind.isInstance(fact)) {
                found = found.append(kind.cast(fact));
            }
        }
        return found;
    }

    /**
     * What the operation that the actor is in at {@code at} leaves behind, run as a whole, in words; empty when its
     * author does not say.
     *
     * @param after the state after it
     */
    public Option<String> leaves(Control at, View after) {
        return left.apply(at, after);
    }

    /**
     * Whether a run may leave it at {@code at} for good: it has finished, or {@linkplain Script#serves serves} others
     * and has nothing to do.
     */
    public boolean rests(Control at) {
        return at == Control.finished() || serves.test(at);
    }

    /**
     * The call of its program that the actor is in at {@code at}; empty when it is at its end, and for what runs no
     * program.
     */
    public Option<Program.Call> call(Control at) {
        return call.apply(at);
    }

    /** The calls of its program, as written; empty for what runs none. */
    public Seq<Program.Call> calls() {
        return calls;
    }

    /** The classes of what the actor keeps in mind: of what its places carry, or of its controls. */
    public Seq<Class<?>> carries() {
        return carries;
    }

    /** Whether its program calls an operation of this name. */
    public boolean runs(String operation) {
        return calls.exists(one -> one.operation().name().equals(operation));
    }

    @Override
    public String toString() {
        return name;
    }
}
