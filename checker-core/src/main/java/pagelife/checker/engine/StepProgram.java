package pagelife.checker.engine;

import pagelife.checker.model.Actor;
import pagelife.checker.model.Control;
import pagelife.checker.model.ModelException;
import pagelife.checker.model.Step;

/** A step of the model. It first reads where its actor is. */
final class StepProgram extends Program {
    private final Step step;

    StepProgram(Step step) {
        this.step = step;
    }

    Step step() {
        return step;
    }

    @Override
    boolean mayRun(Cells cells, int[] ids) {
        int control = step.actor().control().index();
        return step.from().isInstance(cells.domain(control).value(ids[control]));
    }

    @Override
    Effect run(Recorder recorder) {
        Actor actor = step.actor();
        Control at = recorder.read(actor.control());
        if (!step.from().isInstance(at)) {
            return null;
        }
        recorder.actAs(actor);
        Control next = take(at, recorder);
        if (next == Control.End.WAITS) {
            if (recorder.hasWritten()) {
                throw new ModelException(this + " writes and then waits (" + recorder.readings()
                        + "): a step happens whole or not at all; test before writing");
            }
            return null;
        }
        if (next == null || next != Control.finished() && !actor.family().isInstance(next)) {
            throw new ModelException(this + " goes to " + next + " (" + recorder.readings() + "): it must return a "
                    + actor.family().getSimpleName() + ", Control.finished() or view.waits()");
        }
        return recorder.effect(step, next);
    }

    private Control take(Control at, Recorder recorder) {
        try {
            return step.take(at, recorder);
        } catch (ModelException e) {
            throw new ModelException(this + ": " + e.getMessage(), e);
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            throw new ModelException(
                    this + " threw " + e + " (" + recorder.readings() + "): a step must not throw; mend it", e);
        }
    }

    @Override
    public String toString() {
        return "actor " + step.actor() + ", step " + step.label();
    }
}
