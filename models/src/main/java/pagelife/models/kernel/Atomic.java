package pagelife.models.kernel;

import pagelife.checker.model.Cell;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.StepView;
import pagelife.checker.model.View;

/**
 * {@code atomic_t}: a number that is changed by one indivisible instruction. Each call is that instruction; two calls
 * in two steps are two instructions, between which anybody may act. include/linux/atomic/atomic-arch-fallback.h, 6.12.
 *
 * @param cell where the number stands
 */
public record Atomic(Cell<Integer> cell) {
    /** Declares a number. */
    public static Atomic declare(ModelBuilder model, String name, int initial) {
        return new Atomic(model.cell(name, initial));
    }

    /** {@code atomic_read}: a plain load, ordered with nothing. */
    public int read(View view) {
        return view.read(cell);
    }

    /** {@code atomic_set}: a plain store, whatever came between. */
    public void set(StepView view, int value) {
        view.write(cell, value);
    }

    /** {@code atomic_inc}. */
    public void inc(StepView view) {
        fetchAdd(view, 1);
    }

    /** {@code atomic_dec}. */
    public void dec(StepView view) {
        fetchAdd(view, -1);
    }

    /** {@code atomic_fetch_add}: the number before it. */
    public int fetchAdd(StepView view, int amount) {
        int before = view.read(cell);
        view.write(cell, before + amount);
        return before;
    }

    /** {@code atomic_add_return}: the number after it. */
    public int addReturn(StepView view, int amount) {
        return fetchAdd(view, amount) + amount;
    }

    /** {@code atomic_dec_and_test}: whether the number is 0 after it. */
    public boolean decAndTest(StepView view) {
        return addReturn(view, -1) == 0;
    }

    /** {@code atomic_xchg}: the number before it. */
    public int xchg(StepView view, int value) {
        int before = view.read(cell);
        view.write(cell, value);
        return before;
    }

    /** {@code atomic_cmpxchg}: stores {@code value} where the number is {@code expected}. The number before it. */
    public int cmpxchg(StepView view, int expected, int value) {
        int before = view.read(cell);
        if (before == expected) {
            view.write(cell, value);
        }
        return before;
    }

    /** {@code atomic_try_cmpxchg}: whether it stored. */
    public boolean tryCmpxchg(StepView view, int expected, int value) {
        return cmpxchg(view, expected, value) == expected;
    }

    /** {@code atomic_add_unless}: adds unless the number is {@code unless}. Whether it added. */
    public boolean addUnless(StepView view, int amount, int unless) {
        boolean adds = view.read(cell) != unless;
        if (adds) {
            fetchAdd(view, amount);
        }
        return adds;
    }

    /** {@code atomic_inc_not_zero}: whether it added. */
    public boolean incNotZero(StepView view) {
        return addUnless(view, 1, 0);
    }
}
