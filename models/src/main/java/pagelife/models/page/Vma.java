package pagelife.models.page;

/**
 * The mapping of a file in an address space, with its per-VMA lock.
 *
 * @param linked whether the file's {@code i_mmap} still knows it
 * @param faults faults that hold its lock shared
 */
public record Vma(boolean linked, int faults) {
    /** Mapped, nobody inside. */
    public static final Vma MAPPED = new Vma(true, 0);

    /** This VMA with one more fault inside. */
    public Vma enter() {
        return new Vma(linked, faults + 1);
    }

    /** This VMA with one fault less inside. */
    public Vma leave() {
        return new Vma(linked, faults - 1);
    }

    /** This VMA after {@code munmap}. */
    public Vma unlink() {
        return new Vma(false, faults);
    }

    @Override
    public String toString() {
        return linked ? "mapped, " + faults + (faults == 1 ? " fault" : " faults") : "unmapped";
    }
}
