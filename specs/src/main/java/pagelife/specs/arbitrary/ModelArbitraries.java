package pagelife.specs.arbitrary;

import io.vavr.collection.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import pagelife.checker.model.Model;
import pagelife.checker.model.Sort;
import pagelife.models.Workload;
import pagelife.specs.Subject;
import pagelife.specs.litmus.Run;

/** What jqwik can draw for a model: workloads, runs, values. They shrink as lists and numbers do. */
@SuppressWarnings("exports") // who calls this reads jqwik anyway, and who does not need not have it
public final class ModelArbitraries {
    private ModelArbitraries() {}

    /**
     * Workloads of a protocol: one to {@code tasks} programs of one to {@code calls} calls, of lists of numbers as
     * {@link Programs#workload(io.vavr.collection.Seq)} reads them; they shrink to fewer tasks, fewer calls, and calls
     * that stand earlier among {@link Programs#calls}.
     *
     * @throws IllegalArgumentException where the protocol has no operations
     */
    public static Arbitrary<Workload> programs(Subject subject, int tasks, int calls) {
        Programs programs = Programs.of(subject);
        return Arbitraries.integers()
                .between(0, programs.calls().size() - 1)
                .list()
                .ofMinSize(1)
                .ofMaxSize(calls)
                .map(Vector::ofAll)
                .list()
                .ofMinSize(1)
                .ofMaxSize(tasks)
                .map(lists -> programs.workload(Vector.ofAll(lists)))
                .filter(workload -> !workload.tasks().isEmpty());
    }

    /**
     * Runs of a model of at most so many steps. See {@link Schedules#run(io.vavr.collection.Seq)}; they shrink to
     * shorter ones, in which tasks that are declared earlier go first.
     */
    public static Arbitrary<Run> schedules(Model model, int steps) {
        Schedules schedules = Schedules.of(model);
        return Arbitraries.integers()
                .between(0, Integer.MAX_VALUE)
                .list()
                .ofMaxSize(steps)
                .map(numbers -> schedules.run(Vector.ofAll(numbers)));
    }

    /** The identities of a sort; they shrink to the first. */
    public static <T> Arbitrary<T> values(Sort<T> sort) {
        return Arbitraries.of(sort.values().asJava());
    }
}
