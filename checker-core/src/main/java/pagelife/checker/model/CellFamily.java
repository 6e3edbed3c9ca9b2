package pagelife.checker.model;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;

/**
 * Cells indexed by an identity: {@code page(P0)}, {@code page(P1)}, ... The key is a type of its own (a page, an
 * address space), never a bare number, so that a reader sees what it means.
 *
 * @param <K> the identity
 * @param <T> the type of the values
 */
public final class CellFamily<K, T> {
    private final String name;
    private final Map<K, Cell<T>> cells;

    CellFamily(String name, LinkedHashMap<K, Cell<T>> cells) {
        this.name = name;
        this.cells = cells;
    }

    /** The cell of {@code key}. An unknown key is a {@link ModelException} that lists the known ones. */
    public Cell<T> of(K key) {
        return cells.get(key)
                .getOrElseThrow(() -> new ModelException("no cell " + name + "(" + key + "): the family has "
                        + cells.keySet().mkString(", ") + "; declare it or ask for one of these"));
    }

    /** The keys in the order of declaration. */
    public Seq<K> keys() {
        return cells.keySet().toVector();
    }

    /** The cells in the order of declaration. */
    public Seq<Cell<T>> cells() {
        return cells.values().toVector();
    }

    @Override
    public String toString() {
        return name;
    }
}
