package pagelife.models.migrate;

import pagelife.checker.model.Event;
import pagelife.models.page.TaskId;

/**
 * A migration gives up, since a page has more references than its owners explain.
 *
 * @param by who migrates
 * @param refs the count it met
 * @param expected the count it can explain
 */
public record Aborted(TaskId by, int refs, int expected) implements Event {
    @Override
    public String toString() {
        return by + " gives up: " + refs + " references, " + expected + " expected";
    }
}
