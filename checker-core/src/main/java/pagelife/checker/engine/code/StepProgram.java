package pagelife.checker.engine.code;

import java.util.function.Supplier;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Control;
import pagelife.checker.model.ModelException;
import pagelife.checker.model.Step;
import pagelife.checker.model.StepFailed;

/** A step of the model. It first reads where its actor is. */
public final class StepProgram extends Program {
    private final Step step;

    StepProgram(Step step) {
        this.step = step;
    }

    public Step step() {
        return step;
    }

    /** The first branch stays: an actor that is elsewhere needs no execution to be known to do nothing. */
    @Override
    void forget() {
        super.forget();
        if (direct()) {
            root().reads(step.actor().control().index());
        }
    }

    @Override
    boolean mayRun(Cells cells, int[] ids) {
        int control = step.actor().control().index();
        return step.startsAt((Control) cells.domain(control).value(ids[control]));
    }

    @Override
    Effect run(Recorder recorder) {
        recorder.begins(this);
        Actor actor = step.actor();
        Control at = recorder.read(actor.control());
        if (!step.startsAt(at)) {
            return null;
        }
        recorder.actAs(actor);
        return guard(recorder, () -> {
            Control next;
            try {
                next = step.take(at, recorder);
            } catch (StepFailed e) {
                return recorder.failed(step, at, e.failure());
            }
            recorder.requireUnchanged();
            return next == Control.End.WAITS ? waits(recorder) : goes(next, recorder);
        });
    }

    private static Effect waits(Recorder recorder) {
        if (!recorder.writings().isEmpty()) {
            throw new ModelException("it writes " + recorder.writings() + " and then waits (" + recorder.readings()
                    + "): a step happens whole or not at all; test before writing");
        }
        return null;
    }

    private Effect goes(Control next, Recorder recorder) {
        Class<?> family = step.actor().family();
        if (next == null || next != Control.finished() && !family.isInstance(next)) {
            throw new ModelException("it goes to " + next + " (" + recorder.readings() + "): it must return a "
                    + family.getSimpleName() + ", Control.finished() or view.waits()");
        }
        return recorder.effect(step, next);
    }

    /** Says of every error in the model's code, also in that of its values, which step it was. */
    private Effect guard(Recorder recorder, Supplier<Effect> code) {
        try {
            return code.get();
        } catch (Runaway e) {
            throw new Runaway(this + ": " + e.getMessage());
        } catch (ModelException e) {
            throw new ModelException(this + ": " + e.getMessage(), e);
        } catch (RuntimeException | StackOverflowError | AssertionError e) { // of a value that it wrote
            throw new ModelException(
                    this + " threw " + e + " (" + recorder.readings() + "): equals and hashCode must not throw; fix it",
                    e);
        }
    }

    @Override
    public String toString() {
        return "actor " + step.actor() + ", step " + step.label();
    }
}
