package pagelife.specs.arbitrary;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.random.RandomGenerator;
import pagelife.checker.model.Operations;
import pagelife.checker.model.Program;
import pagelife.models.Workload;
import pagelife.specs.Subject;
import pagelife.specs.workloads.Alphabet;
import pagelife.specs.workloads.Mix;
import pagelife.specs.workloads.Selection;

/**
 * Workloads by number: a program is a list of numbers, each of which stands for a call. Any lists give a workload, and
 * equal lists give equal ones. Immutable.
 */
public final class Programs {
    private final Alphabet alphabet;

    private Programs(Alphabet alphabet) {
        this.alphabet = alphabet;
    }

    /**
     * Workloads of these operations, but for those that are a narrower form of another.
     *
     * @throws IllegalArgumentException where there are none
     */
    public static Programs of(Operations operations) {
        return of(operations, Selection.USUAL);
    }

    /**
     * Workloads of those of these operations that are selected.
     *
     * @throws IllegalArgumentException where there are none, or the selection names what is none
     */
    public static Programs of(Operations operations, Selection selection) {
        Alphabet alphabet = Alphabet.of(operations, selection);
        if (!Vector.range(0, alphabet.size()).exists(letter -> alphabet.makesSense(Vector.of(letter)))) {
            throw new IllegalArgumentException("the protocol has no operations: its tasks are given, and there are no"
                    + " programs to write; declare what tasks can be asked to do with operations");
        }
        return new Programs(alphabet);
    }

    /**
     * Workloads of the operations of a protocol.
     *
     * @throws IllegalArgumentException where it has none, or cannot be built
     */
    public static Programs of(Subject subject) {
        return of(subject.inquiry().protocol().operations());
    }

    /** What a task can be asked to do in one call: call {@code k} is what the number k stands for. */
    public Vector<Program.Call> calls() {
        return alphabet.calls();
    }

    /**
     * The workload with a task for each list. A number stands for a call, modulo how many calls there are; a call that
     * undoes what its task has not done is left out, and so is a task that is left with none. Tasks are called after
     * what they do first, longer programs first.
     */
    public Workload workload(Seq<? extends Seq<Integer>> programs) {
        return Mix.of(programs.map(this::program).filter(program -> !program.isEmpty()))
                .workload(alphabet, Workload.NONE);
    }

    private Vector<Integer> program(Seq<Integer> numbers) {
        return numbers.map(number -> Math.floorMod(number, alphabet.size()))
                .foldLeft(Vector.empty(), (begun, letter) -> {
                    Vector<Integer> longer = begun.append(letter);
                    return alphabet.makesSense(longer) ? longer : begun;
                });
    }

    /**
     * A workload of one to {@code tasks} programs of one to {@code calls} calls, each drawn evenly among those that
     * make sense.
     */
    public Workload workload(RandomGenerator random, int tasks, int calls) {
        int wanted = 1 + random.nextInt(tasks);
        return workload(Vector.fill(wanted, () -> drawn(random, 1 + random.nextInt(calls))));
    }

    private Vector<Integer> drawn(RandomGenerator random, int calls) {
        Vector<Integer> drawn = Vector.empty();
        for (int i = 0; i < calls; i++) {
            Vector<Integer> begun = drawn;
            Vector<Integer> next =
                    Vector.range(0, alphabet.size()).filter(letter -> alphabet.makesSense(begun.append(letter)));
            drawn = drawn.append(next.get(random.nextInt(next.size())));
        }
        return drawn;
    }
}
