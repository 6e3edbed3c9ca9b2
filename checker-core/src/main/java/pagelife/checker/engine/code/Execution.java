package pagelife.checker.engine.code;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Runs the model's own code on a state, past all tries: for traces, for audits and for steps that are not recorded. */
public final class Execution {
    private final Recorder recorder;
    private final BitSet waiting = new BitSet();

    public Execution(Cells cells) {
        this.recorder = new Recorder(cells);
    }

    /** Every effect that {@code program}, a step, has on the state of {@code ids}, in the order of its choices. */
    public List<Effect> effects(StepProgram program, int[] ids) {
        List<Effect> found = new ArrayList<>();
        waiting.clear();
        int[] choices = {};
        do {
            start(ids, choices);
            Effect effect = program.run(recorder);
            recorder.end();
            if (effect == null) {
                waiting.or(recorder.allRead());
            } else {
                found.add(effect);
            }
            choices = recorder.nextChoices();
        } while (choices.length > 0);
        return found;
    }

    /** What the step of the last {@link #effects} had read where it had to wait; empty if it never had to. */
    BitSet waitedOn() {
        return waiting;
    }

    /** What a claim about a state or about an effect on it comes to: null when there is nothing to show. */
    public Object outcome(Program claim, int[] ids) {
        start(ids, new int[0]);
        Object outcome = claim.run(recorder);
        recorder.end();
        return outcome;
    }

    private void start(int[] ids, int[] choices) {
        System.arraycopy(ids, 0, recorder.ids(), 0, ids.length);
        recorder.start(null, choices);
    }

    /** The ids of the state after {@code effect}. */
    public static int[] apply(Effect effect, int[] ids) {
        int[] after = ids.clone();
        for (int i = 0; i < effect.cells().length; i++) {
            after[effect.cells()[i]] = effect.after()[i];
        }
        return after;
    }
}
