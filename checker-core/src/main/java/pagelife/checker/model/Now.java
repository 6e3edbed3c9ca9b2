package pagelife.checker.model;

import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A step of a script being taken: what it sees of the state, what it changes, and where its task goes. A step that says
 * nothing of that goes on to the place that follows, with what it carries.
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
            throw Blocked.HERE;
        }
    }

    /** Goes to a place with what this step carries, as far as that place carries something. */
    public void go(String place) {
        Spot target = spot(place);
        arrive(target, target.carriesNothing() ? Nothing.NOTHING : carried);
    }

    /** Goes to a place, which carries {@code value} from now on. */
    public void go(String place, Object value) {
        arrive(spot(place), value);
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
                value);
    }

    /** Stays at this place, as one that repeats the step does. */
    public void stay() {
        go(here.getOrElseThrow(() ->
                        new ModelException("it stays before the first place of its script: go to a place instead"))
                .name());
    }

    /** The script ends here: the task goes on to what follows in its program, in this same step. */
    public void end() {
        goesOnce(route.after(call, this, met));
    }

    /** The task ends here, whatever follows in its program. */
    public void finish() {
        goesOnce(Control.finished());
    }

    private void arrive(Spot target, Object value) {
        goesOnce(route.at(call, target, target.accept(value, "it")));
    }

    private void goesOnce(Control to) {
        if (next != null) {
            throw new ModelException("it goes to " + to + " and before that to " + next
                    + ": a step goes to one place; return after go, hand, stay and end");
        }
        next = to;
    }

    private Spot spot(String place) {
        Script script = route.script(call);
        return script.spot(place)
                .getOrElseThrow(
                        () -> new ModelException("it goes to " + place + ": its script has no such place; it has "
                                + script.spots().map(Spot::name).mkString(", ")));
    }

    private Option<Spot> following() {
        Script script = route.script(call);
        return here.fold(() -> script.spots().headOption(), script::after);
    }

    /** Where the task goes: where the step said, or on. */
    Control next() {
        if (next == null) {
            Option<Spot> following = following();
            if (following.isEmpty()) {
                end();
            } else {
                go(following.get().name());
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
