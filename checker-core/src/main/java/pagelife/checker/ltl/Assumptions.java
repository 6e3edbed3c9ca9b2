package pagelife.checker.ltl;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Locale;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Fairness;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelException;
import pagelife.checker.model.Step;

/**
 * Which fairness to assume: what the model declares, or one answer for all actors; then exceptions by name.
 *
 * @param actors what is owed to each actor; empty for what the model declares, for actors and for steps
 * @param exceptions what is owed to some actors ({@code fs}), steps ({@code gup1.g5}) or to {@link Assumption#ALL}
 *     steps taken as one, instead
 */
public record Assumptions(Option<Fairness> actors, Map<String, Fairness> exceptions) {
    /** What the model declares. */
    public static final Assumptions DECLARED = new Assumptions(Option.none(), LinkedHashMap.empty());

    /** None: any run counts, and a run may end anywhere. */
    public static final Assumptions NONE = every(Fairness.NONE);

    /** The same for every actor, nothing for single steps. */
    public static Assumptions every(Fairness fairness) {
        return new Assumptions(Option.some(fairness), LinkedHashMap.empty());
    }

    /** These with another answer for one actor, one step, or all steps taken as one. */
    public Assumptions with(String who, Fairness fairness) {
        return new Assumptions(actors, exceptions.put(who, fairness));
    }

    /**
     * Reads {@code declared}, {@code none}, {@code weak} or {@code strong}, or nothing, then exceptions such as
     * {@code fs=weak}, separated by commas; without a first word, the exceptions are to what is declared. The left side
     * is what is wrong with the text.
     */
    public static Either<String, Assumptions> parse(String text) {
        Assumptions read = DECLARED;
        boolean first = true;
        for (String part : Vector.of(text.split(",", -1)).map(String::strip)) {
            int equals = part.lastIndexOf('=');
            String word = part.substring(equals + 1).strip();
            Option<Fairness> fairness = fairness(word);
            if (first && equals < 0 && word.equalsIgnoreCase("declared")) {
                read = DECLARED;
            } else if (fairness.isEmpty() || equals < 0 && !first) {
                return Either.left("fairness \"" + part + "\" is not understood: write none, weak, strong or declared,"
                        + " then exceptions such as fs=weak or gup1.g5=strong, with commas between");
            } else {
                String who = equals < 0 ? "" : part.substring(0, equals).strip();
                read = equals < 0 ? every(fairness.get()) : read.with(who, fairness.get());
            }
            first = false;
        }
        return Either.right(read);
    }

    private static Option<Fairness> fairness(String word) {
        return Vector.of(Fairness.values()).find(each -> word(each).equals(word.toLowerCase(Locale.ROOT)));
    }

    /** The assumptions that this comes to in {@code model}; an exception for a stranger is a {@link ModelException}. */
    public Seq<Assumption> in(Model model) {
        LinkedHashMap<String, Seq<Step>> parties = parties(model);
        exceptions.keySet().find(who -> !parties.containsKey(who)).forEach(stranger -> {
            throw new ModelException("fairness of " + stranger + ": model " + model
                    + " has no such actor or step; name one of "
                    + model.actors().map(Actor::name).mkString(", ")
                    + ", a step of one as actor.step, or " + Assumption.ALL);
        });
        return parties.toVector()
                .flatMap(party -> exceptions
                        .get(party._1)
                        .map(owed -> assumed(party._1, owed, party._2))
                        .getOrElse(() -> usual(model, party._1, party._2)));
    }

    private static Seq<Assumption> assumed(String who, Fairness owed, Seq<Step> steps) {
        return owed == Fairness.NONE ? Vector.empty() : Vector.of(new Assumption(who, owed, steps));
    }

    /** As {@link #parse} reads it: {@code none,fs=weak}. */
    @Override
    public String toString() {
        return exceptions
                .toVector()
                .map(exception -> exception._1() + "=" + word(exception._2()))
                .prepend(actors.map(Assumptions::word).getOrElse("declared"))
                .mkString(",");
    }

    private static String word(Fairness fairness) {
        return fairness.name().toLowerCase(Locale.ROOT);
    }

    private static LinkedHashMap<String, Seq<Step>> parties(Model model) {
        LinkedHashMap<String, Seq<Step>> parties = LinkedHashMap.empty();
        for (Actor actor : model.actors()) {
            parties = parties.put(actor.name(), Assumption.owed(actor));
        }
        for (Step step : model.steps()) {
            String name = Formulas.name(step);
            parties = parties.put(
                    name, parties.get(name).getOrElse(Vector.empty()).append(step));
        }
        return parties.put(Assumption.ALL, model.steps());
    }

    /** Steps of one name, of several operations of a task, may be owed differently. */
    private Seq<Assumption> usual(Model model, String who, Seq<Step> steps) {
        Option<Actor> actor = model.actors().find(each -> each.name().equals(who));
        if (actor.isDefined()) {
            return assumed(who, actors.getOrElse(actor.get()::fairness), steps);
        }
        return actors.isDefined() || who.equals(Assumption.ALL)
                ? Vector.empty()
                : Vector.of(Fairness.values())
                        .flatMap(owed -> assumed(who, owed, steps.filter(step -> step.fairness() == owed)))
                        .reject(assumption -> assumption.steps().isEmpty());
    }
}
