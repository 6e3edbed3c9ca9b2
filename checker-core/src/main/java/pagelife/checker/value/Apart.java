package pagelife.checker.value;

import io.vavr.Lazy;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Traversable;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.Optional;

/** Takes objects apart. */
final class Apart {
    private Apart() {}

    static Value value(Object object) {
        if (object == null || object instanceof Vacant) {
            return new Value.Absent(String.valueOf(object));
        }
        if (object instanceof Boolean truth) {
            return new Value.Truth(truth);
        }
        if (object instanceof Number number) {
            return number(number);
        }
        if (object instanceof Enum<?> constant) {
            return new Value.Name(constant.getDeclaringClass().getSimpleName(), constant.name(), constant.toString());
        }
        return object instanceof Record ? structure(object) : container(object);
    }

    private static Value number(Number number) {
        boolean whole = number instanceof Integer
                || number instanceof Long
                || number instanceof Short
                || number instanceof Byte
                || number instanceof BigInteger;
        boolean decimal = number instanceof BigDecimal
                || (number instanceof Double || number instanceof Float) && Double.isFinite(number.doubleValue());
        String text = number.toString();
        return whole || decimal ? new Value.Amount(new BigDecimal(text), text) : new Value.Text(text);
    }

    private static Value structure(Object object) {
        Option<LinkedHashMap<String, Value>> read = Shape.of(object.getClass()).read(object);
        if (read.isEmpty()) {
            return new Value.Text(object.toString());
        }
        LinkedHashMap<String, Value> components = read.get();
        String type = object.getClass().getSimpleName();
        String printed = object.toString();
        String text = components.isEmpty() && printed.equals(type + "[]") ? type : printed;
        if (isNaming(components) && !(object instanceof InParts) && !printed.equals(plain(type, components))) {
            return new Value.Identity(
                    type, components.head()._1(), components.head()._2(), text);
        }
        return new Value.Structure(type, components, parts(object, text), text);
    }

    /** Whether there is one component, and it is a number or a text. */
    private static boolean isNaming(LinkedHashMap<String, Value> components) {
        return components.size() == 1
                && (components.head()._2() instanceof Value.Amount
                        || components.head()._2() instanceof Value.Text);
    }

    private static Seq<String> parts(Object object, String text) {
        return object instanceof InParts listed ? listed.parts() : Vector.of(text);
    }

    /** How a record prints that has no print of its own; one without components is its name. */
    static String plain(String type, LinkedHashMap<String, Value> components) {
        return components.isEmpty()
                ? type
                : components
                        .map(component -> component._1() + "=" + printed(component._2()))
                        .mkString(type + "[", ", ", "]");
    }

    /** Only where nothing is around it is a record without components its name. */
    private static String printed(Value value) {
        return value instanceof Value.Structure structure
                        && structure.components().isEmpty()
                        && structure.printsComponents()
                ? structure.text() + "[]"
                : value.text();
    }

    private static Value container(Object object) {
        String text = object.toString();
        if (object instanceof Optional<?> optional) {
            return option(Option.ofOptional(optional), text);
        }
        if (object instanceof Option<?> option) {
            return option(option, text);
        }
        if (object instanceof Tuple tuple) {
            return new Value.Sequence(tuple.toSeq().map(Apart::value).toVector(), text);
        }
        if (object instanceof io.vavr.collection.Map<?, ?> map) {
            return new Value.Table(entries(map), text);
        }
        return object instanceof Traversable<?> elements && !(object instanceof Lazy<?>)
                ? elements(elements, text)
                : new Value.Text(text);
    }

    private static Value option(Option<?> option, String text) {
        return option.isEmpty() ? new Value.Absent(text) : new Value.Present(value(option.get()), text);
    }

    private static Value elements(Traversable<?> elements, String text) {
        Seq<Value> values = elements.toVector().map(Apart::value);
        if (!(elements instanceof Set<?>)) {
            return new Value.Sequence(values, text);
        }
        return new Value.Group(hasOrder(elements) ? values : values.sortBy(Value::text), text);
    }

    private static Seq<Tuple2<Value, Value>> entries(io.vavr.collection.Map<?, ?> map) {
        Seq<Tuple2<Value, Value>> entries = map.toVector().map(entry -> entry.map(Apart::value, Apart::value));
        return hasOrder(map)
                ? entries
                : entries.sorted(Comparator.comparing(entry -> entry._1().text()));
    }

    /** Whether it has an order of its own. */
    private static boolean hasOrder(Traversable<?> elements) {
        return elements.isOrdered() || elements.isSequential();
    }
}
