package pagelife.checker.model;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Steps one after the other: what a task does, or one operation of it. Each step stands at a place of its own, named by
 * the first word of its label, and its task goes on to the next place unless the step says otherwise:
 *
 * <pre>{@code
 * model.task("truncate")
 *         .in("fs/dax.c", "dax_layout_busy_page", "6.1")
 *         .step("t4 page busy?", now -> {
 *             if (now.read(refs) == 1) {
 *                 now.go("t11");
 *             }
 *         })
 *         .step("t5 queue", now -> now.write(queued, true))
 *         ...
 * }</pre>
 *
 * <p><b>What a place carries.</b> A step that takes a value ({@link #step(String, Class, BodyOf)}) makes its place
 * carry one; every other place carries nothing. A task that goes on to a place that carries a value takes along the one
 * it has, or the one it hands over; at a place that carries nothing it is dropped. So a local that no later step looks
 * at is never part of a state.
 *
 * <p>Mistakes are errors: two places or steps of one name and a script without steps when the model is built, a place
 * that does not exist and a value of a wrong class when a step goes there.
 *
 * <p>Mutable while it is declared, by one thread; then used by one task.
 */
public final class Script {
    private final Map<String, Spot> byName = new HashMap<>();
    private Vector<Spot> spots = Vector.empty();
    /** How many places came before what was added last: a place, or a part with all of its places. */
    private int before;

    private Option<OnCpu> cpu = Option.none();
    private Option<Body> beginning = Option.none();
    private Source source = Source.NONE;
    private Fairness owed = Fairness.NONE;
    private Fairness fairness = Fairness.WEAK;
    private boolean repeated;
    private Option<Function<View, String>> left = Option.none();
    private boolean serves;

    /** A script without steps. */
    public Script() {}

    /** The function that the steps from here on stand for. */
    public Script in(Source function) {
        source = function;
        return this;
    }

    /** The kernel function that the steps from here on stand for. */
    public Script in(String file, String function, String version) {
        return in(Source.kernel(file, function, version));
    }

    /** The steps from here on are taken on a CPU: only while no other task keeps it, see {@link Cpu}. */
    public Script on(Cpu where) {
        cpu = Option.some(new OnCpu(where, false));
        return this;
    }

    /**
     * The steps from here on are an interrupt handler on a CPU: it comes in whatever runs there unless interrupts are
     * off, and keeps the CPU until the script has ended.
     */
    public Script interrupts(Cpu where) {
        cpu = Option.some(new OnCpu(where, true));
        return this;
    }

    /** What a run owes to each step from here on by itself; {@link Fairness#NONE} unless said. */
    public Script owes(Fairness toEach) {
        owed = toEach;
        return this;
    }

    /**
     * What a run owes to a task as a whole while it is in this script; {@link Fairness#WEAK} unless said. A task whose
     * operations differ in this owes it to their steps one by one.
     */
    public Script fairness(Fairness toAll) {
        fairness = toAll;
        return this;
    }

    /**
     * The end of this script is its beginning. What it holds it may keep from one round to the next, as the loop of a thread may:
     * nobody says whether that is meant. Not where it also {@link #serves}.
     */
    public Script forever() {
        repeated = true;
        return this;
    }

    /**
     * The task is there for others, as a worker is, or what fires a timer: that it waits forever at the first place
     * of this script, because nobody has anything to do for it, is no deadlock: it counts as finished there. One that
     * does so {@link #forever} returns at the end of each round, and fails if it then has something {@link Borrowed}, as
     * it would at its end: {@code workqueue leaked lock}, kernel/workqueue.c, 6.12.
     */
    public Script serves() {
        serves = true;
        return this;
    }

    /**
     * What is done in the step that comes to this script, before its first place: it may go to another place, or end
     * the operation when there is nothing to do.
     */
    public Script begins(Body code) {
        beginning = Option.some(code);
        return this;
    }

    /** A place and its step; {@code "t5 queue for page"} is step {@code t5} at place {@code t5}. */
    public Script step(String label, Body code) {
        return add(label, Nothing.class, code, false, (now, carried) -> code.take(now), true);
    }

    /** A place that carries a value, and its step. */
    public <L> Script step(String label, Class<L> takes, BodyOf<L> code) {
        return add(label, takes, code, false, (now, carried) -> code.take(now, takes.cast(carried)), true);
    }

    /** A place with a handle, and its step: the first word of the label is the name of the place. */
    public <L> Script step(Place<L> place, String label, BodyOf<L> code) {
        if (!place.name().equals(firstWord(label))) {
            throw new ModelException("step " + label + " stands at place " + place
                    + ": the first word of a label is the name of its place; write " + place + " " + label);
        }
        return step(label, place.carries(), code);
    }

    /** Another step at the place before: where both can be taken, either may be. */
    public Script or(String label, Body code) {
        return add(label, Nothing.class, code, false, (now, carried) -> code.take(now), false);
    }

    /** Another step at the place before, that takes what the place carries. */
    public <L> Script or(String label, Class<L> takes, BodyOf<L> code) {
        return add(label, takes, code, false, (now, carried) -> code.take(now, takes.cast(carried)), false);
    }

    /**
     * Another way on from the place before: the end of a timeout. Nobody owes it to anybody, so that a claim about runs
     * may not count on it; and a state from which only timeouts lead on is one in which nobody is woken, see
     * {@link pagelife.checker.property.Timely}.
     */
    public Script timeout(String label, Body code) {
        return add(label, Nothing.class, code, true, (now, carried) -> code.take(now), false);
    }

    /** The end of a timeout, that takes what the place carries. */
    public <L> Script timeout(String label, Class<L> takes, BodyOf<L> code) {
        return add(label, takes, code, true, (now, carried) -> code.take(now, takes.cast(carried)), false);
    }

    /** A task may wait at the place before forever, as one that serves others does between two orders: no deadlock. */
    public Script mayWait() {
        last("mayWait").allowWaiting();
        return this;
    }

    /**
     * The steps of another script, which returns: at its end the task goes on to the place that follows here. Its
     * places are called {@code name-p}, one for each place {@code p} of its own. What the task carries it keeps
     * meanwhile, if the place that follows carries something; what it {@linkplain Now#hand hands} over here, the first
     * place of the other script carries, and what that {@linkplain Now#end(Object) ends with} is handed to the place
     * that follows. Other scripts may call the same one, and it may call others.
     *
     * @param name the name of the call, a word, by which a step may {@linkplain Now#go go} to it
     */
    public Script call(String name, Script part) {
        if (name.isEmpty() || name.contains(" ")) {
            throw new ModelException("a call is named \"" + name + "\": its name is a word, such as \"lock\"");
        }
        if (part.spots.isEmpty() || part.repeated || part.beginning.isDefined()) {
            throw new ModelException("call " + name + " is of a script that "
                    + (part.spots.isEmpty() ? "has no step" : part.repeated ? "is repeated forever" : "has a beginning")
                    + ": what is called has steps, and returns at its end; fix it");
        }
        int first = spots.size();
        for (Spot spot : part.spots) {
            Spot called = spot.calledAt(name, Scope.OWN, spots.size());
            called.ways().forEach(way -> requireNew(way.id()));
            add(called);
        }
        before = first;
        return this;
    }

    /**
     * The step before as a statement of the function that it stands for, such as {@code pte = ptep_get(ptep)}: for
     * short tellings, which show statements under functions.
     */
    public Script statement(String written) {
        last("statement").state(written);
        return this;
    }

    /**
     * What the script leaves behind when it has run as a whole, in the perfect tense, by the state after it: {@code a
     * write fault has mapped P0}. For tellings that leave its steps out.
     */
    public Script leaves(Function<View, String> words) {
        left = Option.some(words);
        return this;
    }

    /**
     * What is so as long as the task is at the place before; after a part ({@link #with}, {@link #call}) as long as it is
     * at any place of the part.
     */
    public Script has(Fact... facts) {
        Vector<Fact> all = Vector.of(facts);
        last("has");
        spots.drop(before).forEach(spot -> spot.add(carried -> all));
        return this;
    }

    /** What is so as long as the task is at the place before, by what it carries there. */
    public <L> Script has(Class<L> carried, Function<L, ? extends Fact> fact) {
        last("has").add(value -> Vector.of(fact.apply(carried.cast(value))));
        return this;
    }

    /** What all is so as long as the task is at the place before, by what it carries there. */
    public <L> Script hasAll(Class<L> carried, Function<L, ? extends Seq<? extends Fact>> facts) {
        last("hasAll").add(value -> facts.apply(carried.cast(value)));
        return this;
    }

    /** These steps and those of a part that several scripts share; {@code part} adds them. */
    public Script with(Consumer<Script> part) {
        int first = spots.size();
        part.accept(this);
        before = first < spots.size() ? first : before;
        return this;
    }

    private Script add(
            String label, Class<?> takes, Object author, boolean timeout, BodyOf<Object> code, boolean newPlace) {
        String id = firstWord(label);
        String text = label.substring(id.length()).trim();
        requireNew(id);
        if (newPlace) {
            add(new Spot(id, spots.size(), Scope.OWN));
        }
        BodyOf<Object> guarded = Aside.guarding(author, code);
        BodyOf<Object> whole = cpu.fold(() -> guarded, on -> on.guarding(guarded));
        last(timeout ? "timeout" : "or")
                .add(new Way(id, text, "", source, owed, author.getClass(), timeout, whole), takes);
        return this;
    }

    private void requireNew(String id) {
        if (spots.exists(spot -> spot.ways().exists(way -> way.id().equals(id)))) {
            throw new ModelException("a script has two steps " + id + ": names must be unique; rename one");
        }
    }

    private void add(Spot spot) {
        before = spots.size();
        spots = spots.append(spot);
        byName.put(spot.name(), spot);
    }

    private Spot last(String call) {
        if (spots.isEmpty()) {
            throw new ModelException(call + " comes before the first step: declare the step that it is about before");
        }
        return spots.last();
    }

    private static String firstWord(String label) {
        if (label.isBlank() || label.startsWith(" ")) {
            throw new ModelException("a step is called \"" + label
                    + "\": write its short name and what it does, such as \"t5 queue for page\"");
        }
        return label.split(" ", 2)[0];
    }

    Seq<Spot> spots() {
        return spots;
    }

    Option<Body> beginning() {
        return beginning;
    }

    Fairness fairness() {
        return fairness;
    }

    Option<Function<View, String>> left() {
        return left;
    }

    boolean isRepeated() {
        return repeated;
    }

    /** Whether its end is that of a function which was called for others, and will be called again. */
    boolean returns() {
        return repeated && serves;
    }

    /** Whether a task may wait forever at the place of this name. */
    boolean isRest(String place) {
        return spot(place).exists(spot -> spot.mayWait() || serves && spot.index() == 0);
    }

    Option<Spot> spot(String name) {
        return Option.of(byName.get(name));
    }

    /**
     * The place of this name as it is called at a place of {@code scope}: a place there, or the first one of a call.
     */
    Option<Spot> spot(Scope scope, String name) {
        return spot(scope.prefix() + name)
                .orElse(() -> spots.find(spot -> spot.name().startsWith(scope.prefix() + name + "-")));
    }

    /** The place that a called script returns to; empty if nothing follows. */
    Option<Spot> afterCall(Scope called) {
        return spots.findLast(spot -> called.holds(spot.scope())).flatMap(this::after);
    }

    /** Whether what the caller carries is wanted once a called script has returned. */
    boolean keeps(Scope called) {
        Scope caller = called.caller().get();
        return afterCall(called)
                .filter(next -> caller.holds(next.scope()))
                .exists(next -> next.scope().equals(caller)
                        ? !next.carriesNothing()
                        : keeps(next.scope().within(caller)));
    }

    /** The place after {@code spot}; empty for the last one. */
    Option<Spot> after(Spot spot) {
        return spot.index() + 1 < spots.size() ? Option.some(spots.get(spot.index() + 1)) : Option.none();
    }
}
