package pagelife.models.waitwake;

import io.vavr.control.Option;
import pagelife.checker.model.Control;
import pagelife.models.page.PageId;
import pagelife.models.page.Sleeper;

/** Where a waiter is: it wants all pages idle, and waits for the first that is not. */
public sealed interface Wait extends Control {
    /** W0: before it looks for a page in use. */
    record Scan() implements Wait {}

    /** W1: before it queues. */
    record Enqueue(PageId page, boolean slept) implements Wait {}

    /** W2: before it looks at the page. */
    record Test(PageId page, boolean slept, boolean queued) implements Wait {}

    /** W4: asleep. */
    record Asleep(PageId page, boolean queued) implements Wait, Sleeper {
        @Override
        public Option<PageId> awaits() {
            return Option.some(page);
        }
    }
}
