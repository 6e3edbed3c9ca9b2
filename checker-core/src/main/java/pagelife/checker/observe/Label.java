package pagelife.checker.observe;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * What a step shows of itself, as a recording says it: {@code put P0}, and that 1 are left.
 *
 * @param event what kind of thing was done, such as {@code put}
 * @param subjects to what; values with {@code equals} by content
 * @param count how many there were after it; empty where nobody counts, or where what is recorded is only a hint
 */
public record Label(String event, Seq<Object> subjects, Option<Integer> count) {
    /** A label without a count. */
    public static Label of(String event, Object... subjects) {
        return new Label(event, Vector.of(subjects), Option.none());
    }

    /** This label with a count. */
    public Label counting(int after) {
        return new Label(event, subjects, Option.some(after));
    }

    /** This label without its count. */
    public Label uncounted() {
        return new Label(event, subjects, Option.none());
    }

    /** Whether both say the same; a count is compared only where both have one. */
    public boolean matches(Label other) {
        return event.equals(other.event)
                && subjects.equals(other.subjects)
                && (count.isEmpty() || other.count.isEmpty() || count.equals(other.count));
    }

    @Override
    public String toString() {
        return subjects.prepend(event).mkString(" ")
                + count.map(left -> " (" + left + ")").getOrElse("");
    }
}
