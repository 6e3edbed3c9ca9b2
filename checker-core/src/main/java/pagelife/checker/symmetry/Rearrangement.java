package pagelife.checker.symmetry;

import io.vavr.Tuple;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.Program;
import pagelife.checker.model.State;

/**
 * Identities that change places, and the tasks at them with them: {@code mm0} and {@code mm1} with the faults there.
 * The declaration stays what it is: each cell becomes one of its family, each task one that does the same at what takes
 * the place, and each state that the model starts in another one of those.
 *
 * @param identities for each identity that moves the one whose place it takes
 * @param tasks for each task that moves the one whose place it takes
 * @param cells for each cell of the model the index of that whose place it takes
 * @param names what every name becomes
 */
public record Rearrangement(
        Map<Object, Object> identities, Map<Actor, Actor> tasks, Vector<Integer> cells, Renaming names) {

    /**
     * The rearrangement of {@code model} by which these identities change places.
     *
     * @return why there is none, if there is none
     */
    static Either<String, Rearrangement> of(Model model, Map<Object, Object> identities) {
        Map<Actor, Seq<?>> here = described(model, new Words(HashMap.empty()));
        Map<Actor, Seq<?>> there = described(model, new Words(identities));
        Map<Seq<?>, Vector<Actor>> sorts =
                model.actors().toVector().groupBy(actor -> here.get(actor).get());
        Option<Actor> alone = model.actors()
                .find(actor -> sorts.get(here.get(actor).get())
                                .map(Vector::size)
                                .getOrElse(0)
                                .intValue()
                        != sorts.get(there.get(actor).get()).map(Vector::size).getOrElse(0));
        if (alone.isDefined()) {
            return Either.left("no task does there what " + alone.get() + " does");
        }
        Map<Actor, Actor> tasks = model.actors().toLinkedMap(actor -> {
            int number = sorts.get(here.get(actor).get()).get().indexOf(actor);
            return Tuple.of(actor, sorts.get(there.get(actor).get()).get().get(number));
        });
        return named(identities, tasks)
                .flatMap(names -> placed(model, identities, tasks.filter((from, to) -> from != to), names));
    }

    private static Map<Actor, Seq<?>> described(Model model, Words words) {
        return model.actors().toLinkedMap(actor -> Tuple.of(actor, description(model, actor, words)));
    }

    /** What a task does and has, where identities are called otherwise. */
    private static Seq<?> description(Model model, Actor actor, Words words) {
        return Vector.of(
                words.in(actor.name()).replaceFirst("[0-9]+$", ""),
                actor.calls().map(words::in),
                actor.family(),
                actor.fairness(),
                actor.steps()
                        .map(step ->
                                words.in(step.label()) + (actor.calls().isEmpty() ? words.in(step.operation()) : "")),
                Alike.own(model, actor)
                        .tail()
                        .map(cell -> words.in(cell.name().replace(actor.name(), "#")) + " " + cell.type())
                        .sorted());
    }

    /** The new names of identities, of tasks, and of calls, which places know by their texts. */
    private static Either<String, Renaming> named(Map<Object, Object> identities, Map<Actor, Actor> tasks) {
        Map<Object, Object> names = identities;
        for (var two : tasks) {
            for (var text : texts(two._1()).zip(texts(two._2()))) {
                if (!names.get(text._1()).getOrElse(text._2()).equals(text._2())) {
                    return Either.left(text._1() + " has two meanings");
                }
                names = names.put(text._1(), text._2());
            }
        }
        return Either.right(new Renaming(names.filter((from, to) -> !from.equals(to))));
    }

    private static Vector<String> texts(Actor task) {
        return task.calls()
                .map(Program.Call::toString)
                .toVector()
                .appendAll(task.steps().map(step -> step.operation()).filter(operation -> !operation.isEmpty()))
                .append(task.name());
    }

    private static Either<String, Rearrangement> placed(
            Model model, Map<Object, Object> identities, Map<Actor, Actor> tasks, Renaming names) {
        Words words = new Words(names.names());
        Map<Seq<?>, Cell<?>> known = HashMap.ofEntries(model.cells()
                .map(cell -> Tuple.of(place(cell, new Renaming(HashMap.empty()), new Words(HashMap.empty())), cell)));
        Map<Cell<?>, Actor> controls = HashMap.ofEntries(model.actors().map(actor -> Tuple.of(actor.control(), actor)));
        Vector<Integer> cells = Vector.empty();
        for (Cell<?> cell : model.cells()) {
            Option<Cell<?>> target = controls.get(cell)
                    .map(actor -> tasks.getOrElse(actor, actor))
                    .<Cell<?>>map(Actor::control)
                    .orElse(() -> known.get(place(cell, names, words)));
            if (target.isEmpty() || target.get().type() != cell.type()) {
                return Either.left("no cell takes the place of " + cell);
            }
            cells = cells.append(target.get().index());
        }
        Rearrangement made = new Rearrangement(identities, tasks, cells, names);
        return cells.distinct().size() < cells.size()
                ? Either.left("two cells would take one place")
                : made.starting(model);
    }

    /** What a cell is known by: its owner, its family and its key. */
    private static Seq<?> place(Cell<?> cell, Renaming names, Words words) {
        return Vector.of(
                cell.owner().map(names::of),
                words.in(cell.key().isDefined() ? cell.family() : cell.name()),
                cell.key().map(names::of));
    }

    private Either<String, Rearrangement> starting(Model model) {
        Exchange exchange = exchange(model);
        Set<State> initial = model.initialStates().toSet();
        for (State state : initial) {
            State image = exchange.of(state);
            if (!initial.contains(image)) {
                return Either.left(image.changed(initial.head())
                        .headOption()
                        .map(cell -> cell + " starts as " + initial.head().read(cell))
                        .getOrElse("the model starts otherwise"));
            }
        }
        return Either.right(this);
    }

    /** What becomes of cells, values and states. */
    public Exchange exchange(Model model) {
        return new Exchange(
                model, names, cells.toJavaStream().mapToInt(Integer::intValue).toArray());
    }

    /** What identities become by this one and then by {@code next}. */
    Map<Object, Object> then(Rearrangement next) {
        return identities
                .keySet()
                .addAll(next.identities.keySet())
                .toMap(moved -> Tuple.of(moved, next.to(to(moved))))
                .filter((from, to) -> !from.equals(to));
    }

    private Object to(Object identity) {
        return identities.get(identity).getOrElse(identity);
    }

    /** Who takes the place of {@code actor}. */
    Actor to(Actor actor) {
        return tasks.getOrElse(actor, actor);
    }

    /** The identities that move, as a reader would say them: {@code mm0, mm1}. */
    @Override
    public String toString() {
        return identities.keySet().map(Object::toString).toVector().sorted().mkString(", ");
    }

    /** Texts in which names stand as words. A name of one letter may be anything, and stays. */
    private static final class Words {
        private final Map<Object, Object> names;
        private final Map<String, String> words;
        private final Option<Pattern> pattern;

        Words(Map<Object, Object> names) {
            this.names = names;
            this.words = HashMap.ofEntries(names.map(
                            name -> Tuple.of(name._1().toString(), name._2().toString())))
                    .filterKeys(word -> word.length() > 1);
            this.pattern = Option.when(
                    !words.isEmpty(),
                    () -> Pattern.compile(words.keySet()
                            .toVector()
                            .sortBy(word -> -word.length())
                            .map(Pattern::quote)
                            .mkString("(?<![\\p{Alnum}_])(", "|", ")(?![\\p{Alnum}_])")));
        }

        String in(String text) {
            return pattern.map(known -> known.matcher(text)
                            .replaceAll(found -> Matcher.quoteReplacement(
                                    words.get(found.group()).get())))
                    .getOrElse(text);
        }

        Program.Call in(Program.Call call) {
            Renaming renaming = new Renaming(names);
            return new Program.Call(call.operation(), call.arguments().map(renaming::of));
        }
    }
}
