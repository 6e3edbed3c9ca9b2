package pagelife.checker.model;

import io.vavr.Lazy;
import io.vavr.Tuple;
import io.vavr.Value;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What may be the value of a cell. */
public final class Values {
    /** What is known of a class, found once: whether its values are worth a look inside, and where to look. */
    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };

    private Values() {}

    /**
     * Refuses what is plainly mutable or compared by identity: null, arrays, {@code java.util} collections and atomics,
     * string builders, lambdas, every class that does not override {@code equals}, one that does without {@code hashCode};
     * and records and vavr collections that hold such a thing, however deep. What it cannot see (a mutable field of a class
     * of one's own, a record that its module opens to nobody) the search notices when a value's hash changes.
     */
    public static void requireImmutable(String cell, Object value) {
        require("cell " + cell, value);
    }

    private static void require(String what, Object value) {
        if (value == null) {
            throw new ModelException(what + " holds null: every cell has a value; use an Option");
        }
        Class<?> type = value.getClass();
        Shape shape = SHAPES.get(type);
        shape.fault.ifPresent(fault -> {
            throw new ModelException(what + " holds " + fault);
        });
        shape.inside.forEach(component -> require(what + ", in " + component.name, component.of(value)));
        if (value instanceof Value<?> collection && !(collection instanceof Lazy<?>)) {
            collection.forEach(element -> require(what + ", in its " + collection.stringPrefix(), element));
        } else if (value instanceof Tuple tuple) {
            tuple.toSeq().forEach(element -> require(what + ", in its tuple", element));
        }
    }

    /** A record component whose values have to be looked at one by one. */
    private record Inside(String name, Method accessor) {
        Object of(Object owner) {
            try {
                return accessor.invoke(owner);
            } catch (ReflectiveOperationException e) {
                throw new ModelException(
                        "component " + name + " of " + owner.getClass().getName() + " cannot be read (" + e.getCause()
                                + "): an accessor must not throw");
            }
        }
    }

    /** Why no value of a class is allowed, if so; else the components to look into. */
    private record Shape(Optional<String> fault, List<Inside> inside) {
        static Shape of(Class<?> type) {
            Optional<String> fault = fault(type);
            List<Inside> inside = new ArrayList<>();
            if (fault.isEmpty() && type.isRecord()) {
                for (RecordComponent component : type.getRecordComponents()) {
                    Class<?> holds = component.getType();
                    fault = fault.or(() -> staticFault(holds)
                            .map(bad ->
                                    "a " + type.getName() + " whose component " + component.getName() + " is " + bad));
                    if (!isLeaf(holds) && component.getAccessor().trySetAccessible()) {
                        inside.add(new Inside(component.getName(), component.getAccessor()));
                    }
                }
            }
            return new Shape(fault, List.copyOf(inside));
        }

        private static Optional<String> staticFault(Class<?> type) {
            return type == Object.class ? Optional.empty() : fault(type);
        }

        private static Optional<String> fault(Class<?> type) {
            if (isLeaf(type)) {
                return Optional.empty();
            }
            return mutable(type).or(() -> identity(type));
        }

        private static Optional<String> mutable(Class<?> type) {
            boolean mutable = type.isArray()
                    || Collection.class.isAssignableFrom(type)
                    || Map.class.isAssignableFrom(type)
                    || CharSequence.class.isAssignableFrom(type) && type != CharSequence.class
                    || type.getName().matches("java\\.util\\.(?!function\\.|Optional).*")
                    || type.getName().startsWith("java.io.")
                    || type.getName().startsWith("java.nio.");
            return mutable
                    ? Optional.of("a mutable " + type.getTypeName()
                            + ": values must be immutable; use a record, an enum or a vavr collection")
                    : Optional.empty();
        }

        private static Optional<String> identity(Class<?> type) {
            if (type.isInterface() || Modifier.isAbstract(type.getModifiers())) {
                return Optional.empty(); // its values are looked at
            }
            if (!overrides(type, "equals", Object.class)) {
                return Optional.of(
                        "a " + type.getName()
                                + " which is compared by identity: values need equals and hashCode by content; make it a record");
            }
            return overrides(type, "hashCode")
                    ? Optional.empty()
                    : Optional.of(
                            "a " + type.getName()
                                    + " which has equals without hashCode: equal values need equal hash codes; make it a record");
        }

        private static boolean overrides(Class<?> type, String method, Class<?>... parameters) {
            try {
                return type.getMethod(method, parameters).getDeclaringClass() != Object.class;
            } catch (NoSuchMethodException e) {
                return false; // cannot be: every class inherits one
            }
        }

        /** Whether there is nothing to see inside. */
        private static boolean isLeaf(Class<?> type) {
            return type.isPrimitive()
                    || Enum.class.isAssignableFrom(type)
                    || type == String.class
                    || type == UUID.class
                    || type == Class.class
                    || Number.class.isAssignableFrom(type) && type.getName().matches("java\\.(lang|math)\\..*")
                    || type == Boolean.class
                    || type == Character.class
                    || type.getName().startsWith("java.time.");
        }
    }
}
