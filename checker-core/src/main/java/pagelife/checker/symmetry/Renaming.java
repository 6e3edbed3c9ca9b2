package pagelife.checker.symmetry;

import io.vavr.Function1;
import io.vavr.Lazy;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.SortedMap;
import io.vavr.collection.SortedSet;
import io.vavr.collection.Traversable;
import io.vavr.control.Option;
import pagelife.checker.value.Parts;

/**
 * Gives tasks and identities other names, wherever in a value they are named: a text that is a task's name, a page or
 * an address space, in records, options, pairs and collections, however deep. What it cannot look into stays as it is.
 *
 * @param names for each name that changes the new one: a text, a record or a constant of an enum; a permutation of them
 */
public record Renaming(Map<Object, Object> names) {
    /** Where tasks change their names, and nothing else does. */
    public static Renaming ofTasks(Map<String, String> names) {
        return new Renaming(HashMap.narrow(HashMap.ofEntries(names)));
    }

    /** {@code value} with the new names; itself where it has none that changes. */
    public Object of(Object value) {
        if (value instanceof String || value instanceof Record || value instanceof Enum) {
            Option<Object> renamed = names.get(value);
            if (renamed.isDefined()) {
                return renamed.get();
            }
        }
        if (value instanceof String) {
            return value;
        }
        if (value instanceof Record) {
            return Parts.mapped(value, this::of);
        }
        if (value instanceof Enum || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        Object renamed = inside(value);
        return renamed.equals(value) ? value : renamed;
    }

    private Object inside(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map(map);
        }
        return value instanceof Traversable<?> elements && !(value instanceof Lazy<?>)
                ? elements(elements)
                : Parts.mapped(value, this::of);
    }

    @SuppressWarnings("unchecked") // what is of a class stays of it
    private Object elements(Traversable<?> elements) {
        return elements instanceof SortedSet<?> sorted
                ? ((SortedSet<Object>) sorted).map(((SortedSet<Object>) sorted).comparator(), renamed())
                : elements.map(this::of);
    }

    @SuppressWarnings("unchecked") // as above
    private Object map(Map<?, ?> map) {
        return map instanceof SortedMap<?, ?> sorted
                ? ((SortedMap<Object, Object>) sorted)
                        .bimap(((SortedMap<Object, Object>) sorted).comparator(), renamed(), renamed())
                : map.bimap(this::of, this::of);
    }

    private Function1<Object, Object> renamed() {
        return this::of;
    }
}
