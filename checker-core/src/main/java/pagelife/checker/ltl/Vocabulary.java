package pagelife.checker.ltl;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Predicate;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Model;
import pagelife.checker.model.Step;
import pagelife.checker.model.View;

/**
 * The words that a formula in text may use: a model's actors and steps, and propositions by name.
 *
 * @param model the model, whose cells, tasks and steps have their names
 * @param propositions claims about a state by the name they go by; a name that is no plain word is quoted in text
 * @param measures what can be counted of an identity, by the word for it
 * @param othersMayRun whether what is said of every task may name a step that none of these tasks has: it was written
 *     about others, of whom some do
 */
public record Vocabulary(
        Model model, Map<String, Predicate<View>> propositions, Map<String, Measure> measures, boolean othersMayRun) {
    /** Words about these tasks and no others. */
    public Vocabulary(Model model, Map<String, Predicate<View>> propositions, Map<String, Measure> measures) {
        this(model, propositions, measures, false);
    }

    /** These words, for what was written about other tasks of the same protocol. */
    public Vocabulary whereOthersRun() {
        return new Vocabulary(model, propositions, measures, true);
    }

    /** Words none of which has an argument. */
    public Vocabulary(Model model, Map<String, Predicate<View>> propositions) {
        this(model, propositions, LinkedHashMap.empty());
    }

    /** The actor of this name. */
    Option<Actor> actor(String who) {
        return model.actors().find(each -> each.name().equals(who));
    }

    /** The steps that {@code who} stands for: {@code gup1.g3} one, {@code gup1} all of an actor, the empty text all. */
    Option<Seq<Step>> steps(String who) {
        if (who.isEmpty()) {
            return Option.some(model.steps());
        }
        Option<Seq<Step>> actor =
                model.actors().find(each -> each.name().equals(who)).map(Actor::steps);
        return actor.orElse(() ->
                model.steps().find(step -> Formulas.name(step).equals(who)).map(Vector::of));
    }

    /** What {@code who} may be, for a message: the steps of its actor if there is one, else the actors. */
    String known(String who) {
        Option<Actor> actor = model.actors().find(each -> who.startsWith(each.name() + "."));
        return actor.map(found -> "a step of " + found + " ("
                        + found.steps().map(Step::id).mkString(", ") + ")")
                .getOrElse("an actor (" + model.actors().map(Actor::name).mkString(", ") + ") or actor.step");
    }
}
