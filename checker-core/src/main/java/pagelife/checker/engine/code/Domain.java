package pagelife.checker.engine.code;

import io.vavr.collection.Traversable;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import pagelife.checker.model.Cell;
import pagelife.checker.model.ModelException;
import pagelife.checker.model.Values;

/**
 * The values that one cell has had so far, each with a dense id from 0 in the order of first sight. Ids are local to a
 * run.
 *
 * <p>Safe for any number of threads; looking up a known value takes no lock.
 */
public final class Domain {
    /**
     * Rough heap bytes of one interned value with its table entries, to tell a runaway cell before the heap is full.
     */
    private static final long BYTES_PER_VALUE = 128;

    /** In place of the id of a value that has none. */
    static final int UNKNOWN = -1;

    /** So many values of one cell are told of: they are rare in models that end. */
    private static final int SUSPICIOUS = 50_000;

    /** So many values are told of where they are long lists: each takes the room of hundreds. */
    private static final int MANY = 1_000;

    private static final int LONG = 100;

    /** So many characters of a value are shown. */
    private static final int MOST_SHOWN = 60;

    /** A number that has had so many values counts something that nothing bounds. */
    private static final int MOST_NUMBERS = 2_000_000;

    /** The cell. */
    private final Cell<?> cell;
    /** The id of each value. */
    private final ConcurrentHashMap<Object, Integer> ids = new ConcurrentHashMap<>();
    /** How many values it may have. */
    private final long most;
    /** Who hears if there are suspiciously many. */
    private volatile Consumer<String> told = warning -> {};
    /** For each id its value; the first {@link #size} count. */
    private volatile Object[] values = new Object[4];
    /** For each id the hash code of its value. */
    private volatile int[] hashes = new int[4];
    /** For each id whether its value can change: then its hash code is looked at whenever it is handed out. */
    private volatile boolean[] fluid = new boolean[4];
    /** How many values there are. */
    private volatile int size;

    private volatile boolean growing;

    /** The values of {@code cell}, at most so many. */
    Domain(Cell<?> cell, long most) {
        this.cell = cell;
        this.most = most;
    }

    private String sofar() {
        return "cell " + cell + " has had " + size + " different values, such as " + shortly(values[0]) + ", "
                + shortly(values[1]) + " and " + shortly(values[size - 1]);
    }

    private static String shortly(Object value) {
        String text = String.valueOf(value);
        return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "...";
    }

    /** Tells of values that may be without end. */
    private void tellGrowing() {
        growing = true;
        told.accept(sofar() + ": if it grows without bound the search does not end; bound it in the model then");
    }

    /** Tells of values that may be without end where nearly every state brought one, unless it is told of already. */
    void tellGrowing(long states) {
        if (!growing && size > MANY && 2L * size >= states) {
            tellGrowing();
        }
    }

    /** Who hears if there are suspiciously many. */
    void warn(Consumer<String> hears) {
        told = hears;
    }

    /** How many values one cell may have before the heap is full. */
    static long affordable() {
        return Runtime.getRuntime().maxMemory() / 2 / BYTES_PER_VALUE;
    }

    int size() {
        return size;
    }

    /** The id of {@code value}, or {@link #UNKNOWN}. */
    int find(Object value) {
        Integer known = ids.get(value);
        return known != null ? known : UNKNOWN;
    }

    /** The id of {@code value}, a new one at first sight. */
    public int intern(Object value) {
        Integer known = ids.get(value);
        return known != null ? known : add(value);
    }

    private synchronized int add(Object value) {
        Integer raced = ids.get(value);
        if (raced != null) {
            return raced;
        }
        Values.requireImmutable(cell.name(), value);
        if (!cell.type().isInstance(value)) {
            throw new ModelException("cell " + cell + " is given " + value + ", a "
                    + value.getClass().getSimpleName() + ": its values are of class "
                    + cell.type().getSimpleName() + "; write one of these");
        }
        int id = size;
        if (id >= most || id >= MOST_NUMBERS && value instanceof Number) {
            throw new Runaway(sofar() + ": it seems to grow without bound; bound it in the model");
        }
        if (id == SUSPICIOUS || id == MANY && value instanceof Traversable<?> list && list.length() >= LONG) {
            tellGrowing();
        }
        if (id == values.length) {
            values = Arrays.copyOf(values, 2 * id);
            hashes = Arrays.copyOf(hashes, 2 * id);
            fluid = Arrays.copyOf(fluid, 2 * id);
        }
        values[id] = value;
        hashes[id] = value.hashCode();
        fluid[id] = !Values.isFrozen(value);
        size = id + 1;
        ids.put(value, id);
        return id;
    }

    /** Looks at every value once more. */
    void requireUnchanged() {
        for (int id = 0; id < size; id++) {
            value(id);
        }
    }

    /** The value of {@code id}. A value that has changed since it was interned is a {@link ModelException}. */
    public Object value(int id) {
        Object value = values[id];
        if (fluid[id] && value.hashCode() != hashes[id]) {
            throw new ModelException("cell " + cell + " holds " + value
                    + " which has changed since it was written: values must be immutable; make it a record of such");
        }
        return value;
    }
}
