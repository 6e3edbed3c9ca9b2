package pagelife.checker.ltl;

import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Traversable;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.lang.reflect.ParameterizedType;
import java.util.Optional;
import pagelife.checker.value.Component;
import pagelife.checker.value.Shape;

/** What a term may be, as far as the declarations of a model tell. */
sealed interface Type {
    /** A number. */
    Type NUMBER = new Plain("a number");
    /** True or false. */
    Type TRUTH = new Plain("true or false");
    /** A text. */
    Type TEXT = new Plain("a text");
    /** A task, or what it keeps in mind. */
    Type TASK = new Plain("a task");
    /** Whatever: only the values tell. */
    Type ANY = new Plain("a value");
    /** A name whose meaning the other side of a comparison decides. */
    Type NAME = new Plain("a name");
    /** Nothing. */
    Type NONE = new Plain("none");

    /** One of the above. */
    record Plain(String text) implements Type {
        @Override
        public String toString() {
            return text;
        }
    }

    /** A constant of an enum. */
    record Constant(Class<?> of) implements Type {
        @Override
        public String toString() {
            return "a " + of.getSimpleName() + " ("
                    + Vector.of(of.getEnumConstants()).mkString(", ") + ")";
        }
    }

    /** A record, or one of several that are of one sealed kind. */
    record Thing(Class<?> of) implements Type {
        @Override
        public String toString() {
            return "a " + of.getSimpleName();
        }
    }

    /** A collection. */
    record Many(Type each) implements Type {
        @Override
        public String toString() {
            return "several, each " + each;
        }
    }

    /** The type of the values of a class. */
    static Type of(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return TRUTH;
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return NUMBER;
        }
        if (type.isEnum()) {
            return new Constant(type);
        }
        if (type == String.class) {
            return TEXT;
        }
        if (Traversable.class.isAssignableFrom(type) && !Option.class.isAssignableFrom(type)) {
            return new Many(ANY);
        }
        return type.isRecord() || type.isSealed() && !leaves(type).isEmpty() ? new Thing(type) : ANY;
    }

    private static Type of(Component component) {
        Class<?> type = component.type();
        if (type == Option.class || type == Optional.class) {
            return of(component.held());
        }
        if (of(type) instanceof Many
                && component.genericType() instanceof ParameterizedType generic
                && generic.getActualTypeArguments().length == 1
                && generic.getActualTypeArguments()[0] instanceof Class<?> each) {
            return new Many(of(each));
        }
        return of(type);
    }

    /** The components that values of these classes may have. What is of several types in several of them is of any. */
    static LinkedHashMap<String, Type> components(Seq<Class<?>> classes) {
        LinkedHashMap<String, Type> all = LinkedHashMap.empty();
        for (Component component :
                classes.flatMap(Type::leaves).flatMap(leaf -> Shape.of(leaf).components())) {
            all = all.put(Tuple.of(component.name(), of(component)), (old, now) -> old.equals(now) ? old : ANY);
        }
        return all;
    }

    /** The concrete classes of a sealed one; any other is taken as it is. */
    private static Vector<Class<?>> leaves(Class<?> type) {
        return type.isSealed() ? Vector.of(type.getPermittedSubclasses()).flatMap(Type::leaves) : Vector.of(type);
    }
}
