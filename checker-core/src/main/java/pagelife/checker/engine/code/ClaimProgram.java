package pagelife.checker.engine.code;

import java.util.function.Predicate;
import pagelife.checker.model.ModelException;
import pagelife.checker.model.View;

/** A claim about a state: its outcome is the watch when the state shows what is watched for. */
public final class ClaimProgram extends Program {
    private final Watch watch;
    private final Predicate<View> shown;
    private final int index;

    /** A claim by itself. */
    public ClaimProgram(Watch watch) {
        this(watch, -1);
    }

    /** One of several, by its place among them. */
    ClaimProgram(Watch watch, int index) {
        this.watch = watch;
        this.shown = watch.shown();
        this.index = index;
    }

    int index() {
        return index;
    }

    public Watch watch() {
        return watch;
    }

    @Override
    Watch run(Recorder recorder) {
        recorder.begins(this);
        try {
            boolean seen = shown.test(recorder);
            recorder.requireUnchanged();
            return seen ? watch : null;
        } catch (ModelException e) {
            throw new ModelException(this + ": " + e.getMessage(), e);
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            throw new ModelException(
                    this + " threw " + e + " (" + recorder.readings() + "): a claim must not throw; fix it", e);
        }
    }

    @Override
    public String toString() {
        return "property " + watch.property().name();
    }
}
