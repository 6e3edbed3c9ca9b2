package pagelife.checker.model;

import io.vavr.control.Option;
import java.util.Arrays;

/**
 * Where a task is: before the steps of a place, with the value that the place carries.
 *
 * @param call which call of the task's program it is in, from 0 in the order they are written
 * @param operation the call as text, such as {@code pin slow mm0 0}; empty for a task of one script
 * @param place the name of the place, such as {@code t5}
 * @param carried the value that it carries; {@link Nothing#NOTHING} where it carries none
 */
public record At(int call, String operation, String place, Object carried) implements Control {

    /** The value that the place carries; of a task in the middle of a step that was split, what it carried before. */
    @Override
    public Object carried() {
        return carried instanceof Rewriting.Half half ? half.carried() : carried;
    }

    /** What has been seen of a step that was split in two, in the middle of it; empty elsewhere. */
    Option<Rewriting.Half> half() {
        return carried instanceof Rewriting.Half half ? Option.some(half) : Option.none();
    }

    /** Whether this is the place of this name. */
    public boolean is(String name) {
        return place.equals(name);
    }

    /** Whether this is {@code other}. */
    public boolean is(Place<?> other) {
        return place.equals(other.name());
    }

    /** What is carried, if this is {@code other}. */
    public <L> Option<L> at(Place<L> other) {
        return is(other) ? Option.some(other.carries().cast(Kept.inner(carried()))) : Option.none();
    }

    /** What is carried, if it is a {@code type}. */
    public <L> Option<L> carried(Class<L> type) {
        Object own = Kept.inner(carried());
        return type.isInstance(own) ? Option.some(type.cast(own)) : Option.none();
    }

    /**
     * Whether {@code control} is at one of the places of these names, of whatever operation; at a call that is whether
     * it is anywhere in what is called.
     */
    public static boolean isAt(Control control, String... names) {
        return control instanceof At at
                && Arrays.stream(names).anyMatch(name -> at.place.equals(name) || at.place.startsWith(name + "-"));
    }

    // Each step that is taken looks its place up: by hand this needs none of the calls that a record's own methods
    // make.

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof At at
                        && call == at.call
                        && place.equals(at.place)
                        && carried.equals(at.carried)
                        && operation.equals(at.operation);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * call + place.hashCode()) + carried.hashCode();
    }

    @Override
    public String toString() {
        String where = operation.isEmpty() ? place : operation + ": " + place;
        return carried == Nothing.NOTHING ? where : where + "[" + carried + "]";
    }
}
