package pagelife.models.page;

import io.vavr.collection.Seq;
import io.vavr.collection.Set;
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

    /** Who is inside of something, in words: {@code fault1, fault2 inside}. */
    static String inside(Set<TaskId> tasks) {
        return (tasks.isEmpty()
                        ? "nobody"
                        : tasks.toVector().map(TaskId::name).sorted().mkString(", ")) + " inside";
    }
}
