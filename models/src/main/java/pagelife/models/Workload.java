package pagelife.models;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Operations;
import pagelife.checker.model.Written;
import pagelife.checker.observe.Recorded;
import pagelife.models.page.TaskId;
import pagelife.models.page.Tasks;

/**
 * What is done with a protocol: a program for each task, and what was done before they began. It names operations, and
 * knows nothing of the model that gives them their meaning; so it can be written into a file. Immutable.
 *
 * @param tasks the programs by the name of the task, in the order of the tasks
 * @param setup what is done to the end, one after the other, before the tasks begin
 */
public record Workload(LinkedHashMap<String, Written> tasks, Vector<Before> setup) {
    /** Nobody does anything. */
    public static final Workload NONE = new Workload(LinkedHashMap.empty(), Vector.empty());

    /**
     * Who does something before the tasks begin: one of them, or {@link ModelBuilder#SETUP}, who has nothing else to
     * do.
     */
    public record Before(String task, Written program) {
        @Override
        public String toString() {
            return task.equals(ModelBuilder.SETUP) ? program.toString() : task + ": " + program;
        }
    }

    /** This workload with one more task. */
    public Workload task(String name, String program) {
        return task(name, Written.parse(program));
    }

    /** This workload with one more task. */
    public Workload task(String name, Written program) {
        if (tasks.containsKey(name)) {
            throw new IllegalArgumentException("task " + name + " has two programs: names are unique; rename one");
        }
        return new Workload(tasks.put(name, program), setup);
    }

    /**
     * This workload with {@code count} more tasks of one program: one has the plain name, several are numbered from 1.
     */
    public Workload tasks(String name, int count, String program) {
        return Tasks.named(name, count).foldLeft(this, (all, task) -> all.task(task.name(), program));
    }

    /**
     * This workload after something was done: {@code read mm0 0; gup: pin slow mm0 0} is a read by nobody in
     * particular, then a pin that the task {@code gup} has when it begins.
     */
    public Workload after(Written done) {
        Seq<Written> parts = done instanceof Written.Sequence sequence ? sequence.parts() : Vector.of(done);
        return new Workload(tasks, setup.appendAll(parts.map(Workload::before)));
    }

    /** This workload after something was done, written as for {@link #after(Written)}. */
    public Workload after(String done) {
        return after(Written.parse(done));
    }

    private static Before before(Written part) {
        String first = part instanceof Written.Call call ? call.words().head().text() : "";
        return first.endsWith(":")
                ? new Before(
                        first.substring(0, first.length() - 1),
                        new Written.Call(((Written.Call) part).words().tail()))
                : new Before(ModelBuilder.SETUP, part);
    }

    /** Whether an operation of this name is called by any task, before or while they run. */
    public boolean calls(String operation) {
        return programs().exists(program -> program.calls(operation));
    }

    /** How often an operation of this name is written. */
    public int count(String operation) {
        return programs().flatMap(Written::calls).count(call -> call.calls(operation));
    }

    /** The tasks that call an operation of this name, before or while they run. */
    public Seq<TaskId> callers(String operation) {
        Seq<String> early =
                setup.filter(before -> before.program().calls(operation)).map(Before::task);
        return early.appendAll(
                        tasks.filterValues(program -> program.calls(operation)).keySet())
                .distinct()
                .map(TaskId::new);
    }

    private Seq<Written> programs() {
        return setup.map(Before::program).appendAll(tasks.values());
    }

    /**
     * Declares the tasks.
     *
     * @throws pagelife.checker.model.TextException where a program calls what is no operation
     */
    public void declare(ModelBuilder model, Operations operations) {
        Operations all = new Operations(operations.all().append(Recorded.NEXT));
        setup.forEach(before -> model.before(before.task(), operations.read(before.program())));
        tasks.forEach((name, program) -> model.task(name, all.read(program)));
    }
}
