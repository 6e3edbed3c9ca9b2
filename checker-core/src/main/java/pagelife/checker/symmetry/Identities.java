package pagelife.checker.symmetry;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.List;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.value.Parts;

/**
 * What a model has several of beside tasks: pages, address spaces, files. They are found where cells are told apart by
 * them: in {@code page(P0)} and {@code pte(mm0,0)} a page, an address space and a place.
 *
 * <p>An identity is a text, a constant of an enum, or a record of one number or one text. A bare number is none: what
 * else it may mean nobody can tell.
 */
final class Identities {
    private Identities() {}

    /** The identities of {@code model}, those of one kind together, each kind of at least two. */
    static Seq<Vector<Object>> in(Model model) {
        Set<String> tasks = model.actors().map(Actor::name).toSet();
        LinkedHashMap<String, Vector<Object>> kinds = LinkedHashMap.empty();
        for (Cell<?> cell : model.cells()) {
            for (Object identity : cell.key().toVector().flatMap(key -> inside(key, tasks))) {
                String kind = identity instanceof String ? textsOf(kinds, identity, cell) : kind(identity);
                Vector<Object> known = kinds.getOrElse(kind, Vector.empty());
                kinds = kinds.put(kind, known.contains(identity) ? known : known.append(identity));
            }
        }
        return kinds.values().filter(kind -> kind.size() > 1).toVector();
    }

    private static String kind(Object identity) {
        return identity instanceof Enum<?> constant
                ? constant.getDeclaringClass().getName()
                : identity.getClass().getName();
    }

    /** Texts are of the family that knew them first. */
    private static String textsOf(Map<String, Vector<Object>> kinds, Object text, Cell<?> cell) {
        return kinds.find(kind -> kind._2().contains(text))
                .map(kind -> kind._1())
                .getOrElse("texts of " + cell.family());
    }

    private static Vector<Object> inside(Object key, Set<String> tasks) {
        if (key instanceof String || key instanceof Enum) {
            return tasks.contains(key.toString()) ? Vector.empty() : Vector.of(key);
        }
        Vector<Object> parts = parts(key);
        if (parts.size() == 1 && (parts.head() instanceof Number || parts.head() instanceof String)) {
            return tasks.contains(parts.head().toString()) || tasks.contains(key.toString())
                    ? Vector.empty()
                    : Vector.of(key);
        }
        return parts.flatMap(part -> inside(part, tasks));
    }

    private static Vector<Object> parts(Object key) {
        List<Object> found = new ArrayList<>();
        Parts.mapped(key, part -> {
            found.add(part);
            return part;
        });
        return Vector.ofAll(found);
    }

    /** Every two of one kind. */
    static Vector<Pair> pairs(Vector<Object> kind) {
        return kind.combinations(2).map(two -> new Pair(two.get(0), two.get(1))).toVector();
    }

    /** Two of one kind. */
    record Pair(Object one, Object other) {
        @Override
        public String toString() {
            return one + ", " + other;
        }
    }
}
