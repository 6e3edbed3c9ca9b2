package pagelife.checker.engine.runs;

import java.util.Arrays;
import pagelife.checker.engine.code.Effect;
import pagelife.checker.engine.code.Execution;
import pagelife.checker.engine.code.Memo;
import pagelife.checker.engine.code.StepProgram;
import pagelife.checker.engine.pack.Layout;
import pagelife.checker.engine.store.PackedStates;
import pagelife.checker.engine.store.StateIndex;
import pagelife.checker.engine.walk.Walker;
import pagelife.checker.liveness.Rows;

/**
 * Makes the rows of the state graph by exploring states once more, from the tries. The successors of a block are looked
 * up together, so that cache misses overlap.
 */
final class RowMaker implements Rows.Source {
    private final Memo memo;
    private final PackedStates states;
    private final StateIndex index;
    private final Walker walker;
    private final Execution execution;
    private final int[] ids;
    private int[] stepOfEffect = new int[64];
    private int[] targets = new int[64];

    /** Makes rows with a walker that knows its way. */
    RowMaker(Memo memo, PackedStates states, StateIndex index, Walker walker) {
        this.memo = memo;
        this.states = states;
        this.index = index;
        this.walker = walker;
        this.execution = new Execution(memo.cells());
        this.ids = new int[memo.cells().count()];
        Arrays.fill(stepOfEffect, -1);
    }

    @Override
    public void make(int[] wanted, int count, Rows rows) {
        walker.truncate(0);
        int[] ends = new int[count];
        boolean[] outgrown = new boolean[count];
        for (int i = 0; i < count; i++) {
            outgrown[i] = !walker.expand(states.chunkOf(wanted[i]), states.offsetOf(wanted[i]));
            ends[i] = walker.count();
        }
        lookUp();
        int edge = 0;
        for (int i = 0; i < count; i++) {
            rows.begin();
            if (outgrown[i] || mayFailUnrecorded(wanted[i], edge, ends[i])) {
                execute(wanted[i], rows);
                edge = ends[i];
            }
            for (; edge < ends[i]; edge++) {
                int effect = walker.effects()[edge];
                rows.add(effect >= 0 && memo.effect(effect).fails() ? Rows.FAILED : targets[edge], step(effect));
            }
            rows.end(wanted[i]);
        }
    }

    /** Whether a step that was executed directly changed nothing, as one does that fails. */
    private boolean mayFailUnrecorded(int state, int from, int to) {
        for (int edge = from; edge < to; edge++) {
            if (walker.effects()[edge] < 0 && targets[edge] == state) {
                return true;
            }
        }
        return false;
    }

    private void lookUp() {
        int words = memo.layout().words();
        int count = walker.count();
        if (targets.length < count) {
            targets = new int[2 * count];
        }
        long[] successors = walker.successors();
        for (int i = 0; i < count; i++) {
            targets[i] = index.find(successors, i * words);
        }
    }

    private int step(int effect) {
        if (effect < 0) {
            return ~effect;
        }
        if (effect >= stepOfEffect.length) {
            int known = stepOfEffect.length;
            stepOfEffect = Arrays.copyOf(stepOfEffect, Math.max(effect + 1, 2 * known));
            Arrays.fill(stepOfEffect, known, stepOfEffect.length, -1);
        }
        if (stepOfEffect[effect] < 0) {
            stepOfEffect[effect] = memo.effect(effect).step().index();
        }
        return stepOfEffect[effect];
    }

    /**
     * For a state at the edge of what a limit allowed to explore, where some successor has a value that has no room; and
     * where it has to be known whether a step fails.
     */
    private void execute(int state, Rows rows) {
        Layout layout = memo.layout();
        layout.unpack(states.chunkOf(state), states.offsetOf(state), ids);
        long[] packed = new long[layout.words()];
        for (StepProgram program : memo.steps()) {
            for (Effect effect : execution.effects(program, ids)) {
                int target = effect.fails() ? Rows.FAILED : Rows.UNKNOWN;
                if (target == Rows.UNKNOWN && effect.fits(layout)) {
                    layout.pack(Execution.apply(effect, ids), packed, 0);
                    target = index.find(packed, 0);
                }
                rows.add(target, program.step().index());
            }
        }
    }
}
