package pagelife.specs.kept;

import io.vavr.Tuple;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Function;
import java.util.function.Predicate;
import pagelife.checker.Checker;
import pagelife.checker.ltl.Assumptions;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Model;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;
import pagelife.checker.model.Step;
import pagelife.checker.property.Property;
import pagelife.checker.result.Trace;
import pagelife.checker.result.TraceStep;
import pagelife.specs.Renames;
import pagelife.specs.litmus.Kept;
import pagelife.specs.litmus.Run;

/**
 * Takes the steps of a kept run in a model, by the model's own code, as far as they can be taken. Where a step can be
 * taken in several ways it follows those that do what was kept, or else all of them.
 */
public final class Retrace {
    /* More ways than that come of no run that was kept with its choices. */
    private static final int MOST_PATHS = 256;

    /* A step that was split or a wait that was put in is no longer than that. */
    private static final int MOST_PUT_IN = 8;

    private final Model model;
    private final Map<String, Set<String>> known;
    private final Renames renames;
    private final Kept kept;
    private Vector<Run> paths;
    private Option<Divergence> divergence = Option.none();
    private Vector<String> notes = Vector.empty();
    private Vector<Integer> begins = Vector.empty();

    /* Steps of the run that were taken already, as part of one. */
    private Set<String> joined = HashSet.empty();

    private Retrace(Model model, Model own, Renames renames, Kept kept) {
        this.model = model;
        this.known = HashMap.ofEntries(own.actors()
                .map(actor -> Tuple.of(actor.name(), actor.steps().map(Step::id).toSet())));
        this.renames = renames;
        this.kept = kept;
        this.paths = model.initialStates().toVector().map(state -> new Run(state, Vector.empty()));
    }

    /**
     * What becomes of a run.
     *
     * @param run the run
     * @param model where it is taken
     * @param own the model that it was kept of, or what that has become
     * @param renames what became of steps from one to the other
     * @param property the claim that it broke, or showed
     * @param fairness the fairness of claims about runs; empty for what they and the model declare
     */
    public static Retraced of(
            Kept run,
            Model model,
            Model own,
            Renames renames,
            Option<Property> property,
            Option<Assumptions> fairness) {
        return new Retrace(model, own, renames, run).walk(property, fairness);
    }

    private Retraced walk(Option<Property> property, Option<Assumptions> fairness) {
        for (int i = 0; i < kept.steps().size(); i++) {
            begins = begins.append(paths.head().moves().size());
            Option<Refusal> refusal = take(i + 1, kept.steps().get(i));
            if (refusal.isDefined()) {
                return new Retraced(property, false, divergence, refusal, notes, trace(paths.head(), false));
            }
        }
        Option<Run> showing = paths.find(path -> property.exists(claim -> shows(path, claim, fairness)));
        return new Retraced(
                property,
                showing.isDefined(),
                divergence,
                Option.none(),
                notes,
                trace(showing.getOrElse(() -> paths.head()), true));
    }

    private boolean shows(Run path, Property claim, Option<Assumptions> fairness) {
        return claim.aboutRuns()
                .map(runs -> Checker.breaks(runs, trace(path, true), fairness))
                .getOrElse(() -> path.shows(claim));
    }

    private Trace trace(Run path, boolean whole) {
        return new Trace(
                path.initial(),
                path.moves()
                        .map(move -> new TraceStep(
                                move.step(),
                                move.choices(),
                                move.events(),
                                move.said(),
                                move.reads(),
                                move.writes(),
                                move.to())),
                kept.loopStart()
                        .filter(start -> whole)
                        .map(start -> start < begins.size()
                                ? begins.get(start)
                                : path.moves().size()));
    }

    /** Takes a step, or what stands for it here, in every way that is meant; why not, if there is none. */
    private Option<Refusal> take(int number, Kept.Taken wanted) {
        Option<Actor> actor =
                model.actors().find(known -> known.name().equals(wanted.task().text()));
        if (actor.isEmpty()) {
            return Option.some(refusal(
                    number, wanted, Refusal.Why.UNKNOWN_TASK, model.actors().map(Actor::name)));
        }
        if (isHere(actor.get(), wanted.id())) {
            return move(number, wanted, actor.get())
                    .orElse(() ->
                            compare(number, wanted, path -> path.moves().last().from()));
        }
        if (joined.contains(name(wanted))) {
            joined = joined.remove(name(wanted));
            return Option.none();
        }
        Option<Renames.Split> whole = renames.part(wanted.id()).filter(split -> isHere(actor.get(), split.whole()));
        return whole.map(split -> takeWhole(number, wanted, actor.get(), split))
                .orElse(() -> renames.whole(wanted.id()).map(split -> takeParts(number, wanted, actor.get(), split)))
                .getOrElse(() -> move(number, wanted, actor.get()));
    }

    private static boolean isHere(Actor actor, String id) {
        return actor.steps().exists(step -> step.id().equals(id));
    }

    private static String name(Kept.Taken taken) {
        return taken.task() + " " + taken.id();
    }

    /** Takes the parts of a step that is split here, or was taken out; what they do together is compared. */
    private Option<Refusal> takeParts(int number, Kept.Taken wanted, Actor actor, Renames.Split split) {
        Seq<String> parts = split.parts().filter(part -> isHere(actor, part));
        note(wanted + standing(parts));
        int since = begins.last();
        for (String part : parts) {
            Option<Refusal> refusal = move(number, wanted.as(part, wanted.changes()), actor);
            if (refusal.isDefined()) {
                return refusal;
            }
        }
        return compare(number, wanted, path -> path.after(since));
    }

    private static String standing(Seq<String> parts) {
        return switch (parts.size()) {
            case 0 -> " was taken out here";
            case 1 -> " is not here: " + parts.head() + " stands for it";
            default -> " is split here: " + parts.mkString(", ") + " stand for it";
        };
    }

    /** Takes the one step that several of the run are here, where the first of them was. */
    private Option<Refusal> takeWhole(int number, Kept.Taken wanted, Actor actor, Renames.Split split) {
        Seq<Kept.Taken> parts = kept.steps()
                .drop(number - 1)
                .filter(step -> step.task().text().equals(actor.name()))
                .takeWhile(step -> split.parts().contains(step.id()));
        note(parts.map(Kept.Taken::id).mkString(", ") + " of " + actor + " are one step here: " + split.whole());
        joined = joined.addAll(parts.tail().map(Retrace::name));
        Kept.Taken all = wanted.as(split.whole(), parts.flatMap(Kept.Taken::changes));
        return move(number, all, actor)
                .orElse(() -> compare(number, all, path -> path.moves().last().from()));
    }

    private void note(String words) {
        notes = notes.contains(words) ? notes : notes.append(words);
    }

    /** Takes a step that is called so, in every way that is meant; why not, if there is none. */
    private Option<Refusal> move(int number, Kept.Taken wanted, Actor actor) {
        Vector<Run> next = meant(actor, wanted);
        for (int i = 0; i < MOST_PUT_IN && next.isEmpty(); i++) {
            Vector<Run> led = takePutIn(number, actor);
            if (led.isEmpty()) {
                break;
            }
            paths = led;
            next = meant(actor, wanted);
        }
        if (next.isEmpty()) {
            return Option.some(new Refuser(model, known, renames, paths.head()).refusal(number, wanted, actor));
        }
        noteFunction(wanted, next.head().moves().last().step());
        paths = next;
        return Option.none();
    }

    /** Follows the ways that did what was kept, or else all of them. */
    private Option<Refusal> compare(int number, Kept.Taken wanted, Function<Run, State> before) {
        Vector<Run> same = paths.filter(
                path -> differences(wanted, before.apply(path), path.last()).isEmpty());
        if (same.isEmpty() && divergence.isEmpty()) {
            divergence = Option.some(new Divergence(
                    number,
                    kept.steps().get(number - 1).toString(),
                    differences(wanted, before.apply(paths.head()), paths.head().last())));
        }
        paths = (same.isEmpty() ? paths : same).distinctBy(Run::last).take(MOST_PATHS);
        return Option.none();
    }

    /** Every way to take a step as it was kept; or without its choice, where it makes none here. */
    private Vector<Run> meant(Actor actor, Kept.Taken wanted) {
        Vector<Run> meant = moves(actor, move -> Run.isMeant(move, wanted.step().text()));
        if (meant.nonEmpty()) {
            return meant;
        }
        Vector<Run> plain = moves(
                actor,
                move -> move.step().id().equals(wanted.id()) && move.choices().isEmpty());
        if (plain.nonEmpty()) {
            note(wanted + " makes no choice here");
        }
        return plain;
    }

    private Vector<Run> moves(Actor actor, Predicate<Move> isMeant) {
        return paths.flatMap(path -> Move.in(path.last(), actor).filter(isMeant).map(path::and));
    }

    /** Takes steps that the model of the run does not have: they were put in, or split off. */
    private Vector<Run> takePutIn(int number, Actor actor) {
        Set<String> old = known.get(actor.name()).getOrElse(HashSet.empty());
        Vector<Run> led = paths.flatMap(path -> Move.in(path.last(), actor)
                        .reject(move -> old.contains(move.step().id()))
                        .map(path::and))
                .distinctBy(Run::last)
                .take(MOST_PATHS);
        led.headOption()
                .map(path -> path.moves().last().step())
                .forEach(step -> notes = notes.append("before step " + number + " " + actor + " takes "
                        + Refuser.named(step) + ", which was put in"));
        return led;
    }

    private static Refusal refusal(int number, Kept.Taken wanted, Refusal.Why why, Seq<String> others) {
        return new Refusal(number, wanted.toString(), wanted.function(), why, "", 0, Vector.empty(), others);
    }

    private void noteFunction(Kept.Taken wanted, Step step) {
        String now = step.source().function();
        if (!wanted.function().isEmpty() && !now.equals(wanted.function())) {
            note(wanted.id() + " of " + wanted.task() + " is " + (now.isEmpty() ? "no function" : now + "()")
                    + ", and was " + wanted.function() + "()");
        }
    }

    /** Where what a step did differs from what was kept; a run of which no changes were kept differs nowhere. */
    private Seq<Divergence.Difference> differences(Kept.Taken wanted, State before, State after) {
        if (kept.steps().forAll(taken -> taken.changes().isEmpty())) {
            return Vector.empty();
        }
        Actor actor = model.actor(wanted.task().text());
        Map<String, String> was = values(wanted.changes());
        Map<String, String> is = values(Kept.changes(before, after, actor.control()));
        return was.keySet()
                .toVector()
                .appendAll(is.keySet())
                .distinct()
                .reject(cell -> was.get(cell).equals(is.get(cell)))
                .map(cell -> new Divergence.Difference(
                        cell,
                        was.get(cell).getOrElse(() -> value(before, cell)),
                        is.get(cell).getOrElse(() -> value(after, cell))))
                .reject(one -> one.kept().equals(one.now()));
    }

    private static Map<String, String> values(Seq<Kept.Change> changes) {
        return LinkedHashMap.ofEntries(changes.map(change -> Tuple.of(change.cell(), change.value())));
    }

    private String value(State state, String cell) {
        return model.cells()
                .find(known -> known.name().equals(cell))
                .map(known -> Kept.text(state, known))
                .getOrElse("no cell here");
    }
}
