package pagelife.checker.value;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.function.UnaryOperator;

/**
 * The components that the values of a class have, as they are declared. Found once for each class.
 *
 * @param type the class
 * @param components its components; none unless it is a record that can be read
 * @param readable whether it is a record that can be read
 */
public record Shape(Class<?> type, Seq<Component> components, boolean readable) {
    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return look(type);
        }
    };

    /** The shape of the values of {@code type}. */
    public static Shape of(Class<?> type) {
        return SHAPES.get(type);
    }

    /** The component of this name. */
    public Option<Component> component(String name) {
        return components.find(component -> component.name().equals(name));
    }

    /** What a path of component names, such as {@code mapping.file}, leads to; options on the way are looked into. */
    public Option<Component> at(String path) {
        int dot = path.indexOf('.');
        return dot < 0
                ? component(path)
                : component(path.substring(0, dot))
                        .flatMap(first -> of(first.held()).at(path.substring(dot + 1)));
    }

    /** The values of the components of {@code owner}; empty if they cannot be read. */
    Option<LinkedHashMap<String, Value>> read(Object owner) {
        if (!readable) {
            return Option.none();
        }
        LinkedHashMap<String, Value> values = LinkedHashMap.empty();
        try {
            for (Component component : components) {
                values = values.put(component.name(), Value.of(component.of(owner)));
            }
            return Option.some(values);
        } catch (ReflectiveOperationException e) {
            return Option.none();
        }
    }

    /**
     * {@code owner} with what {@code changed} makes of each component; {@code owner} itself where nothing changes, or
     * where it cannot be read or made anew.
     */
    public Object with(Object owner, UnaryOperator<Object> changed) {
        if (!readable || components.isEmpty()) {
            return owner;
        }
        Object[] values = new Object[components.size()];
        Class<?>[] types = new Class<?>[values.length];
        boolean same = true;
        try {
            for (int i = 0; i < values.length; i++) {
                Object before = components.get(i).of(owner);
                values[i] = before == null ? null : changed.apply(before);
                types[i] = components.get(i).type();
                same &= values[i] == before || before.equals(values[i]);
            }
            return same ? owner : made(types, values).getOrElse(owner);
        } catch (ReflectiveOperationException e) {
            return owner;
        }
    }

    private Option<Object> made(Class<?>[] types, Object[] values) throws ReflectiveOperationException {
        Constructor<?> canonical = type.getDeclaredConstructor(types);
        return canonical.trySetAccessible() ? Option.some(canonical.newInstance(values)) : Option.none();
    }

    private static Shape look(Class<?> type) {
        Vector<Component> components = Vector.empty();
        if (!type.isRecord()) {
            return new Shape(type, components, false);
        }
        for (RecordComponent component : type.getRecordComponents()) {
            if (!component.getAccessor().trySetAccessible()) {
                return new Shape(type, Vector.empty(), false);
            }
            components = components.append(new Component(component));
        }
        return new Shape(type, components, true);
    }
}
