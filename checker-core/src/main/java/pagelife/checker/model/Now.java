package pagelife.checker.model;

import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A step of a script being taken: what it sees of the state, what it changes, and where its task goes. A step that says
 * nothing of that goes on to the place that follows, with what it carries.
 *
 * <p>The code of a step is run as often as the checker likes: it does the same whenever it reads the same, and keeps
 * nothing for later but by {@link #write} and {@link #hand}. What it writes it reads back itself at once; all others see
 * it when the step is over.
 */
public final class Now implements StepView {
    private final StepView view;
    private final Route route;
    private final int call;
    private final Option<Spot> here;
    private final Object carried;
    private final Set<Integer> met;
    private Control next;
    private boolean ended;
    private boolean leaves;
    private String thrown = "";

    /**
     * A step being taken.
     *
     * @param here where it is taken; empty before the first place of a script
     * @param met what of the program was gone through in this step before, without anything being done
     */
    Now(StepView view, Route route, int call, Option<Spot> here, Object carried, Set<Integer> met) {
        this.view = view;
        this.route = route;
        this.call = call;
        this.here = here;
        this.carried = carried;
        this.met = met;
    }

    /** Reads a cell, changes it and writes it. Returns what it holds now. */
    public <T> T change(Cell<T> cell, UnaryOperator<T> how) {
        T value = how.apply(read(cell));
        write(cell, value);
        return value;
    }

    /**
     * The step can be taken in states only where {@code condition} is true: elsewhere its task is blocked until
     * something that was read changes. To be asked before anything is written.
     */
    public void await(boolean condition) {
        if (!view().passes(condition)) {
            thrown = "await";
            throw Blocked.HERE;
        }
    }

    @Override
    public void bug(String what) {
        throw failed(what);
    }

    private Failure.Bug failed(String what) {
        thrown = "bug";
        return new Failure.Bug(what);
    }

    /** The object in a cell, to be looked at or changed; the step fails if it was freed. */
    public <T> T use(Cell<Life<T>> object) {
        return live(object, "is used");
    }

    /** Changes the object in a cell; the step fails if it was freed. */
    public <T> void set(Cell<Life<T>> object, T value) {
        live(object, "is changed");
        write(object, new Life.Live<>(value));
    }

    /** Frees the object in a cell; the step fails if it was freed before. */
    public <T> void free(Cell<Life<T>> object) {
        live(object, "is freed");
        write(object, new Life.Freed<>());
    }

    /** Puts an object into a cell whose object was freed; the step fails if it was not. */
    public <T> void allocate(Cell<Life<T>> object, T value) {
        bugOn(read(object).isLive(), object + " is allocated, and was not freed");
        write(object, new Life.Live<>(value));
    }

    private <T> T live(Cell<Life<T>> object, String what) {
        if (read(object) instanceof Life.Live<T> live) {
            return live.value();
        }
        throw failed(object + " " + what + " after it was freed");
    }

    /** Nothing else on this CPU runs from here on, interrupts apart; counted, as {@code preempt_disable()} is. */
    public void disablePreemption(Cpu cpu) {
        cpu.disablePreemption(this);
    }

    /** Takes back one {@link #disablePreemption}. */
    public void enablePreemption(Cpu cpu) {
        cpu.enablePreemption(this);
    }

    /** Nothing else on this CPU runs from here on, not even an interrupt handler. */
    public void disableInterrupts(Cpu cpu) {
        cpu.interrupts(this, true);
    }

    /** Takes back {@link #disableInterrupts}. */
    public void enableInterrupts(Cpu cpu) {
        cpu.interrupts(this, false);
    }

    /** Goes to a place with what this step carries, as far as that place carries something. */
    public void go(String place) {
        arrive(spot(place), Option.none());
    }

    /** Goes to a place, which carries {@code value} from now on. */
    public void go(String place, Object value) {
        arrive(spot(place), Option.some(value));
    }

    /** Goes to a place that carries nothing, or takes along what this step carries. */
    public void go(Place<?> place) {
        go(place.name());
    }

    /** Goes to a place, which carries {@code value} from now on. */
    public <L> void go(Place<L> place, L value) {
        go(place.name(), value);
    }

    /** Goes on to the place that follows, which carries {@code value} from now on. */
    public void hand(Object value) {
        arrive(
                following()
                        .getOrElseThrow(() -> new ModelException("it hands on " + value
                                + " from the last place of its script: no place follows; go to one, or end")),
                Option.some(value));
    }

    /** Stays at this place, as one that repeats the step does. */
    public void stay() {
        arrive(
                here.getOrElseThrow(() ->
                        new ModelException("it stays before the first place of its script: go to a place instead")),
                Option.none());
    }

    /**
     * The script ends here: the task goes on to what follows in its program, in this same step; one that was called
     * returns.
     */
    public void end() {
        returned(Option.none());
    }

    /** A script that was called returns, and hands {@code value} to the place that follows the call. */
    public void end(Object value) {
        returned(Option.some(value));
    }

    private void returned(Option<Object> value) {
        Option<Spot> back = scope().caller().isDefined() ? script().afterCall(scope()) : Option.none();
        if (back.isDefined()) {
            arrive(back.get(), value);
            return;
        }
        value.forEach(handed -> {
            throw new ModelException("it ends with " + handed + ", and nothing follows: end with nothing");
        });
        leaves = true;
        goesOnce(route.after(call, this, met));
    }

    /** The task ends here, whatever follows in its program. */
    public void finish() {
        leaves = true;
        goesOnce(Control.finished());
    }

    /**
     * Goes from here to a place. On the way out of a called script the caller has again what it carried; on the way
     * into one it keeps that.
     */
    private void arrive(Spot target, Option<Object> given) {
        Scope common = scope().common(target.scope());
        Object at = carried;
        for (Scope left = scope(); !left.equals(common); left = left.caller().get()) {
            at = Kept.outer(at);
        }
        Object value = given.getOrElse(target.carriesNothing() ? Nothing.NOTHING : Kept.inner(at));
        Object outer = target.scope().equals(common) ? Kept.outer(at) : entered(target.scope(), common, at);
        goesOnce(route.at(call, target, Kept.of(target.accept(value, "it"), outer)));
    }

    /** What the callers of {@code inner} keep, the outermost of which is at {@code from} and carries {@code at}. */
    private Object entered(Scope inner, Scope from, Object at) {
        Scope caller = inner.caller().get();
        Object there = caller.equals(from) ? at : Kept.of(Nothing.NOTHING, entered(caller, from, at));
        return script().keeps(inner) ? there : Kept.of(Nothing.NOTHING, Kept.outer(there));
    }

    private Script script() {
        return route.script(call);
    }

    private Scope scope() {
        return here.map(Spot::scope).getOrElse(Scope.OWN);
    }

    /** Whether the step leads out of its script. */
    boolean leaves() {
        return next == null ? following().isEmpty() : leaves;
    }

    /** The name of the task that takes the step. */
    public String task() {
        return route.task().name();
    }

    /** The names of all tasks of the model, in order. */
    public Seq<String> tasks() {
        return route.task().tasks();
    }

    private void goesOnce(Control to) {
        if (next != null) {
            throw new ModelException("it goes to " + to + " and before that to " + next
                    + ": a step goes to one place; return after go, hand, stay and end");
        }
        next = to;
    }

    private Spot spot(String place) {
        return script().spot(scope(), place)
                .getOrElseThrow(() ->
                        new ModelException("it goes to " + place + ": its script has no such place; it has "
                                + script().spots()
                                        .filter(spot -> spot.scope().equals(scope()))
                                        .map(spot -> spot.name()
                                                .substring(scope().prefix().length()))
                                        .mkString(", ")));
    }

    private Option<Spot> following() {
        return here.isEmpty() ? script().spots().headOption() : script().after(here.get());
    }

    /** Where the task goes: where the step said, or on. */
    Control next() {
        if (!thrown.isEmpty()) {
            throw new ModelException("it goes on behind " + thrown
                    + ", which ends the step with an exception: catch none around what a step does");
        }
        if (next == null) {
            Option<Spot> following = following();
            if (following.isEmpty()) {
                end();
            } else {
                arrive(following.get(), Option.none());
            }
        }
        ended = true;
        return next;
    }

    /** The view of the step, as long as it is being taken. */
    private StepView view() {
        if (ended) {
            throw new ModelException(
                    "a view is used after the step or claim that it was given to has ended: a step or a"
                            + " claim may look through its own view only; keep values, not views");
        }
        return view;
    }

    @Override
    public <T> T read(Cell<T> cell) {
        return view().read(cell);
    }

    @Override
    public <T, R> R read(Cell<T> cell, Function<? super T, ? extends R> part) {
        return view().read(cell, part);
    }

    @Override
    public <T> boolean finds(Cell<T> cell, Predicate<? super T> wrong) {
        return view().finds(cell, wrong);
    }

    @Override
    public <T> void write(Cell<T> cell, T value) {
        view().write(cell, value);
    }

    @Override
    public <T> T choose(String what, Seq<T> alternatives) {
        return view().choose(what, alternatives);
    }

    @Override
    public void tell(Event event) {
        view().tell(event);
    }

    @Override
    public void saw(String text, Object... values) {
        view().saw(text, values);
    }

    /** How {@link #await} leaves the code of a step. */
    static final class Blocked extends RuntimeException {
        private static final long serialVersionUID = 1;
        private static final Blocked HERE = new Blocked();

        private Blocked() {
            super("the step cannot be taken here", null, false, false);
        }
    }
}
