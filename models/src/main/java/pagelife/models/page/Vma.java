package pagelife.models.page;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.value.InParts;

/**
 * The mapping of a file in an address space, with its per-VMA lock.
 *
 * @param link who still knows it
 * @param faults faults that hold its lock shared
 */
public record Vma(Link link, int faults) implements InParts {
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
    public static final Vma MAPPED = new Vma(Link.MAPPED, 0);

    /** This VMA with one more fault inside. */
    public Vma enter() {
        return new Vma(link, faults + 1);
    }

    /** This VMA with one fault less inside. */
    public Vma leave() {
        return new Vma(link, faults - 1);
    }

    /** This VMA on the way out, or out. */
    public Vma to(Link next) {
        return new Vma(next, faults);
    }

    @Override
    public Seq<String> parts() {
        return link == Link.MAPPED
                ? Vector.of("mapped", faults + (faults == 1 ? " fault" : " faults"))
                : Vector.of(link.name());
    }

    @Override
    public String toString() {
        return parts().mkString(", ");
    }
}
