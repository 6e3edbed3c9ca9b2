package pagelife.checker.model;

import io.vavr.Lazy;
import io.vavr.Tuple;
import io.vavr.Value;
import io.vavr.collection.Seq;
import io.vavr.collection.Stream;
import io.vavr.collection.Traversable;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import pagelife.checker.value.Component;
import pagelife.checker.value.Shape;

/** What may be the value of a cell. */
public final class Values {
    /** What is known of a class, found once: whether its values are worth a look inside, and where to look. */
    private static final ClassValue<Inspection> INSPECTIONS = new ClassValue<>() {
        @Override
        protected Inspection computeValue(Class<?> type) {
            return Inspection.of(type);
        }
    };

    private Values() {}

    /**
     * Refuses what is plainly mutable or compared by identity: null, arrays, {@code java.util} collections and atomics,
     * string builders, lambdas, every class that does not override {@code equals}, one that does without {@code
     * hashCode}; and records and vavr collections that hold such a thing, however deep. What it cannot see (a mutable
     * field of a class of one's own, a record that its module opens to nobody) the search notices when a value's hash
     * changes.
     */
    public static void requireImmutable(String cell, Object value) {
        fault(value).forEach(fault -> {
            throw new ModelException("cell " + cell + fault);
        });
    }

    /**
     * Whether {@code value}, which is allowed, cannot change whatever its users do: it is a number, a text, an enum
     * constant, or a record, tuple, option or collection of vavr that is made of such. A value of which that cannot be
     * told is not frozen.
     */
    public static boolean isFrozen(Object value) {
        Inspection inspection = INSPECTIONS.get(value.getClass());
        return inspection.frozen
                && inspection.inside.forAll(component -> keeps(component, value))
                && (!(value instanceof Value<?> collection) || collection.forAll(Values::isFrozen))
                && (!(value instanceof Tuple tuple) || tuple.toSeq().forAll(Values::isFrozen));
    }

    /** Whether what a record shows of a component is what it holds, and that is frozen. */
    private static boolean keeps(Component component, Object owner) {
        try {
            return component.isHeld(owner) && isFrozen(component.of(owner));
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    /**
     * Why {@code value} is not allowed, and where inside it; every value is asked, so no text is made before one is.
     */
    private static Option<String> fault(Object value) {
        if (value == null) {
            return Option.some(" holds null: every cell has a value; use an Option");
        }
        Inspection inspection = INSPECTIONS.get(value.getClass());
        if (inspection.fault.isDefined()) {
            return Option.some(" holds " + inspection.fault.get());
        }
        for (Component component : inspection.inside) {
            Option<String> fault = fault(inside(component, value));
            if (fault.isDefined()) {
                return Option.some(", in " + component.name() + fault.get());
            }
        }
        if (value instanceof Value<?> collection && !(collection instanceof Lazy<?>)) {
            return faultAmong(collection, collection.stringPrefix());
        }
        return value instanceof Tuple tuple ? faultAmong(tuple.toSeq(), "tuple") : Option.none();
    }

    private static Option<String> faultAmong(Iterable<?> elements, String of) {
        for (Object element : elements) {
            Option<String> fault = fault(element);
            if (fault.isDefined()) {
                return Option.some(", in its " + of + fault.get());
            }
        }
        return Option.none();
    }

    private static Object inside(Component component, Object owner) {
        try {
            return component.of(owner);
        } catch (ReflectiveOperationException e) {
            throw new ModelException(
                    "component " + component.name() + " of " + owner.getClass().getName() + " cannot be read ("
                            + e.getCause() + "): an accessor must not throw");
        }
    }

    /**
     * Why no value of a class is allowed, if so; else the components whose values have to be looked at one by one, and
     * whether its values cannot change if those do not.
     */
    private record Inspection(Option<String> fault, Seq<Component> inside, boolean frozen) {
        static Inspection of(Class<?> type) {
            Option<String> fault = fault(type);
            if (fault.isDefined() || !type.isRecord()) {
                return new Inspection(fault, Vector.empty(), isLeaf(type) || isOfVavr(type));
            }
            for (RecordComponent component : type.getRecordComponents()) {
                fault = fault.orElse(() -> staticFault(component.getType())
                        .map(bad -> "a " + type.getName() + " whose component " + component.getName() + " is " + bad));
            }
            Shape shape = Shape.of(type);
            return new Inspection(
                    fault, shape.components().reject(component -> isLeaf(component.type())), shape.readable());
        }

        /** Whether it is a tuple, an option or a collection that holds its elements, and does not find them later. */
        private static boolean isOfVavr(Class<?> type) {
            return type.getName().startsWith("io.vavr.")
                    && (Tuple.class.isAssignableFrom(type)
                            || Option.class.isAssignableFrom(type)
                            || Traversable.class.isAssignableFrom(type) && !Stream.class.isAssignableFrom(type));
        }

        private static Option<String> staticFault(Class<?> type) {
            return type == Object.class ? Option.none() : fault(type);
        }

        private static Option<String> fault(Class<?> type) {
            if (isLeaf(type)) {
                return Option.none();
            }
            return mutable(type).orElse(() -> identity(type));
        }

        private static Option<String> mutable(Class<?> type) {
            boolean mutable = type.isArray()
                    || Collection.class.isAssignableFrom(type)
                    || Map.class.isAssignableFrom(type)
                    || CharSequence.class.isAssignableFrom(type) && type != CharSequence.class
                    || type.getName().matches("java\\.util\\.(?!function\\.|Optional).*")
                    || type.getName().startsWith("java.io.")
                    || type.getName().startsWith("java.nio.");
            return mutable
                    ? Option.some("a mutable " + type.getTypeName()
                            + ": values must be immutable; use a record, an enum or a vavr collection")
                    : Option.none();
        }

        private static Option<String> identity(Class<?> type) {
            if (type.isInterface() || Modifier.isAbstract(type.getModifiers())) {
                return Option.none(); // its values are looked at
            }
            if (!overrides(type, "equals", Object.class)) {
                return Option.some("a " + type.getName()
                        + " which is compared by identity: values need equals and hashCode by content; make"
                        + " it a record");
            }
            return overrides(type, "hashCode")
                    ? Option.none()
                    : Option.some("a " + type.getName()
                            + " which has equals without hashCode: equal values need equal hash codes; make"
                            + " it a record");
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
