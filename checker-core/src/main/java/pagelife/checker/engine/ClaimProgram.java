package pagelife.checker.engine;

import java.util.function.Predicate;
import pagelife.checker.model.ModelException;
import pagelife.checker.model.View;

/** A claim about a state: its outcome is the watch when the state shows what is watched for. */
final class ClaimProgram extends Program {
    private final Watch watch;
    private final Predicate<View> shown;

    ClaimProgram(Watch watch) {
        this.watch = watch;
        this.shown = watch.shown();
    }

    Watch watch() {
        return watch;
    }

    @Override
    Watch run(Recorder recorder) {
        try {
            return shown.test(recorder) ? watch : null;
        } catch (ModelException e) {
            throw new ModelException(this + ": " + e.getMessage(), e);
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            throw new ModelException(
                    this + " threw " + e + " (" + recorder.readings() + "): a claim must not throw; mend it", e);
        }
    }

    @Override
    public String toString() {
        return "property " + watch.property().name();
    }
}
