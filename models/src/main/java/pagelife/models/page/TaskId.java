package pagelife.models.page;

import pagelife.checker.model.Task;

/**
 * A task that runs, sleeps and is woken. It has the name of its actor.
 *
 * @param name such as {@code truncate}
 */
public record TaskId(String name) {
    /** The task of this actor. */
    public static TaskId of(Task actor) {
        return new TaskId(actor.name());
    }

    @Override
    public String toString() {
        return name;
    }
}
