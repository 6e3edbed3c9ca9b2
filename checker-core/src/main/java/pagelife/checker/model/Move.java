package pagelife.checker.model;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/**
 * A step taken in a state, with one way to choose: found by running the model's code on boxed values, without any
 * engine. Worth it for a few states: an explorer, a walk by hand, a question about one state of a trace.
 *
 * @param step the step
 * @param from the state before
 * @param choices what it chose, in order, as {@code what = value}
 * @param events what it told, in order
 * @param said which way its tests went, in words, in order
 * @param reads the cells that it read in the state before, in order of first read, its actor's control cell not among
 *     them
 * @param writes the cells that it wrote, in order of first write, its actor's control cell not among them
 * @param to the state after; that before if the step {@linkplain Failure fails}
 */
public record Move(
        Step step,
        State from,
        Seq<String> choices,
        Seq<Event> events,
        Seq<String> said,
        Seq<Cell<?>> reads,
        Seq<Cell<?>> writes,
        State to)
        implements Transition {

    /** Every move of {@code state}: by actor, step and choice in their order. */
    public static Seq<Move> in(State state) {
        return state.model().actors().flatMap(actor -> in(state, actor));
    }

    /** Every move of one actor. */
    public static Seq<Move> in(State state, Actor actor) {
        return actor.steps().flatMap(step -> in(state, step));
    }

    /** Every way to take one step; none where its actor is elsewhere or the step has to wait. */
    public static Seq<Move> in(State state, Step step) {
        return trials(state, step)
                .filter(trial -> trial.next() != Control.End.WAITS)
                .map(trial -> new Move(
                        step,
                        state,
                        trial.choices(),
                        trial.events(),
                        trial.said(),
                        trial.reads(),
                        trial.writes(),
                        trial.next() == Control.End.FAILS
                                ? state
                                : trial.after(state).with(step.actor().control(), trial.next())));
    }

    /** Whether {@code actor} can take none of its steps where it does not {@linkplain Actor#rests rest}. */
    public static boolean isBlocked(State state, Actor actor) {
        return !actor.rests(state.at(actor)) && in(state, actor).isEmpty();
    }

    /** Who can take none of his steps where he does not {@linkplain Actor#rests rest}. */
    public static Seq<Actor> blocked(State state) {
        return state.model().actors().filter(actor -> isBlocked(state, actor));
    }

    /** The cells whose values keep those who are {@linkplain #blocked blocked} from going on, and the places where they are. */
    public static Seq<Cell<?>> standstill(State state) {
        return blocked(state)
                .flatMap(actor ->
                        blockers(state, actor).<Cell<?>>map(cell -> cell).append(actor.control()))
                .distinct();
    }

    /** The cells whose values keep {@code actor} from going on: what its steps read before they had to wait. */
    public static Seq<Cell<?>> blockers(State state, Actor actor) {
        return actor.steps().flatMap(step -> blockers(state, step)).distinct();
    }

    /** The cells whose values let {@code step} wait where its actor is: what it read before it had to. */
    public static Seq<Cell<?>> blockers(State state, Step step) {
        return trials(state, step)
                .filter(trial -> trial.next() == Control.End.WAITS)
                .flatMap(Trial::reads)
                .distinct();
    }

    /** Whether {@code step} can be taken in a state: a pure function of what it reads there. */
    public static boolean isPossible(View state, Step step) {
        return trials(state, step).exists(trial -> trial.next() != Control.End.WAITS);
    }

    /** Whether {@code step} {@linkplain Failure fails} with these choices: a pure function of what it reads there. */
    public static boolean isFailing(View state, Step step, Seq<String> choices) {
        return trials(state, step)
                .exists(trial ->
                        trial.next() == Control.End.FAILS && trial.choices().equals(choices));
    }

    /** Whether the step {@linkplain Failure fails}. */
    public boolean fails() {
        return Failure.in(events).isDefined();
    }

    private static Seq<Trial> trials(View state, Step step) {
        Control at = state.at(step.actor());
        return step.startsAt(at) ? Trial.all(state, view -> step.take(at, view)) : Vector.empty();
    }

    @Override
    public <T> T before(Cell<T> cell) {
        return from.read(cell);
    }

    @Override
    public <T> T after(Cell<T> cell) {
        return to.read(cell);
    }

    @Override
    public View before() {
        return from;
    }

    @Override
    public View after() {
        return to;
    }

    @Override
    public boolean hasRead(Cell<?> cell) {
        return reads.contains(cell) || cell == step.actor().control();
    }

    @Override
    public boolean wrote(Cell<?> cell) {
        return writes.contains(cell) || cell == step.actor().control();
    }

    @Override
    public String toString() {
        return choices.isEmpty() ? step.toString() : step + choices.mkString(" (", ", ", ")");
    }
}
