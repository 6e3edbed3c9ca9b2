package pagelife.models.page;

import io.vavr.collection.Vector;

/**
 * A TLB flush under way. Where it is done by interrupts it cannot end while a CPU walks page tables with interrupts
 * off; so it waits for the walkers that were inside when it began, and for no later ones.
 *
 * @param walkers who was inside
 */
public record TlbFlush(Vector<TaskId> walkers) {
    /** Nobody to wait for. */
    public static final TlbFlush DONE = new TlbFlush(Vector.empty());

    /** Whether there is nobody to wait for. */
    public boolean isDone() {
        return walkers.isEmpty();
    }

    @Override
    public String toString() {
        return isDone() ? "done" : "waits for " + walkers.mkString(", ");
    }
}
