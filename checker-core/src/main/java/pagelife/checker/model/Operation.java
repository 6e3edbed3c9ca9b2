package pagelife.checker.model;

import io.vavr.Function2;
import io.vavr.Function3;
import io.vavr.Function4;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.function.Function;

/**
 * What a task can be asked to do, by name and with arguments: one system call, one fault, one machine event. It is
 * declared once and runs in any program of any task.
 *
 * <p>Operations are compared by identity.
 */
public final class Operation {
    private final String name;
    private final String summary;
    private final Seq<Sort<?>> parameters;
    private final Function2<Task, Seq<Object>, Script> steps;
    private final Seq<String> undoes;
    private final String narrower;

    private Operation(
            String name,
            String summary,
            Seq<Sort<?>> parameters,
            Function2<Task, Seq<Object>, Script> steps,
            Seq<String> undoes,
            String narrower) {
        this.name = name;
        this.summary = summary;
        this.parameters = parameters;
        this.steps = steps;
        this.undoes = undoes;
        this.narrower = narrower;
    }

    private Operation(
            String name, String summary, Seq<Sort<?>> parameters, Function2<Task, Seq<Object>, Script> steps) {
        this(name, summary, parameters, steps, Vector.empty(), "");
    }

    /**
     * This operation, which does nothing but undo an earlier one of the same task: each undoes one of these names. Who
     * enumerates programs leaves it out where there is nothing to undo.
     */
    public Operation undoes(String... operations) {
        return new Operation(name, summary, parameters, steps, Vector.of(operations), narrower);
    }

    /** This operation as a form of another that says more than is needed: who enumerates programs leaves it out. */
    public Operation narrower(String why) {
        return new Operation(name, summary, parameters, steps, undoes, why);
    }

    /**
     * An operation without arguments.
     *
     * @param name words such as {@code pin slow}
     * @param summary what it does, in one line
     * @param steps its steps, as a given task takes them
     */
    public static Operation of(String name, String summary, Function<Task, Script> steps) {
        return new Operation(name, summary, Vector.empty(), (task, given) -> steps.apply(task));
    }

    /** An operation with an argument. */
    @SuppressWarnings("unchecked") // call checks each argument against its sort
    public static <A> Operation of(String name, String summary, Sort<A> first, Function2<Task, A, Script> steps) {
        return new Operation(name, summary, Vector.of(first), (task, given) -> steps.apply(task, (A) given.get(0)));
    }

    /** An operation with two arguments. */
    @SuppressWarnings("unchecked") // call checks each argument against its sort
    public static <A, B> Operation of(
            String name, String summary, Sort<A> first, Sort<B> second, Function3<Task, A, B, Script> steps) {
        return new Operation(
                name,
                summary,
                Vector.of(first, second),
                (task, given) -> steps.apply(task, (A) given.get(0), (B) given.get(1)));
    }

    /** An operation with three arguments. */
    @SuppressWarnings("unchecked") // call checks each argument against its sort
    public static <A, B, C> Operation of(
            String name,
            String summary,
            Sort<A> first,
            Sort<B> second,
            Sort<C> third,
            Function4<Task, A, B, C, Script> steps) {
        return new Operation(
                name,
                summary,
                Vector.of(first, second, third),
                (task, given) -> steps.apply(task, (A) given.get(0), (B) given.get(1), (C) given.get(2)));
    }

    /** The name: words such as {@code pin slow}. */
    public String name() {
        return name;
    }

    /** What it does, in one line. */
    public String summary() {
        return summary;
    }

    /** The sorts of its arguments. */
    public Seq<Sort<?>> parameters() {
        return parameters;
    }

    /** This operation as part of a program; each argument must be a value of its parameter's sort. */
    public Program call(Object... arguments) {
        Seq<Object> given = Vector.of(arguments);
        if (given.size() != parameters.size()) {
            throw new ModelException(name + " is given " + given.size() + " arguments (" + given.mkString(", ")
                    + "): it takes " + usage());
        }
        parameters.zip(given).forEach(pair -> {
            if (!pair._1().values().exists(pair._2()::equals)) {
                throw new ModelException(name + " is given " + pair._2() + ": "
                        + pair._1().name() + " are " + pair._1().values().mkString(", ") + "; give one of these");
            }
        });
        return new Program.Call(this, given);
    }

    /** The operations of which it undoes one; empty where it means something by itself. */
    public Seq<String> undoes() {
        return undoes;
    }

    /** Why enumerations of programs leave it out; empty where they do not. */
    public String narrower() {
        return narrower;
    }

    /** How it is written: {@code pin slow MMS INDICES}. */
    public String usage() {
        return parameters.isEmpty()
                ? name
                : name + " " + parameters.map(sort -> "<" + sort.name() + ">").mkString(" ");
    }

    Script script(Task task, Seq<Object> arguments) {
        return steps.apply(task, arguments);
    }

    @Override
    public String toString() {
        return name;
    }
}
