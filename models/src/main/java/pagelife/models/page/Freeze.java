package pagelife.models.page;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.value.InParts;

/**
 * The page-fault level of a superblock's freeze: write faults pass it, read faults do not know it.
 *
 * @param frozen whether {@code freeze_super} holds it
 * @param writers write faults between {@code sb_start_pagefault} and {@code sb_end_pagefault}
 */
public record Freeze(boolean frozen, int writers) implements InParts {
    /** Not frozen, nobody inside. */
    public static final Freeze THAWED = new Freeze(false, 0);

    /** This level with one more writer inside. */
    public Freeze enter() {
        return new Freeze(frozen, writers + 1);
    }

    /** This level with one writer less inside. */
    public Freeze leave() {
        return new Freeze(frozen, writers - 1);
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
        return writers == 0;
    }

    @Override
    public Seq<String> parts() {
        return Vector.of(frozen ? "frozen" : "thawed", writers + (writers == 1 ? " writer" : " writers"));
    }

    @Override
    public String toString() {
        return parts().mkString(", ");
    }
}
