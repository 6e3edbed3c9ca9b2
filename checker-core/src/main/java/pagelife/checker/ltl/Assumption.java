package pagelife.checker.ltl;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Fairness;
import pagelife.checker.model.Model;
import pagelife.checker.model.Step;

/**
 * One fairness assumption: what every run considered owes to a set of steps, taken as one. They are enabled where one
 * of them is possible, and taken where one of them is taken.
 *
 * <ul>
 *   <li>{@link Fairness#WEAK}: enabled at every position from some point on, they are taken again and again.
 *   <li>{@link Fairness#STRONG}: enabled again and again, they are taken again and again.
 * </ul>
 *
 * @param who an actor ({@code fs}), a step ({@code fs.t3}), or {@code all}
 * @param fairness weak or strong
 * @param steps the steps
 */
public record Assumption(String who, Fairness fairness, Seq<Step> steps) {
    /** The name of all steps taken as one. */
    public static final String ALL = "all";

    /** Fairness is weak or strong; an assumption of nothing is none. */
    public Assumption {
        if (fairness == Fairness.NONE) {
            throw new IllegalArgumentException("fairness of " + who + " (NONE) must be weak or strong");
        }
    }

    /** Fairness towards an actor. */
    public static Assumption of(Actor actor, Fairness fairness) {
        return new Assumption(actor.name(), fairness, owed(actor));
    }

    /** The steps that may be owed to an actor: all but the ends of timeouts. */
    static Seq<Step> owed(Actor actor) {
        return actor.steps().reject(Step::isTimeout);
    }

    /** Fairness towards a step. */
    public static Assumption of(Step step, Fairness fairness) {
        return new Assumption(Formulas.name(step), fairness, Vector.of(step));
    }

    /** That a run goes on as long as any step is possible: weak fairness towards all steps taken as one. */
    public static Assumption progress(Model model) {
        return new Assumption(ALL, Fairness.WEAK, model.steps());
    }

    /** {@code WF(fs)} or {@code SF(gup1.g5)}. */
    @Override
    public String toString() {
        return (fairness == Fairness.WEAK ? "WF(" : "SF(") + who + ")";
    }
}
