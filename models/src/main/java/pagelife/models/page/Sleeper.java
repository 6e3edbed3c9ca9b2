package pagelife.models.page;

import io.vavr.control.Option;

/** A control of an actor that sleeps in a wait queue, or thinks that it does, until somebody wakes it. */
public interface Sleeper {
    /** The page that it waits for; empty when it waits for something else. */
    default Option<PageId> awaits() {
        return Option.none();
    }
}
