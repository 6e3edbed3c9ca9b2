package pagelife.models.page;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Task;

/**
 * The pins that a task holds, as long as it likes: what it keeps from one operation to the next. {@link Books} know of
 * them.
 *
 * @param held the pins, in the order in which they were taken
 */
public record Pins(Vector<Pin> held) {
    /** No pin. */
    public static final Pins NONE = new Pins(Vector.empty());

    /** Why an unpin of a certain pin is no more than one of the latest, as long as no task holds two. */
    public static final String LATEST_FIRST = "the pin that was taken last goes first";

    /** The cell, private to {@code task}, in which its pins stand. */
    public static Cell<Pins> of(Task task) {
        return task.cell("pins", Pins.class, NONE);
    }

    /** These pins and one more. */
    public Pins take(Pin pin) {
        return new Pins(held.append(pin));
    }

    /** These pins without {@code pin}; of equal ones the first goes. */
    public Pins drop(Pin pin) {
        return new Pins(held.remove(pin));
    }

    /** The pin that was taken last. */
    public Option<Pin> last() {
        return held.lastOption();
    }

    /** The pin that was taken last through a page-table entry. */
    public Option<Pin> last(PteAt through) {
        return held.reverse().find(pin -> pin.through().contains(through));
    }

    /** The pin of {@code page} that was taken last. */
    public Option<Pin> last(PageId page) {
        return held.reverse().find(pin -> pin.page().equals(page));
    }

    /** The pin of {@code page} of so many references that was taken last. */
    public Option<Pin> last(PageId page, int refs) {
        return held.reverse().find(pin -> pin.page().equals(page) && pin.refs() == refs);
    }

    @Override
    public String toString() {
        return held.isEmpty() ? "none" : held.mkString(", ");
    }
}
