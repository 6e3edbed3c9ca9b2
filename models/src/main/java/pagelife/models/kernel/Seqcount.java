package pagelife.models.kernel;

import pagelife.checker.model.Cell;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Now;
import pagelife.checker.model.StepView;
import pagelife.checker.model.View;

/**
 * {@code seqcount_t}: writers, who exclude each other by other means, make a sequence odd while they write; a reader
 * that found it even, and finds the same at its end, has read nothing half written. include/linux/seqlock.h, 6.12.
 *
 * <p>A step that begins a write while one is under way fails, as lockdep asks in {@code seqprop_assert()} for the lock of
 * its writers; so does one that ends a write which nobody began.
 *
 * @param cell the sequence
 */
public record Seqcount(Cell<Integer> cell) {
    /** Declares one at 0. */
    public static Seqcount declare(ModelBuilder model, String name) {
        return new Seqcount(model.cell(name, 0));
    }

    /** {@code write_seqcount_begin}: odd from now on; a BUG if it is already. */
    public void writeBegin(StepView view) {
        view.bugOn(
                isBeingWritten(view),
                "a write of " + cell + " begins while another is under way: a writer takes a lock before"
                        + " write_seqcount_begin, and drops it after write_seqcount_end");
        view.write(cell, view.read(cell) + 1);
    }

    /** {@code write_seqcount_end}: even again; a BUG if it is already. */
    public void writeEnd(StepView view) {
        view.bugOn(
                !isBeingWritten(view),
                "a write of " + cell
                        + " ends, and none is under way: pair write_seqcount_begin and write_seqcount_end");
        view.write(cell, view.read(cell) + 1);
    }

    /** {@code read_seqcount_begin}: waits until it is even. The sequence, for {@link #readRetry}. */
    public int readBegin(Now now) {
        now.await(!isBeingWritten(now));
        return rawRead(now);
    }

    /** {@code raw_read_seqcount}: the sequence, odd or even, for a reader that gives up rather than wait. */
    public int rawRead(View view) {
        return view.read(cell);
    }

    /** Whether the sequence is odd: {@code raw_read_seqcount(s) & 1}. */
    public boolean isBeingWritten(View view) {
        return rawRead(view) % 2 != 0;
    }

    /** {@code read_seqcount_retry}: whether somebody wrote since {@code start}. */
    public boolean readRetry(View view, int start) {
        return view.read(cell) != start;
    }
}
