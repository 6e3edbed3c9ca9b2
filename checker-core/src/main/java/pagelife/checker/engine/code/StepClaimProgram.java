package pagelife.checker.engine.code;

import io.vavr.collection.Seq;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Event;
import pagelife.checker.model.ModelException;
import pagelife.checker.model.Step;
import pagelife.checker.model.Transition;

/**
 * A claim about a step, on one effect of it. What the step read and wrote is known with the effect; only what the claim
 * reads beyond that is read from the state.
 */
public final class StepClaimProgram extends Program {
    private final Watch watch;
    private final Effect effect;
    private final Cells cells;

    public StepClaimProgram(Watch watch, Effect effect, Cells cells) {
        this.watch = watch;
        this.effect = effect;
        this.cells = cells;
    }

    Watch watch() {
        return watch;
    }

    @Override
    Watch.Alarm run(Recorder recorder) {
        recorder.begins(this);
        try {
            boolean holds = watch.stepProperty().holds().test(new Taken(recorder));
            recorder.requireUnchanged();
            return holds ? null : new Watch.Alarm(watch, effect);
        } catch (ModelException e) {
            throw new ModelException(this + ": " + e.getMessage(), e);
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            throw new ModelException(
                    this + " threw " + e + " on actor " + effect.step().actor() + ", step "
                            + effect.step().label() + " (" + recorder.readings()
                            + "): a claim must not throw; fix it",
                    e);
        }
    }

    @Override
    public String toString() {
        return "property " + watch.property().name();
    }

    /** The effect seen as a transition. */
    private final class Taken implements Transition {
        private final Recorder recorder;

        Taken(Recorder recorder) {
            this.recorder = recorder;
        }

        @Override
        public Step step() {
            return effect.step();
        }

        @Override
        @SuppressWarnings("unchecked") // a cell's domain holds values of its type only
        public <T> T before(Cell<T> cell) {
            int c = cells.check(cell);
            int known = effect.known(c);
            return known >= 0 ? (T) cells.domain(c).value(known) : recorder.read(cell);
        }

        @Override
        @SuppressWarnings("unchecked") // a cell's domain holds values of its type only
        public <T> T after(Cell<T> cell) {
            int c = cells.check(cell);
            int written = effect.written(c);
            return written >= 0 ? (T) cells.domain(c).value(written) : before(cell);
        }

        @Override
        public boolean hasRead(Cell<?> cell) {
            return effect.read(cells.check(cell));
        }

        @Override
        public boolean wrote(Cell<?> cell) {
            return effect.written(cells.check(cell)) >= 0;
        }

        @Override
        public Seq<Event> events() {
            return effect.events();
        }
    }
}
