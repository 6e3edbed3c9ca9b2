package pagelife.checker.model;

import io.vavr.collection.Vector;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What the code of a step can reach besides the cells: arrays, collections of {@code java.util}, and fields of objects
 * and classes of its author. All runs share it, so that a step that remembers something there has one run see what
 * another did, and a bug is missed or made up. Looked at around each run of such code, which is rare: steps are
 * repeated from what they did.
 */
final class Aside {
    private static final int DEEPEST = 4;
    private static final int MOST_ELEMENTS = 1_000;

    /** Whose objects keep nothing that an author could have put there in a step. */
    private static final Vector<String> OTHERS =
            Vector.of("java.", "javax.", "jdk.", "sun.", "io.vavr.", "com.google.", "pagelife.");

    private final Vector<Root> roots;

    /**
     * Where to begin.
     *
     * @param name what it is called in messages
     * @param field the field that holds it
     * @param owner whose field; null for one of a class
     */
    private record Root(String name, Field field, Object owner) {}

    private Aside(Vector<Root> roots) {
        this.roots = roots;
    }

    /**
     * {@code body}, refused when it changes what the code of its author, {@code code}, can reach. What comes with
     * Pagelife is not looked at: tests of it do so on purpose.
     */
    static <L> BodyOf<L> guarding(Object code, BodyOf<L> body) {
        Aside aside = of(code);
        return aside.roots.isEmpty()
                ? body
                : (now, carried) -> {
                    Map<String, Object> before = aside.contents();
                    try {
                        body.take(now, carried);
                    } finally {
                        aside.requireSame(before);
                    }
                };
    }

    private static Aside of(Object code) {
        if (!isAuthors(code.getClass())) {
            return new Aside(Vector.empty());
        }
        Vector<Root> roots = Vector.of(code.getClass().getDeclaredFields())
                .reject(field -> Modifier.isStatic(field.getModifiers()))
                .map(field -> new Root("", field, code));
        Class<?> host = code.getClass().getNestHost();
        Vector<Root> shared = Vector.of(host.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
                .map(field -> new Root(host.getSimpleName() + "." + field.getName(), field, null));
        return new Aside(
                roots.appendAll(shared).filter(root -> mayKeep(root.field().getType()) && isReadable(root.field())));
    }

    /** Whether a value of this class, or what hangs on it, can change; of an interface nobody knows. */
    private static boolean mayKeep(Class<?> type) {
        return type.isArray()
                || type.isInterface()
                || isStore(type)
                || type == Object.class
                || !type.isPrimitive() && !type.isEnum() && isAuthors(type);
    }

    private static boolean isStore(Class<?> type) {
        return Collection.class.isAssignableFrom(type)
                || Map.class.isAssignableFrom(type)
                || type.getName().startsWith("java.util.concurrent.atomic.")
                || type == StringBuilder.class
                || type == StringBuffer.class;
    }

    private static boolean isAuthors(Class<?> type) {
        return !OTHERS.exists(type.getName()::startsWith);
    }

    private void requireSame(Map<String, Object> before) {
        Map<String, Object> now = contents();
        if (now.equals(before)) {
            return;
        }
        String place = Vector.ofAll(now.keySet())
                .appendAll(before.keySet())
                .find(name -> !Objects.equals(now.get(name), before.get(name)))
                .get();
        throw new ModelException("it changes " + place + " from " + shown(before.get(place)) + " to "
                + shown(now.get(place))
                + ", which its code keeps outside of the cells: all runs share it, so that one sees what another did; keep it"
                + " in a cell, or hand it on to the next step with now.hand");
    }

    private static String shown(Object value) {
        return value == null ? "nothing" : value.toString();
    }

    private Map<String, Object> contents() {
        Map<String, Object> found = new LinkedHashMap<>();
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        roots.forEach(root -> {
            Object value = get(root.field(), root.owner());
            look(root.name().isEmpty() ? named(value) : root.name(), value, found, seen, 0);
        });
        return found;
    }

    /** By its class: a lambda does not know what its author called the variable. */
    private static String named(Object value) {
        if (value == null) {
            return "a variable";
        }
        Class<?> type = value.getClass();
        return type.isArray() ? type.getComponentType().getSimpleName() : type.getSimpleName();
    }

    private static void look(String name, Object value, Map<String, Object> found, Set<Object> seen, int depth) {
        if (value == null || depth > DEEPEST || !mayKeep(value.getClass())) {
            found.put(name, value == null ? "null" : value);
            return;
        }
        if (!seen.add(value)) {
            return;
        }
        Class<?> type = value.getClass();
        if (type.isArray()) {
            for (int i = 0; i < Math.min(Array.getLength(value), MOST_ELEMENTS); i++) {
                look(name + "[" + i + "]", Array.get(value, i), found, seen, depth + 1);
            }
        } else if (isStore(type)) {
            found.put(name, value instanceof AtomicReference<?> held ? String.valueOf(held.get()) : value.toString());
        } else if (isAuthors(type)) {
            for (Class<?> one = type; one != null && isAuthors(one); one = one.getSuperclass()) {
                for (Field field : one.getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers()) && isReadable(field)) {
                        look(name + "." + field.getName(), get(field, value), found, seen, depth + 1);
                    }
                }
            }
        }
    }

    private static boolean isReadable(Field field) {
        try {
            return field.trySetAccessible();
        } catch (InaccessibleObjectException | SecurityException e) {
            return false;
        }
    }

    private static Object get(Field field, Object owner) {
        try {
            return field.get(owner);
        } catch (IllegalAccessException e) {
            return null;
        }
    }
}
