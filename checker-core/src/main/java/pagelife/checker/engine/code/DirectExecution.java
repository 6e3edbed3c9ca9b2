package pagelife.checker.engine.code;

import java.util.List;

/** Executes, during a search, the steps and step claims that are not recorded. One worker's own. */
public final class DirectExecution {
    private final Memo memo;
    private final Execution execution;
    private final Alarms alarms;
    private long executions;

    /** Who hears of successors: their ids, and the index of the step. */
    public interface Successors {
        void add(int[] ids, int step);
    }

    public DirectExecution(Memo memo, Alarms alarms) {
        this.memo = memo;
        this.execution = new Execution(memo.cells());
        this.alarms = alarms;
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
        return true;
    }

    /** How often a step was executed. */
    public long executions() {
        return executions;
    }
}
