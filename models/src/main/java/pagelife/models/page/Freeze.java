package pagelife.models.page;

import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import pagelife.checker.value.InParts;

/**
 * The page-fault level of a superblock's freeze: write faults pass it, read faults do not know it.
 *
 * @param frozen whether {@code freeze_super} holds it
 * @param writers the write faults between {@code sb_start_pagefault} and {@code sb_end_pagefault}
 */
public record Freeze(boolean frozen, Set<TaskId> writers) implements InParts {
    /** Not frozen, nobody inside. */
    public static final Freeze THAWED = new Freeze(false, HashSet.empty());

    /** This level with this writer inside, too. */
    public Freeze enter(TaskId writer) {
        return new Freeze(frozen, writers.add(writer));
    }

    /** This level without this writer inside. */
    public Freeze leave(TaskId writer) {
        return new Freeze(frozen, writers.remove(writer));
    }

    /** No writer gets in any more. */
    public Freeze freeze() {
        return new Freeze(true, writers);
    }

    /** Writers get in again. */
    public Freeze thaw() {
        return new Freeze(false, writers);
    }

    /** Whether those that were inside have left. */
    public boolean isDrained() {
        return writers.isEmpty();
    }

    @Override
    public Seq<String> parts() {
        return Vector.of(frozen ? "frozen" : "thawed", Tasks.inside(writers));
    }

    @Override
    public String toString() {
        return parts().mkString(", ");
    }
}
