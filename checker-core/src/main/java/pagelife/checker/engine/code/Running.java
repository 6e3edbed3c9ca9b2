package pagelife.checker.engine.code;

import io.vavr.control.Option;

/**
 * Code of the model that was running at some moment.
 *
 * @param recorder what it looks through
 * @param program the code
 * @param run which run of that recorder it is
 */
public record Running(Recorder recorder, Program program, long run) {
    /** What is running now; empty if nothing is. */
    public static Option<Running> in(Cells cells) {
        for (Recorder recorder : cells.recorders()) {
            Program program = recorder.program();
            if (program != null) {
                return Option.some(new Running(recorder, program, recorder.runs()));
            }
        }
        return Option.none();
    }

    /** Whether the same run is still going on. */
    public boolean goesOn() {
        return recorder.program() == program && recorder.runs() == run;
    }

    /** Makes it end as soon as it looks at the state again. */
    public void halt(String why) {
        recorder.halt(why);
    }

    @Override
    public String toString() {
        return program.toString();
    }
}
