package pagelife.models.page;

/**
 * A task that runs, sleeps and is woken. It has the name of its actor.
 *
 * @param name such as {@code truncate}
 */
public record TaskId(String name) {
    @Override
    public String toString() {
        return name;
    }
}
