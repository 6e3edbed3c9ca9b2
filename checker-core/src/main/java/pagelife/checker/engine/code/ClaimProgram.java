package pagelife.checker.engine.code;

import pagelife.checker.model.ModelException;

/** A claim about a state: its outcome is the watch when the state shows what is watched for. */
public final class ClaimProgram extends Program {
    private final Watch watch;

    public ClaimProgram(Watch watch) {
        this.watch = watch;
    }

    public Watch watch() {
        return watch;
    }

    @Override
    Watch run(Recorder recorder) {
        try {
            boolean seen = watch.shown().test(recorder);
            recorder.requireUnchanged();
            return seen ? watch : null;
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
