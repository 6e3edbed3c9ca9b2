package pagelife.checker.model;

import java.util.Collection;
import java.util.Date;
import java.util.Map;

/** What may be the value of a cell. */
public final class Values {
    private Values() {}

    /**
     * Refuses what is plainly mutable or compared by identity: null, arrays, {@code java.util} collections and dates,
     * string builders, lambdas, and every class that does not override {@code equals}. What it cannot see (a mutable
     * field deep inside) the search notices when a value's hash changes.
     */
    public static void requireImmutable(String cell, Object value) {
        if (value == null) {
            throw new ModelException("cell " + cell + " holds null: every cell has a value; use an Option");
        }
        Class<?> type = value.getClass();
        if (type.isArray()
                || value instanceof Collection<?>
                || value instanceof Map<?, ?>
                || value instanceof Date
                || value instanceof CharSequence && !(value instanceof String)) {
            throw new ModelException("cell " + cell + " holds a mutable " + type.getName()
                    + ": values must be immutable; use a record, an enum or a vavr collection");
        }
        if (!comparedByContent(type)) {
            throw new ModelException("cell " + cell + " holds a " + type.getName()
                    + " which is compared by identity: values need equals and hashCode by content; make it a record");
        }
    }

    private static boolean comparedByContent(Class<?> type) {
        if (Enum.class.isAssignableFrom(type)) {
            return true;
        }
        try {
            return type.getMethod("equals", Object.class).getDeclaringClass() != Object.class;
        } catch (NoSuchMethodException e) {
            return false; // cannot be: every class inherits one
        }
    }
}
