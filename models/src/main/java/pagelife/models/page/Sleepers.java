package pagelife.models.page;

import io.vavr.control.Option;

/** The value of a cell in which tasks sleep until they are woken: {@link WaitQueue}, or one of a protocol's own. */
public interface Sleepers {
    /** Whether {@code task} is in it, and not woken yet. */
    boolean holds(TaskId task);

    /** The key that {@code task} listens to; empty if it is not in it, or hears every wake-up. */
    Option<WaitKey> key(TaskId task);

    /** Whether a wake-up of one may stop at {@code task}. */
    boolean isExclusive(TaskId task);
}
