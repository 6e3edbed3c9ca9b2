package pagelife.models.page;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/** Names for tasks. */
public final class Tasks {
    private Tasks() {}

    /** So many tasks of this name: one has the plain name, several are numbered from 1. */
    public static Seq<TaskId> named(String name, int count) {
        return count == 1
                ? Vector.of(new TaskId(name))
                : Vector.rangeClosed(1, count).map(number -> new TaskId(name + number));
    }
}
