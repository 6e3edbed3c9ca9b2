package pagelife.checker.value;

import io.vavr.Tuple2;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.math.BigDecimal;

/**
 * A value of a model, taken apart. Two values are equal when they have equal parts and print alike.
 *
 * <p>What cannot be looked into is a {@link Text}: a class that is neither a record nor an enum nor one of the
 * collections below, and a record whose module opens it to nobody or one of whose accessors throws.
 */
public sealed interface Value {
    /** What the value prints itself as; a record without components that has no print of its own is its name. */
    String text();

    /** The parts of the text, in order: what the value says of itself if it is {@link InParts}, else one. */
    default Seq<String> parts() {
        return Vector.of(text());
    }

    /** The component of this name, if this has components and that is one of them. */
    default Option<Value> component(String name) {
        return Option.none();
    }

    /** What a path of component names, such as {@code mapping.file}, leads to; this for the empty path. */
    default Option<Value> at(String path) {
        if (path.isEmpty()) {
            return Option.some(this);
        }
        int dot = path.indexOf('.');
        return dot < 0
                ? component(path)
                : component(path.substring(0, dot)).flatMap(inner -> inner.at(path.substring(dot + 1)));
    }

    /** Takes {@code object} apart, in time proportional to its parts. */
    static Value of(Object object) {
        return Apart.value(object);
    }

    /** What {@code cases} says of a value of this kind. */
    <R, E extends Exception> R accept(Cases<R, E> cases) throws E;

    /** One answer for each kind of value. */
    interface Cases<R, E extends Exception> {
        /** Of a number. */
        R amount(Value.Amount amount) throws E;

        /** Of true or false. */
        R truth(Value.Truth truth) throws E;

        /** Of a constant. */
        R name(Value.Name constant) throws E;

        /** Of a text. */
        R text(Value.Text text) throws E;

        /** Of the name of a thing. */
        R identity(Value.Identity identity) throws E;

        /** Of a record. */
        R structure(Value.Structure structure) throws E;

        /** Of a sequence. */
        R sequence(Value.Sequence sequence) throws E;

        /** Of a set. */
        R group(Value.Group group) throws E;

        /** Of a map. */
        R table(Value.Table table) throws E;

        /** Of an option with something in it. */
        R present(Value.Present present) throws E;

        /** Of nothing. */
        R absent(Value.Absent absent) throws E;
    }

    /** A whole or decimal number; infinities, and what is no number, are {@link Text}. */
    record Amount(BigDecimal number, String text) implements Value {
        @Override
        public <R, E extends Exception> R accept(Cases<R, E> cases) throws E {
            return cases.amount(this);
        }
    }

    /** True or false. */
    record Truth(boolean holds) implements Value {
        @Override
        public <R, E extends Exception> R accept(Cases<R, E> cases) throws E {
            return cases.truth(this);
        }

        @Override
        public String text() {
            return Boolean.toString(holds);
        }
    }

    /**
     * A constant of an enum.
     *
     * @param type the simple name of the enum
     * @param name the name that the constant is declared with
     */
    record Name(String type, String name, String text) implements Value {
        @Override
        public <R, E extends Exception> R accept(Cases<R, E> cases) throws E {
            return cases.name(this);
        }
    }

    /** A text, or what prints itself and shows no more. */
    record Text(String text) implements Value {
        @Override
        public <R, E extends Exception> R accept(Cases<R, E> cases) throws E {
            return cases.text(this);
        }
    }

    /**
     * A record of one number or text that prints itself: the name of a thing, such as {@code P0}.
     *
     * @param type the simple name of the record
     * @param component the name of its component
     * @param value the value of its component
     */
    record Identity(String type, String component, Value value, String text) implements Value {
        @Override
        public <R, E extends Exception> R accept(Cases<R, E> cases) throws E {
            return cases.identity(this);
        }

        @Override
        public Option<Value> component(String name) {
            return name.equals(component) ? Option.some(value) : Option.none();
        }
    }

    /**
     * Any other record.
     *
     * @param type the simple name of the record
     * @param components the values by component, as they are declared
     */
    record Structure(String type, LinkedHashMap<String, Value> components, Seq<String> parts, String text)
            implements Value {
        @Override
        public <R, E extends Exception> R accept(Cases<R, E> cases) throws E {
            return cases.structure(this);
        }

        @Override
        public Option<Value> component(String name) {
            return components.get(name);
        }

        /** Whether the text is no more than the type and its components: the record has no print of its own. */
        public boolean printsComponents() {
            return text.equals(Apart.plain(type, components));
        }
    }

    /** Elements in an order that matters: a sequence or a tuple. */
    record Sequence(Seq<Value> elements, String text) implements Value {
        @Override
        public <R, E extends Exception> R accept(Cases<R, E> cases) throws E {
            return cases.sequence(this);
        }
    }

    /** Elements each of which is there once; in the order of their texts, unless the set has an order of its own. */
    record Group(Seq<Value> elements, String text) implements Value {
        @Override
        public <R, E extends Exception> R accept(Cases<R, E> cases) throws E {
            return cases.group(this);
        }
    }

    /** Values by key; in the order of the texts of the keys, unless the map has an order of its own. */
    record Table(Seq<Tuple2<Value, Value>> entries, String text) implements Value {
        @Override
        public <R, E extends Exception> R accept(Cases<R, E> cases) throws E {
            return cases.table(this);
        }
    }

    /** An option with something in it; its components are those of what is in it. */
    record Present(Value inside, String text) implements Value {
        @Override
        public <R, E extends Exception> R accept(Cases<R, E> cases) throws E {
            return cases.present(this);
        }

        @Override
        public Option<Value> component(String name) {
            return inside.component(name);
        }
    }

    /** Nothing: an empty option, what is {@link Vacant}, or null. */
    record Absent(String text) implements Value {
        @Override
        public <R, E extends Exception> R accept(Cases<R, E> cases) throws E {
            return cases.absent(this);
        }
    }
}
