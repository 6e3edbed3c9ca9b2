package pagelife.models.kernel;

import pagelife.checker.model.Cell;
import pagelife.checker.model.Event;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.StepView;
import pagelife.checker.model.View;
import pagelife.models.page.Books;
import pagelife.models.page.Counted;
import pagelife.models.page.Holds;
import pagelife.models.page.Owner;
import pagelife.models.page.PageEvent.How;

/**
 * {@code refcount_t}: a count that saturates where it would wrap, come back from 0 or go below it, and stays there: a
 * leak instead of a use after free. include/linux/refcount.h, lib/refcount.c, 6.12.
 */
public final class Refcount {
    /** {@code REFCOUNT_SATURATED}: far from 0 on both sides. */
    public static final int SATURATED = Integer.MIN_VALUE / 2;

    /** {@code REFCOUNT_MAX}. */
    private static final int MAX = Integer.MAX_VALUE;

    /** {@code enum refcount_saturation_type}: what the kernel warns of. */
    public enum Warning {
        /** {@code REFCOUNT_ADD_OVF}: saturated; leaking memory. */
        OVERFLOW,
        /** {@code REFCOUNT_ADD_UAF}: addition on 0; use-after-free. */
        ADDITION_ON_ZERO,
        /** {@code REFCOUNT_SUB_UAF}: underflow; use-after-free. */
        UNDERFLOW,
        /** {@code REFCOUNT_DEC_LEAK}: decrement hit 0; leaking memory. */
        DECREMENT_HIT_ZERO
    }

    /** The kernel warns, and the count saturates: {@code refcount_warn_saturate}. */
    public record Saturates(Counted what, Warning warning) implements Event {
        @Override
        public String toString() {
            return "warning, " + what + " saturates: " + warning;
        }
    }

    private final Cell<Integer> cell;
    private final Counter counter;
    private final int max;

    private Refcount(Cell<Integer> cell, int max) {
        this.cell = cell;
        this.counter = new Counter(new CountId(cell.name()));
        this.max = max;
    }

    /** Declares a count: {@code refcount_set}, before anybody knows of it. */
    public static Refcount declare(ModelBuilder model, String name, int initial) {
        return declare(model, name, initial, MAX);
    }

    /** Declares a count that overflows beyond {@code max}, so that a small model comes there. */
    public static Refcount declare(ModelBuilder model, String name, int initial, int max) {
        return new Refcount(model.cell(name, initial), max);
    }

    /** What is counted. */
    public Counted what() {
        return counter.what();
    }

    /** Where the count stands. */
    public Cell<Integer> cell() {
        return cell;
    }

    /** {@code refcount_read}. */
    public int read(View view) {
        return view.read(cell);
    }

    /** {@code refcount_inc}: for who holds a reference already. */
    public void inc(StepView view, Owner owner) {
        add(view, owner, How.UNCONDITIONALLY);
    }

    /** {@code refcount_inc_not_zero}: whether a reference was taken. */
    public boolean incNotZero(StepView view, Owner owner) {
        boolean there = view.read(cell) != 0;
        if (there) {
            add(view, owner, How.UNLESS_ZERO);
        }
        return there;
    }

    private void add(StepView view, Owner owner, How how) {
        int before = view.read(cell);
        boolean wraps = before < 0 || before == max;
        int after = before == 0 || wraps ? SATURATED : before + 1;
        counter.got(view, 1, before, after, owner, how);
        store(view, after, wraps ? Warning.OVERFLOW : Warning.ADDITION_ON_ZERO);
    }

    /** {@code refcount_dec_and_test}: whether it was the last reference. */
    public boolean decAndTest(StepView view, Owner owner) {
        int before = view.read(cell);
        drop(view, before, before <= 0, Warning.UNDERFLOW, owner);
        return before == 1;
    }

    /** {@code refcount_dec}: for who knows that it is not the last reference. */
    public void dec(StepView view, Owner owner) {
        int before = view.read(cell);
        drop(view, before, before <= 1, Warning.DECREMENT_HIT_ZERO, owner);
    }

    private void drop(StepView view, int before, boolean saturates, Warning warning, Owner owner) {
        int after = saturates ? SATURATED : before - 1;
        counter.put(view, 1, before, after, owner);
        store(view, after, warning);
    }

    private void store(StepView view, int after, Warning warning) {
        view.write(cell, after);
        if (after == SATURATED) {
            view.tell(new Saturates(what(), warning));
        }
    }

    /** That somebody holds a reference: what a place of a script {@code has}. */
    public Holds heldBy(Owner owner) {
        return new Holds(what(), owner, 1);
    }

    /** Those books with this count. */
    public Books in(Books books) {
        return books.count(what(), cell, refs -> refs, (before, refs) -> refs);
    }
}
