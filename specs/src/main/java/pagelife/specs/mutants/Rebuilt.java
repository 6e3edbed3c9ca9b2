package pagelife.specs.mutants;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;

/**
 * Values that differ from given ones in a detail: numbers, and records of them. What cannot be taken apart, or built
 * anew, has none.
 */
final class Rebuilt {
    private Rebuilt() {}

    /** {@code after} with the number that changed since {@code before} off by {@code by}; empty where none changed. */
    static Option<Object> off(Object before, Object after, int by) {
        if (after instanceof Integer number && before instanceof Integer old) {
            return number.equals(old) ? Option.none() : Option.some(number + by);
        }
        return component(before, after, (old, now) -> off(old, now, by));
    }

    /** {@code before} without the first of several elements that {@code after} lacks; empty where it lacks fewer. */
    static Option<Object> withoutOne(Object before, Object after) {
        if (before instanceof Seq<?> old && after instanceof Seq<?> now) {
            Vector<Object> all = Vector.ofAll(old);
            Vector<Object> gone = all.removeAll(Vector.<Object>ofAll(now));
            return gone.size() < 2 ? Option.none() : Option.some(all.remove(gone.head()));
        }
        return component(before, after, Rebuilt::withoutOne);
    }

    private interface Change {
        Option<Object> of(Object before, Object after);
    }

    /** The record {@code after} with its first component changed that can be. */
    private static Option<Object> component(Object before, Object after, Change change) {
        if (!(after instanceof Record) || before == null || before.getClass() != after.getClass()) {
            return Option.none();
        }
        try {
            return changed(before, after, change);
        } catch (IllegalAccessException | InstantiationException | NoSuchMethodException e) {
            return Option.none(); // it is nobody's business how it is made
        } catch (InvocationTargetException e) {
            return Option.none(); // there is no such value
        }
    }

    private static Option<Object> changed(Object before, Object after, Change change)
            throws IllegalAccessException, InstantiationException, NoSuchMethodException, InvocationTargetException {
        RecordComponent[] components = after.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        int found = -1;
        for (int i = 0; i < components.length; i++) {
            Object old = components[i].getAccessor().invoke(before);
            values[i] = components[i].getAccessor().invoke(after);
            types[i] = components[i].getType();
            Option<Object> other = found < 0 ? change.of(old, values[i]) : Option.none();
            if (other.isDefined()) {
                values[i] = other.get();
                found = i;
            }
        }
        if (found < 0) {
            return Option.none();
        }
        Constructor<?> made = after.getClass().getDeclaredConstructor(types);
        return Option.some(made.newInstance(values));
    }
}
