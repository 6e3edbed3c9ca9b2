package pagelife.checker.ltl;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Locale;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.value.Shape;
import pagelife.checker.value.Value;

/**
 * What a variable may range over: the tasks, and each kind of identity by which a model tells its cells apart, and by
 * which these in turn are told apart. A kind is known by the plural of its class, {@code pages} for {@code PageId}.
 */
final class Domains {
    /** The domain of all tasks. */
    static final String TASKS = "tasks";

    private final LinkedHashMap<String, Vector<Object>> values;

    Domains(Model model) {
        LinkedHashMap<String, Vector<Object>> found = LinkedHashMap.of(TASKS, Vector.ofAll(model.actors()));
        for (Object key : model.cells().flatMap(Cell::key).flatMap(Domains::identities)) {
            String name = plural(key.getClass());
            found = found.put(
                    name, found.getOrElse(name, Vector.empty()).append(key).distinct());
        }
        this.values = found;
    }

    /** A key, and what it is made of. */
    private static Seq<Object> identities(Object key) {
        if (!key.getClass().isRecord()) {
            return Vector.empty();
        }
        Seq<Object> parts = parts(key).filter(part -> part.getClass().isRecord());
        return parts.prepend(key);
    }

    /** The components of a key, none if it is no record that can be read. */
    static Seq<Object> parts(Object key) {
        try {
            Vector<Object> parts = Vector.empty();
            for (var component : Shape.of(key.getClass()).components()) {
                parts = parts.append(component.of(key));
            }
            return parts;
        } catch (ReflectiveOperationException e) {
            return Vector.empty();
        }
    }

    /** {@code pages} for {@code PageId}, {@code entries} for {@code EntryAt}, {@code indices} for {@code Index}. */
    private static String plural(Class<?> type) {
        String name = type.getSimpleName().replaceAll("(?<=.)(Id|At)$", "");
        String word = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        if (word.endsWith("y")) {
            return word.substring(0, word.length() - 1) + "ies";
        }
        return word.endsWith("ex") ? word.substring(0, word.length() - 2) + "ices" : word + "s";
    }

    /** The names of the domains. */
    Seq<String> names() {
        return values.keySet().toVector();
    }

    /** What a domain has, in the order of declaration. */
    Option<Vector<Object>> of(String name) {
        return values.get(name);
    }

    /** The identities of a class. */
    Seq<Object> of(Class<?> type) {
        return values.values().flatMap(all -> all).filter(type::isInstance).toVector();
    }

    /** The identity that prints so; the first one, should there be several. */
    Option<Object> named(String text) {
        return values.remove(TASKS)
                .values()
                .flatMap(all -> all)
                .find(one -> text(one).equals(text));
    }

    static String text(Object value) {
        return Value.of(value).text();
    }
}
