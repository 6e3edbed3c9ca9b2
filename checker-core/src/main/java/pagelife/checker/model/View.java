package pagelife.checker.model;

/**
 * What a claim sees of a state. Every read goes through it and is recorded; nothing else (a clock, a static, an
 * identity hash) may influence the answer.
 */
public interface View {
    /** The value of {@code cell} in this state. */
    <T> T read(Cell<T> cell);

    /** Where {@code actor} is in this state. */
    default Control at(Actor actor) {
        return read(actor.control());
    }
}
