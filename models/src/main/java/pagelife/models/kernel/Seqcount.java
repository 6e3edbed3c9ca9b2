package pagelife.models.kernel;

import io.vavr.control.Option;
import pagelife.checker.model.Borrowed;
import pagelife.checker.model.Cell;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Now;
import pagelife.checker.model.StepView;
import pagelife.checker.model.View;
import pagelife.models.page.TaskId;

/**
 * {@code seqcount_t}: writers, who exclude each other by other means, make a sequence odd while they write; a reader
 * that found it even, and finds the same at its end, has read nothing half written. include/linux/seqlock.h, 6.12.
 *
 * <p>A step that begins a write while one is under way fails, as lockdep asks in {@code seqprop_assert()} for the lock of
 * its writers; so does one that ends a write which nobody began, or another task, and the last step of a task that ends
 * within its write.
 *
 * @param cell the sequence
 */
public record Seqcount(Cell<Sequence> cell) {
    /**
     * The sequence.
     *
     * @param number how far it is; odd while somebody writes
     * @param writer the task that writes; empty if none does
     */
    public record Sequence(int number, Option<TaskId> writer) implements Borrowed {
        private static final Sequence NEW = new Sequence(0, Option.none());

        private Sequence next(Option<TaskId> by) {
            return new Sequence(number + 1, by);
        }

        private boolean isOdd() {
            return number % 2 != 0;
        }

        @Override
        public boolean isHeldBy(String task) {
            return writer.exists(by -> by.name().equals(task));
        }

        @Override
        public String holding() {
            return "writes";
        }

        @Override
        public String release() {
            return "write_seqcount_end";
        }

        @Override
        public String toString() {
            return number + writer.map(by -> ", written by " + by).getOrElse("");
        }
    }

    /** Declares one at 0. */
    public static Seqcount declare(ModelBuilder model, String name) {
        return new Seqcount(model.cell(name, Sequence.NEW));
    }

    /** {@code write_seqcount_begin}: odd from now on; a BUG if it is already. */
    public void writeBegin(StepView view) {
        view.bugOn(
                isBeingWritten(view),
                "a write of " + cell + " begins while another is under way: a writer takes a lock before"
                        + " write_seqcount_begin, and drops it after write_seqcount_end");
        view.write(cell, view.read(cell).next(Acting.task(view)));
    }

    /** {@code write_seqcount_end}: even again; a BUG if it is already, or if another task began the write. */
    public void writeEnd(StepView view) {
        view.bugOn(
                !isBeingWritten(view),
                "a write of " + cell
                        + " ends, and none is under way: pair write_seqcount_begin and write_seqcount_end");
        Sequence before = view.read(cell);
        view.bugOn(
                !before.writer().equals(Acting.task(view)),
                "a write of " + cell + ", which is " + before
                        + ", is ended by another: who calls write_seqcount_begin calls write_seqcount_end");
        view.write(cell, before.next(Option.none()));
    }

    /** {@code read_seqcount_begin}: waits until it is even. The sequence, for {@link #readRetry}. */
    public int readBegin(Now now) {
        now.await(!isBeingWritten(now));
        return rawRead(now);
    }

    /** {@code raw_read_seqcount}: the sequence, odd or even, for a reader that gives up rather than wait. */
    public int rawRead(View view) {
        return view.read(cell).number();
    }

    /** Whether the sequence is odd: {@code raw_read_seqcount(s) & 1}. */
    public boolean isBeingWritten(View view) {
        return view.read(cell).isOdd();
    }

    /** {@code read_seqcount_retry}: whether somebody wrote since {@code start}. */
    public boolean readRetry(View view, int start) {
        return rawRead(view) != start;
    }
}
