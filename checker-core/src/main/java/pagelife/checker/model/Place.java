package pagelife.checker.model;

/**
 * A place of a script, as a handle: the compiler then checks what is handed to it. Places have names in short
 * protocols, handles where a protocol jumps a lot.
 *
 * @param name the name: the first word of the label of its first step, such as {@code t5}
 * @param carries the class of the value that the place carries; {@link Nothing} when it carries none
 * @param <L> the type of that value
 */
public record Place<L>(String name, Class<L> carries) {
    /** A place that carries nothing. */
    public static Place<Nothing> of(String name) {
        return new Place<>(name, Nothing.class);
    }

    /** A place that carries a value. */
    public static <L> Place<L> of(String name, Class<L> carries) {
        return new Place<>(name, carries);
    }

    @Override
    public String toString() {
        return name;
    }
}
