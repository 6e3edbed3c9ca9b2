package pagelife.checker.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import pagelife.checker.model.ModelException;

/**
 * Re-executes the model's own code on one state in so many and compares with what the tries said. A mismatch is an impure
 * step, an impure claim or a mutable value, and a {@link ModelException}.
 */
final class Auditor {
    private final Memo memo;
    private final Execution execution;
    private final ClaimAuditor claims;
    private final int every;
    private final int[] ids;
    private long audited;
    private int countdown;

    Auditor(Memo memo, int every) {
        this.memo = memo;
        this.execution = new Execution(memo.cells());
        this.claims = new ClaimAuditor(memo, execution);
        this.every = every;
        this.countdown = every;
        this.ids = new int[memo.cells().count()];
    }

    /** Starts over with another layout. */
    void clear(Layout layout) {
        claims.clear(layout);
    }

    /** Says which watches are still of interest. */
    void watch(BitSet watches) {
        claims.watch(watches);
    }

    /**
     * Compares the successors from {@code from} on in the walker's buffer with those of the code, and the answers of the
     * claims, if it is time to.
     *
     * @param alarmed the watches that the steps from this state have alarmed
     */
    void check(long[] packed, int offset, Walker walker, int from, BitSet alarmed) {
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
        List<Effect> effects = new ArrayList<>();
        for (StepProgram program : memo.steps()) {
            effects.addAll(execution.effects(program, ids));
        }
        effects.forEach(effect -> match(effect, walker, from, replayed, matched));
        for (int i = 0; i < matched.length; i++) {
            if (!matched[i]) {
                int effect = walker.effects()[from + i];
                throw mismatch(effect < 0 ? "a step" : name(memo.effect(effect)), "was possible before and is not now");
            }
        }
        claims.checkState(packed, offset, ids);
        claims.checkSteps(effects, alarmed, ids);
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
