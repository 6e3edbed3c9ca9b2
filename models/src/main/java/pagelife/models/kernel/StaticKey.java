package pagelife.models.kernel;

import pagelife.checker.model.Cell;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.StepView;
import pagelife.checker.model.View;

/**
 * {@code struct static_key}: a branch that is patched into the code while at least one user has enabled it. The patch
 * is one step here; the kernel's reaches all CPUs before {@code static_branch_inc} returns. kernel/jump_label.c, 6.12.
 *
 * @param cell how many users have enabled it
 */
public record StaticKey(Cell<Integer> cell) {
    /** Declares one that is off: {@code DEFINE_STATIC_KEY_FALSE}. */
    public static StaticKey declare(ModelBuilder model, String name) {
        return new StaticKey(model.cell(name, 0));
    }

    /** {@code static_branch_inc}. */
    public void inc(StepView view) {
        view.write(cell, view.read(cell) + 1);
    }

    /** {@code static_branch_dec}: an error when it is off. */
    public void dec(StepView view) {
        if (view.read(cell) == 0) {
            throw new IllegalStateException(cell + " is disabled more often than enabled: pair the calls");
        }
        view.write(cell, view.read(cell) - 1);
    }

    /** {@code static_branch_unlikely}: whether the branch is taken. */
    public boolean isEnabled(View view) {
        return view.read(cell) > 0;
    }
}
