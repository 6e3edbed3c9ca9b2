package pagelife.checker.agreement;

import java.util.List;

/**
 * A model and claims about it as data: what {@link Roller} rolls and {@link Construction} builds.
 *
 * @param cells the cells that mean something
 * @param actors the actors
 * @param starts for each further initial state, a value for each cell
 * @param claims what is claimed
 * @param padding cells that nobody touches, laid between the others so that a state takes more words
 */
record Blueprint(
        List<CellPlan> cells, List<ActorPlan> actors, List<List<Integer>> starts, List<ClaimPlan> claims, int padding) {

    /** A cell with values from 0 to {@code domain - 1}; {@code owner} is an actor's index, or -1. */
    record CellPlan(int domain, int owner, int initial) {}

    /** An actor with so many places, whether it may wait forever, and its steps. */
    record ActorPlan(int places, boolean serves, List<StepPlan> steps) {}

    /** A step from a place. */
    record StepPlan(int place, Code code) {}

    /** What a step does. Its code has one register; it starts with the local of the place. */
    sealed interface Code {}

    /** Reads a cell, or of its value the {@code part} by which it goes on, into the register and goes on by it. */
    record Read(int cell, boolean part, List<Code> next) implements Code {}

    /** Chooses a number below {@code alternatives} into the register and goes on by it. */
    record Choose(int alternatives, List<Code> next) implements Code {}

    /** Writes {@code plus}, added to the register if it is {@code relative}. */
    record Write(int cell, int plus, boolean relative, Code next) implements Code {}

    /** Tells an event. */
    record Tell(int number, Code next) implements Code {}

    /** Goes to a place; the local is the register if it is to be kept. */
    record Go(int place, boolean keep) implements Code {}

    /** Ends the actor. */
    record Finish() implements Code {}

    /** Fails. */
    record Fail() implements Code {}

    /** Waits. */
    record Wait() implements Code {}

    /** What kind of claim. */
    enum Kind {
        INVARIANT,
        INVARIANT_WITH_PREMISE,
        SOMETIMES,
        STEP,
        NO_DEADLOCK
    }

    /** A claim: the formula, and the premise if it has one. */
    record ClaimPlan(Kind kind, Formula formula, Formula premise) {}

    /** A decision tree over a state or a transition. */
    sealed interface Formula {}

    /** The answer. */
    record Answer(boolean yes) implements Formula {}

    /** Asks, for a {@code part} only if that can be, and goes on by the number that is the answer. */
    record Ask(Question question, int about, boolean part, List<Formula> next) implements Formula {}

    /** What a formula may ask; those below {@link #AFTER} about states, too. */
    enum Question {
        CELL,
        PLACE,
        AFTER,
        PLACE_AFTER,
        HAS_READ,
        WROTE,
        EVENTS,
        ACTOR
    }
}
