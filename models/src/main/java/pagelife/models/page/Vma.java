package pagelife.models.page;

/**
 * The mapping of a file in an address space, with its per-VMA lock.
 *
 * @param link who still knows it
 * @param faults faults that hold its lock shared
 */
public record Vma(Link link, int faults) {
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
    public String toString() {
        return link == Link.MAPPED ? "mapped, " + faults + (faults == 1 ? " fault" : " faults") : link.name();
    }
}
