package pagelife.checker.observe;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Operation;
import pagelife.checker.model.Program;
import pagelife.checker.model.Script;

/**
 * The program of a recorded task: again and again it waits until it is seen to begin something, and begins that. So a
 * task that did thousands of operations has the few different ones among them as its program, and a run that explains
 * a recording is a run of the model: nothing is put into a state from outside.
 */
public final class Recorded {
    /** A task between two operations: its only step begins the next one. To wait there forever is no deadlock. */
    public static final Operation NEXT = Operation.of(
            "next",
            "begin whatever comes next",
            task -> new Script().step("next begin", now -> {}).serves());

    private Recorded() {}

    /**
     * The program of a task that does nothing but these.
     *
     * @param calls the operations with their arguments, each once, at least one
     */
    public static Program program(Seq<Program> calls) {
        return new Program.Loop(new Program.Sequence(
                Vector.of(NEXT.call(), calls.size() == 1 ? calls.head() : new Program.Either(calls.toVector()))));
    }
}
