package pagelife.checker.model;

import java.util.function.Function;

/**
 * What a claim sees of a state. Every read goes through it and is recorded; nothing else (a clock, a static, an
 * identity hash) may influence the answer.
 */
public interface View {
    /** The value of {@code cell} in this state. */
    <T> T read(Cell<T> cell);

    /**
     * A part of the value of {@code cell}. It says that nothing else of the value matters here, so that one answer
     * serves all values with an equal part: worth it where a claim reads many cells and needs little of each.
     *
     * @param part a pure function of the value, whose results are immutable and have equals and hashCode
     */
    default <T, R> R read(Cell<T> cell, Function<? super T, ? extends R> part) {
        return part.apply(read(cell));
    }

    /** Where {@code actor} is in this state. */
    default Control at(Actor actor) {
        return read(actor.control());
    }

    /** A part of where {@code actor} is in this state. */
    default <R> R at(Actor actor, Function<? super Control, ? extends R> part) {
        return read(actor.control(), part);
    }
}
