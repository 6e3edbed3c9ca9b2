package pagelife.checker.engine;

import java.util.Arrays;
import pagelife.checker.model.ModelException;

/**
 * Re-executes the model's own code on one state in so many and compares with what the tries said. A mismatch is an impure
 * step or a mutable value, and a {@link ModelException}.
 */
final class Auditor {
    private final Memo memo;
    private final Execution execution;
    private final int every;
    private final int[] ids;
    private long audited;
    private int countdown;

    Auditor(Memo memo, int every) {
        this.memo = memo;
        this.execution = new Execution(memo.cells());
        this.every = every;
        this.countdown = every;
        this.ids = new int[memo.cells().count()];
    }

    /** Compares the successors from {@code from} on in the walker's buffer with those of the code, if it is time to. */
    void check(long[] packed, int offset, Walker walker, int from) {
        if (every == 0 || --countdown > 0) {
            return;
        }
        countdown = every;
        audited++;
        Layout layout = memo.layout();
        int words = layout.words();
        layout.unpack(packed, offset, ids);
        long[][] replayed = new long[walker.count() - from][];
        Arrays.setAll(
                replayed, i -> Arrays.copyOfRange(walker.successors(), (from + i) * words, (from + i + 1) * words));
        boolean[] matched = new boolean[replayed.length];
        for (StepProgram program : memo.steps()) {
            for (Effect effect : execution.effects(program, ids)) {
                match(effect, walker, from, replayed, matched);
            }
        }
        for (int i = 0; i < matched.length; i++) {
            if (!matched[i]) {
                int effect = walker.effects()[from + i];
                throw mismatch(effect < 0 ? "a step" : name(memo.effect(effect)), "was possible before and is not now");
            }
        }
    }

    private void match(Effect effect, Walker walker, int from, long[][] replayed, boolean[] matched) {
        Layout layout = memo.layout();
        long[] expected = new long[layout.words()];
        int[] after = Execution.apply(effect, ids);
        for (int cell = 0; cell < after.length; cell++) {
            if (!layout.fits(cell, after[cell])) {
                throw mismatch(
                        name(effect), "now writes a value to " + memo.cells().name(cell) + " that it did not before");
            }
        }
        layout.pack(after, expected, 0);
        for (int i = 0; i < replayed.length; i++) {
            int kept = walker.effects()[from + i];
            if (!matched[i]
                    && (kept < 0 || memo.effect(kept).step() == effect.step())
                    && Arrays.equals(replayed[i], expected)) {
                matched[i] = true;
                return;
            }
        }
        throw mismatch(name(effect), "does something else now than when it ran first");
    }

    private static String name(Effect effect) {
        return "actor " + effect.step().actor() + ", step " + effect.step().label();
    }

    private ModelException mismatch(String who, String what) {
        int[] all = new int[ids.length];
        Arrays.setAll(all, cell -> cell);
        return new ModelException(
                who + " " + what + ", in the state " + memo.cells().show(all, all.length, ids)
                        + ": a step may depend on what it reads through its view only, and values must be immutable; remove"
                        + " clocks, statics, randomness and mutable fields");
    }

    /** How many states were audited. */
    long audited() {
        return audited;
    }
}
