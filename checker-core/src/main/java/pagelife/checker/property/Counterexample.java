package pagelife.checker.property;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.function.Predicate;
import pagelife.checker.ltl.Formula;
import pagelife.checker.model.Event;
import pagelife.checker.model.Failure;
import pagelife.checker.model.State;
import pagelife.checker.model.Step;
import pagelife.checker.model.Transition;
import pagelife.checker.model.View;

/**
 * A run that breaks a claim, as a {@link Sentence} sees it. A moment is named by the number of steps before it: moment
 * 0 is where the run starts, and step {@code n}, counted from 1, leads from moment {@code n - 1} to moment {@code n}. A
 * claim about states is broken at the last moment, one about steps by the last step, one about runs by all of it.
 */
public interface Counterexample {
    /** The number of steps. */
    int length();

    /** The state at a moment, from 0 to {@link #length}. */
    State state(int moment);

    /** The step of this number, from 1 to {@link #length}. */
    Step step(int number);

    /** The step of this number as a claim about steps sees it. */
    Transition taken(int number);

    /** The moment from which on the steps repeat forever; empty unless the claim is about runs. */
    Option<Integer> loopStart();

    /** The fewest cells whose values break the claim whatever the others hold; see {@code pagelife.checker.explain}. */
    Seq<Decisive> core();

    /**
     * Whether a formula is true of the run from a moment on. Of a run that goes on as nobody knows only formulas about
     * its states and steps have an answer.
     */
    boolean isTrue(Formula formula, int moment);

    /** What the step of this number told, in order. */
    default Seq<Event> events(int number) {
        return taken(number).events();
    }

    /** How the last step fails; empty if it does not. */
    default Option<Failure> failure() {
        return length() == 0 ? Option.none() : Failure.in(events(length()));
    }

    /** The state at the end. */
    default State end() {
        return state(length());
    }

    /** The name of the actor that takes the step of this number. */
    default String who(int number) {
        return step(number).actor().name();
    }

    /**
     * The moment since which something is so without a break until {@code moment}: the number of the step that made it
     * so, or 0 if it is so from the start.
     *
     * @throws IllegalArgumentException if it is not so at {@code moment}
     */
    default int since(int moment, Predicate<? super View> isSo) {
        if (!isSo.test(state(moment))) {
            throw new IllegalArgumentException("at moment " + moment + " it is not so: ask since when of what is so");
        }
        int since = moment;
        while (since > 0 && isSo.test(state(since - 1))) {
            since--;
        }
        return since;
    }

    /** As {@link #since(int, Predicate)} in words: {@code since step 9}, or {@code from the start}. */
    default String sinceWhen(int moment, Predicate<? super View> isSo) {
        int since = since(moment, isSo);
        return since == 0 ? "from the start" : "since step " + since;
    }
}
