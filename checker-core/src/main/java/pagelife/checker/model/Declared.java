package pagelife.checker.model;

import io.vavr.collection.Seq;
import io.vavr.control.Option;

/** An actor under declaration, however it was declared. */
abstract class Declared {
    /** Its name. */
    abstract String name();

    /** The family of its controls. */
    abstract Class<? extends Control> family();

    /** The cell that holds where it is. */
    abstract Cell<Control> control();

    /** Its position among the actors. */
    abstract int index();

    /** What a run owes to it. */
    abstract Fairness owed();

    /** Its steps. */
    abstract Seq<StepSpec> steps();

    /** What is so as long as it is there. */
    abstract Seq<Fact> facts(Control at);

    /** What the operation that it is in leaves behind in the state of {@code after}, in words, if anybody says so. */
    abstract Option<String> leaves(Control at, View after);

    /** Whether any place of it says a fact. */
    abstract boolean hasFacts();

    /** The facts of its places that carry nothing. */
    abstract Seq<Fact> standing();

    /** Whether it may be there forever, though it has not finished. */
    abstract boolean serves(Control at);

    /** The call that it is in; empty for what runs no program. */
    abstract Option<Program.Call> call(Control at);

    /** The calls of its program, as written; empty for what runs none. */
    abstract Seq<Program.Call> calls();

    /** The classes of what it keeps in mind: of what its places carry, or of its controls. */
    abstract Seq<Class<?>> carries();

    /** Where it begins in the state of {@code view}; empty when its control cell says so already. */
    abstract Option<Control> begin(StepView view);

    /** Refuses a declaration that cannot be meant. */
    abstract void check();
}
