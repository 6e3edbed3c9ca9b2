package pagelife.models.page;

/**
 * Sleepable RCU, as {@code dax_read_lock} uses it. A grace period that waits until nobody reads waits longer than the
 * kernel's, which waits for the earlier readers only; no reader of a model waits for anybody who synchronises.
 *
 * @param readers how many are inside
 */
public record Srcu(int readers) {
    /** Nobody inside. */
    public static final Srcu QUIET = new Srcu(0);

    /** {@code srcu_read_lock}. */
    public Srcu enter() {
        return new Srcu(readers + 1);
    }

    /** {@code srcu_read_unlock}. */
    public Srcu leave() {
        return new Srcu(readers - 1);
    }

    /** Whether {@code synchronize_srcu} may return. */
    public boolean isQuiet() {
        return readers == 0;
    }

    @Override
    public String toString() {
        return readers == 0 ? "no readers" : readers == 1 ? "1 reader" : readers + " readers";
    }
}
