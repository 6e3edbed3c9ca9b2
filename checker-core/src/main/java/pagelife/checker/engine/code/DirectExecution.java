package pagelife.checker.engine.code;

import java.util.Arrays;
import java.util.List;

/** Executes, during a search, the steps and step claims that are not recorded. One worker's own. */
public final class DirectExecution {
    private final Memo memo;
    private final Execution execution;
    private final Alarms alarms;
    /** For each step executed directly what it did on what it read; null where nothing was kept. */
    private final Outcomes[] outcomes;
    /** How many ints all of {@link #outcomes} take. */
    private long kept;
    /** The ids after a run that is not made again. */
    private int[] after = new int[0];

    private long executions;

    /** Runs kept take up to this part of the heap, for each worker; then they are forgotten. */
    private static final int PART_OF_HEAP = 64;

    private static final long MOST_INTS =
            Math.min(1 << 25, Runtime.getRuntime().maxMemory() / PART_OF_HEAP / Integer.BYTES);

    /** Who hears of successors: their ids, and the index of the step. */
    public interface Successors {
        void add(int[] ids, int step);
    }

    public DirectExecution(Memo memo, Alarms alarms) {
        this.memo = memo;
        this.execution = new Execution(memo.cells());
        this.alarms = alarms;
        this.outcomes = new Outcomes[memo.steps().length];
    }

    /**
     * Executes a program on the state of these ids.
     *
     * @return false if a new value did not fit the layout
     */
    public boolean run(Program program, int[] from, Successors successors) {
        if (program instanceof StepClaimProgram) {
            if (execution.outcome(program, from) instanceof Watch.Alarm alarm) {
                alarms.broken(alarm.watch(), alarm.effect(), from.clone());
            }
            return true;
        }
        StepProgram step = (StepProgram) program;
        return repeats(step, from, successors) || execute(step, from, successors);
    }

    /** Does what a step did on the same values before, if that is known. */
    private boolean repeats(StepProgram step, int[] from, Successors successors) {
        Outcomes known = outcomes[step.step().index()];
        if (known == null || memo.asksOfSteps() || !known.find(from)) {
            return false;
        }
        if (known.waits()) {
            return true;
        }
        if (!known.fits(memo.layout())) {
            return false; // and is told of when it is executed
        }
        if (after.length != from.length) {
            after = new int[from.length];
        }
        System.arraycopy(from, 0, after, 0, from.length);
        known.apply(after);
        successors.add(after, step.step().index());
        return true;
    }

    private void keep(StepProgram step, int[] from, List<Effect> effects) {
        int index = step.step().index();
        if (outcomes[index] == null) {
            outcomes[index] = new Outcomes();
        }
        if (effects.isEmpty()) {
            kept += outcomes[index].keepWait(execution.waitedOn(), from);
        } else if (effects.size() == 1
                && effects.get(0).choices().length == 0
                && !effects.get(0).fails()) {
            kept += outcomes[index].keep(effects.get(0), from);
        }
        if (kept > MOST_INTS) {
            Arrays.fill(outcomes, null);
            kept = 0;
        }
    }

    private boolean execute(StepProgram step, int[] from, Successors successors) {
        List<Effect> effects = execution.effects(step, from);
        if (!execution.waitedOn().isEmpty()) {
            memo.noteWait(step, execution.waitedOn());
        }
        for (Effect effect : effects) {
            executions++;
            memo.noteDirect(effect);
            if (!effect.fits(memo.layout())) {
                return false;
            }
            for (Watch watch : memo.stepWatches(effect)) {
                if (memo.isOpen(watch)
                        && execution.outcome(new StepClaimProgram(watch, effect, memo.cells()), from) != null) {
                    alarms.broken(watch, effect, from.clone());
                }
            }
            successors.add(Execution.apply(effect, from), step.step().index());
        }
        keep(step, from, effects);
        return true;
    }

    /** How often a step was executed. */
    public long executions() {
        return executions;
    }
}
