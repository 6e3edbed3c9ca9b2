package pagelife.models.page;

/**
 * A reader-writer semaphore such as {@code mapping->invalidate_lock}. It favours nobody.
 *
 * @param readers how many hold it shared
 * @param writer whether one holds it exclusively
 */
public record RwSemaphore(int readers, boolean writer) {
    /** Held by nobody. */
    public static final RwSemaphore FREE = new RwSemaphore(0, false);

    /** Nobody reads while one writes. */
    public RwSemaphore {
        if (readers < 0 || writer && readers > 0) {
            throw new IllegalArgumentException("a semaphore with " + readers + " readers, writer " + writer
                    + ": readers and a writer exclude each other; test before you take it");
        }
    }

    /** Whether {@link #downRead} would not have to wait. */
    public boolean canRead() {
        return !writer;
    }

    /** Whether {@link #downWrite} would not have to wait. */
    public boolean canWrite() {
        return !writer && readers == 0;
    }

    /** Taken shared. */
    public RwSemaphore downRead() {
        return new RwSemaphore(readers + 1, writer);
    }

    /** Given back by a reader. */
    public RwSemaphore upRead() {
        return new RwSemaphore(readers - 1, writer);
    }

    /** Taken exclusively. */
    public RwSemaphore downWrite() {
        return new RwSemaphore(readers, true);
    }

    /** Given back by the writer. */
    public RwSemaphore upWrite() {
        return new RwSemaphore(readers, false);
    }

    @Override
    public String toString() {
        return writer ? "writer" : readers == 0 ? "free" : readers == 1 ? "1 reader" : readers + " readers";
    }
}
