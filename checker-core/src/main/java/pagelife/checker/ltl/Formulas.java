package pagelife.checker.ltl;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.function.Predicate;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Control;
import pagelife.checker.model.Model;
import pagelife.checker.model.Step;
import pagelife.checker.model.View;

/**
 * Makes formulas that read aloud, with static imports:
 *
 * <pre>{@code
 * always(waiting.implies(eventually(not(waiting))))
 * waiting.leadsTo(not(waiting))
 * infinitelyOften(taken(gup.step("g5")))
 * }</pre>
 */
public final class Formulas {
    /** True everywhere. */
    public static final Formula TRUE = new Formula.Constant(true);

    /** False everywhere. */
    public static final Formula FALSE = new Formula.Constant(false);

    private Formulas() {}

    /** A claim about the state, a pure function of what it reads. */
    public static Formula holds(String name, Predicate<View> claim) {
        return new Formula.Proposition(name, claim);
    }

    /** The step is taken. */
    public static Formula taken(Step step) {
        return new Formula.Taken(name(step), Vector.of(step));
    }

    /** The actor takes a step. */
    public static Formula moves(Actor actor) {
        return new Formula.Taken(actor.name(), actor.steps());
    }

    /** The step is possible. */
    public static Formula enabled(Step step) {
        return new Formula.Enabled(name(step), Vector.of(step));
    }

    /** Some step of the actor is possible. */
    public static Formula enabled(Actor actor) {
        return new Formula.Enabled(actor.name(), actor.steps());
    }

    /** The actor is done. */
    public static Formula finished(Actor actor) {
        return new Formula.Proposition("finished " + actor, new Finished(actor));
    }

    /** No step is possible: everybody has finished, or it is a deadlock. */
    public static Formula stuck(Model model) {
        return not(new Formula.Enabled("", model.steps()));
    }

    /** The contrary. */
    public static Formula not(Formula formula) {
        return new Formula.Not(formula);
    }

    /** All of these; true when there are none. */
    public static Formula all(Seq<Formula> formulas) {
        return formulas.reduceOption(Formula::and).getOrElse(TRUE);
    }

    /** One of these at least; false when there are none. */
    public static Formula any(Seq<Formula> formulas) {
        return formulas.reduceOption(Formula::or).getOrElse(FALSE);
    }

    /** At the next position. */
    public static Formula next(Formula formula) {
        return new Formula.Next(formula);
    }

    /** From here on. */
    public static Formula always(Formula formula) {
        return new Formula.Always(formula);
    }

    /** Now or later. */
    public static Formula eventually(Formula formula) {
        return new Formula.Eventually(formula);
    }

    /** Again and again, without end. */
    public static Formula infinitelyOften(Formula formula) {
        return always(eventually(formula));
    }

    /** For ever, from some position on. */
    public static Formula eventuallyAlways(Formula formula) {
        return eventually(always(formula));
    }

    /** The name of a step in text: {@code gup1.g3}. */
    static String name(Step step) {
        return step.actor() + "." + step.id();
    }

    /** A record, so that equal claims about equal actors are equal. */
    record Finished(Actor actor) implements Predicate<View> {
        @Override
        public boolean test(View view) {
            return view.at(actor) == Control.finished();
        }
    }
}
