package pagelife.checker.ltl;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Traversable;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Optional;
import java.util.function.Function;
import pagelife.checker.model.Cell;
import pagelife.checker.model.View;
import pagelife.checker.value.Component;
import pagelife.checker.value.Shape;

/**
 * What stands on one side of a comparison.
 *
 * @param text how it is written, with the values of variables in their places
 * @param type what it may be
 * @param value its value in a state; {@link Nil} where there is none
 * @param at where it stands
 * @param part the part of a cell that it is, if it is no more than that
 */
record Term(String text, Type type, Function<View, Object> value, int at, Option<Part> part) {
    /** A component of a cell; the whole cell if there are no names. */
    record Part(Cell<?> cell, Vector<String> path) {
        Part of(String component) {
            return new Part(cell, path.append(component));
        }
    }

    Term(String text, Type type, Function<View, Object> value, int at) {
        this(text, type, value, at, Option.none());
    }

    /** That there is no value: an empty option, a component that a value has not. */
    enum Nil {
        /** None. */
        NIL
    }

    /** What {@code none} stands for: it equals what there is not. */
    static final Object NONE = new Object();

    /** What is known by its text only: equal to whatever prints so. */
    record Printed(String text) {}

    /** A value that is the same in all states. */
    static Term constant(Object value, Type type, int at) {
        return new Term(Domains.text(value), type, view -> value, at);
    }

    /** What a path of component names leads to, options being looked into. */
    static Object follow(Object root, Seq<String> path) {
        Object value = opened(root);
        for (String name : path) {
            Option<Component> component = Shape.of(value.getClass()).component(name);
            if (component.isEmpty()) {
                return Nil.NIL;
            }
            try {
                value = opened(component.get().of(value));
            } catch (ReflectiveOperationException e) {
                return Nil.NIL;
            }
        }
        return value;
    }

    private static Object opened(Object value) {
        if (value instanceof Option<?> option) {
            return option.isEmpty() ? Nil.NIL : opened(option.get());
        }
        if (value instanceof Optional<?> optional) {
            return optional.isEmpty() ? Nil.NIL : opened(optional.get());
        }
        return value == null ? Nil.NIL : value;
    }

    /** How many are in a collection; a single value is one, none is 0. */
    static Object size(Object value) {
        if (value instanceof Map<?, ?> map) {
            return (long) map.size();
        }
        if (value instanceof Traversable<?> many) {
            return (long) many.size();
        }
        return value == Nil.NIL ? 0L : 1L;
    }

    /** Whether two values are one. What there is not equals nothing, unless {@code none} was asked for. */
    static boolean same(Object left, Object right) {
        if (left instanceof Printed one && right instanceof Printed other) {
            return one.equals(other);
        }
        if (left instanceof Printed printed) {
            return !(right instanceof Nil) && printed.text().equals(Domains.text(right));
        }
        if (right instanceof Printed) {
            return same(right, left);
        }
        if (left instanceof Number one && right instanceof Number other) {
            return one.longValue() == other.longValue();
        }
        return left != Nil.NIL && left.equals(right);
    }

    /** Whether {@code value} is in a collection, or is the one thing that there is. */
    static boolean isIn(Object value, Object among) {
        return among instanceof Map<?, ?> map
                ? map.keySet().exists(key -> same(value, key))
                : among instanceof Traversable<?> many ? many.exists(each -> same(value, each)) : same(value, among);
    }
}
