package pagelife.checker.model;

import io.vavr.collection.Seq;
import io.vavr.control.Option;

/**
 * The identities of one kind that a model has: its pages, its address spaces, its files.
 *
 * @param name the plural, such as {@code pages}
 * @param values the identities, no two with the same text
 * @param <T> their type
 */
public record Sort<T>(String name, Seq<T> values) {
    /** The value of this text. */
    public Option<T> value(String text) {
        return values.find(value -> value.toString().equals(text));
    }
}
