package pagelife.models.page;

import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import pagelife.checker.value.InParts;

/**
 * The mapping of a file in an address space, with its per-VMA lock.
 *
 * @param link who still knows it
 * @param faults the faults that hold its lock shared
 */
public record Vma(Link link, Set<TaskId> faults) implements InParts {
    /** Who still knows a VMA. */
    public enum Link {
        /** Faults find it, and so does the file's {@code i_mmap}. */
        MAPPED,
        /** On the way out: faults do not find it any more. */
        DETACHED,
        /** Nobody: the file is not mapped here. */
        UNLINKED
    }

    /** Mapped, nobody inside. */
    public static final Vma MAPPED = new Vma(Link.MAPPED, HashSet.empty());

    /** This VMA with this fault inside, too. */
    public Vma enter(TaskId fault) {
        return new Vma(link, faults.add(fault));
    }

    /** This VMA without this fault inside. */
    public Vma leave(TaskId fault) {
        return new Vma(link, faults.remove(fault));
    }

    /** This VMA on the way out, or out. */
    public Vma to(Link next) {
        return new Vma(next, faults);
    }

    @Override
    public Seq<String> parts() {
        return link == Link.MAPPED ? Vector.of("mapped", Tasks.inside(faults)) : Vector.of(link.name());
    }

    @Override
    public String toString() {
        return parts().mkString(", ");
    }
}
