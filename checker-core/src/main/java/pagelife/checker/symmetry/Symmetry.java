package pagelife.checker.symmetry;

import io.vavr.collection.HashMap;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Model;

/**
 * What in a model can change places: tasks that are alike, and identities with the tasks at them. Immutable.
 *
 * @param alike the sorts of tasks
 * @param exchanges of identities two of a kind each, or two of each of several kinds at once; whatever these make one
 *     after the other is one, too
 * @param all what the exchanges make, without that in which all stay where they are
 * @param apart kinds of which no two change places, and why
 */
public record Symmetry(Seq<Alike> alike, Seq<Rearrangement> exchanges, Seq<Rearrangement> all, Seq<Apart> apart) {
    /** Where every state stands for itself. */
    public static final Symmetry NONE = new Symmetry(Vector.empty(), Vector.empty(), Vector.empty(), Vector.empty());

    /** More arrangements of identities are not made of what can change places: the others stay. */
    private static final int MOST = 24;

    /** More identities of a kind, and more ways to combine kinds, are not looked at. */
    private static final int MOST_OF_A_KIND = 6;

    private static final int MOST_LOOKED_AT = 200;

    /**
     * Identities of one kind that are told apart.
     *
     * @param members the identities
     * @param why what tells them apart
     */
    public record Apart(Seq<Object> members, String why) {}

    /**
     * Identities that change places, and the tasks that do so with them.
     *
     * @param members the identities, those of one kind together: several kinds change places at once
     * @param tasks the tasks at them
     */
    public record Together(Seq<Seq<Object>> members, Seq<Actor> tasks) {}

    /** What can change places in {@code model} where all identities stay. */
    public static Symmetry ofTasks(Model model) {
        return new Symmetry(Alike.in(model), Vector.empty(), Vector.empty(), Vector.empty());
    }

    /** What can change places in {@code model}, as it is declared. */
    public static Symmetry of(Model model) {
        return of(model, HashMap.empty());
    }

    /**
     * The same, where some exchanges of identities are known to be told apart.
     *
     * @param told for what each of them moves what tells it apart
     */
    public static Symmetry of(Model model, Map<Map<Object, Object>, String> told) {
        return new Derivation(model, told).symmetry();
    }

    /** Whether every state stands for itself. */
    public boolean isEmpty() {
        return alike.isEmpty() && all.isEmpty();
    }

    /** The identities that change places: those that do so among each other together. */
    public Seq<Together> together(Model model) {
        Vector<Together> found = Vector.empty();
        LinkedHashMap<Seq<Integer>, Vector<Rearrangement>> byKinds = LinkedHashMap.empty();
        Seq<Vector<Object>> kinds = Identities.in(model);
        for (Rearrangement one : exchanges) {
            Seq<Integer> which = kinds.zipWithIndex()
                    .filter(kind -> kind._1().exists(one.identities()::containsKey))
                    .map(kind -> kind._2());
            byKinds =
                    byKinds.put(which, byKinds.getOrElse(which, Vector.empty()).append(one));
        }
        for (var group : byKinds) {
            Vector<Rearrangement> left = group._2();
            while (!left.isEmpty()) {
                Vector<Rearrangement> one = joined(Vector.of(left.head()), left.tail());
                left = left.removeAll(one);
                Set<Object> moved =
                        one.flatMap(made -> made.identities().keySet()).toSet();
                Seq<Seq<Object>> members =
                        group._1().map(kind -> kinds.get(kind).filter(moved::contains));
                found = found.append(new Together(members, movedTasks(model, one)));
            }
        }
        return found;
    }

    private static Seq<Actor> movedTasks(Model model, Seq<Rearrangement> by) {
        return model.actors().filter(actor -> by.exists(one -> one.to(actor) != actor));
    }

    /** All that move something which one of the others moves. */
    private static Vector<Rearrangement> joined(Vector<Rearrangement> one, Vector<Rearrangement> others) {
        Vector<Rearrangement> near = others.filter(
                other -> one.exists(made -> other.identities().keySet().exists(made.identities()::containsKey)));
        return near.isEmpty() ? one : joined(one.appendAll(near), others.removeAll(near));
    }

    /** Finds what can change places. */
    private static final class Derivation {
        private final Model model;
        private final Map<Map<Object, Object>, String> told;
        private final Seq<Alike> alike;
        private final Seq<Vector<Object>> kinds;
        private Vector<Rearrangement> exchanges = Vector.empty();
        private Seq<Rearrangement> all = Vector.empty();
        private int looked;
        /** For each kind why two of it do not change places by themselves. */
        private LinkedHashMap<Vector<Object>, String> reasons = LinkedHashMap.empty();

        Derivation(Model model, Map<Map<Object, Object>, String> told) {
            this.model = model;
            this.told = told;
            this.alike = Alike.in(model);
            this.kinds = Identities.in(model).filter(kind -> kind.size() <= MOST_OF_A_KIND);
        }

        Symmetry symmetry() {
            for (int together = 1; together <= kinds.size(); together++) {
                kinds.combinations(together).forEach(some -> look(some.toVector(), LinkedHashMap.empty()));
            }
            return new Symmetry(alike, exchanges, all, apart());
        }

        /** Looks at every way to let two of each of these kinds change places at once. */
        private void look(Vector<Vector<Object>> some, LinkedHashMap<Object, Object> places) {
            if (some.isEmpty()) {
                if (looked++ < MOST_LOOKED_AT && !isMadeOfLess(places)) {
                    consider(places);
                }
                return;
            }
            for (Identities.Pair two : Identities.pairs(some.head())) {
                look(some.tail(), places.put(two.one(), two.other()).put(two.other(), two.one()));
            }
        }

        /** Whether some part of it changes places by itself: what is left then has to, too. */
        private boolean isMadeOfLess(Map<Object, Object> places) {
            return all.exists(
                    one -> one.identities().forAll(move -> places.get(move._1()).contains(move._2())));
        }

        private void consider(Map<Object, Object> places) {
            Either<String, Rearrangement> made = told.get(places)
                    .<Either<String, Rearrangement>>map(Either::left)
                    .getOrElse(() -> Rearrangement.of(model, places))
                    .flatMap(this::keepingSorts);
            Option<Seq<Rearrangement>> closed = made.toOption().flatMap(this::closed);
            if (closed.isDefined()) {
                all = closed.get();
                exchanges = exchanges.append(made.get());
            } else {
                String why = made.isLeft() ? made.getLeft() : "there would be more than " + MOST + " arrangements";
                kinds.filter(kind -> kind.exists(places::containsKey) && !reasons.containsKey(kind))
                        .forEach(kind -> reasons = reasons.put(kind, why));
            }
        }

        /** Tasks of one sort have to stay of one sort. */
        private Either<String, Rearrangement> keepingSorts(Rearrangement made) {
            Set<Set<Actor>> sorts = alike.map(sort -> sort.members().toSet()).toSet();
            return sorts.find(sort -> !sorts.contains(sort.map(made::to)))
                    .<Either<String, Rearrangement>>map(
                            sort -> Either.left("the tasks " + sort.mkString(", ") + " would be of two sorts"))
                    .getOrElse(Either.right(made));
        }

        /** All that can be made of the exchanges with one more; empty if that is too much. */
        private Option<Seq<Rearrangement>> closed(Rearrangement more) {
            LinkedHashMap<Map<Object, Object>, Rearrangement> known = LinkedHashMap.empty();
            Vector<Rearrangement> ahead = exchanges.append(more);
            Vector<Rearrangement> makers = ahead;
            while (!ahead.isEmpty()) {
                Rearrangement next = ahead.head();
                ahead = ahead.tail();
                if (!next.identities().isEmpty() && !known.containsKey(next.identities())) {
                    known = known.put(next.identities(), next);
                    for (Rearrangement maker : makers) {
                        Either<String, Rearrangement> made = Rearrangement.of(model, next.then(maker));
                        if (made.isLeft() || known.size() >= MOST) {
                            return Option.none();
                        }
                        ahead = ahead.append(made.get());
                    }
                }
            }
            return Option.some(known.values().toVector());
        }

        private Seq<Apart> apart() {
            return kinds.filter(kind -> !exchanges.exists(one -> kind.exists(one.identities()::containsKey)))
                    .map(kind -> new Apart(kind, reasons.get(kind).getOrElse("too many combinations to look at")));
        }
    }
}
