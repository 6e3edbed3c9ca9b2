package pagelife.models;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Operations;
import pagelife.checker.model.Written;
import pagelife.models.page.TaskId;
import pagelife.models.page.Tasks;

/**
 * What is done with a protocol: a program for each task, and what was done before they began. It names operations, and knows
 * nothing of the model that gives them their meaning; so it can be written into a file. Immutable.
 *
 * @param tasks the programs by the name of the task, in the order of the tasks
 * @param setup what one task does to the end before the others begin
 */
public record Workload(LinkedHashMap<String, Written> tasks, Option<Written> setup) {
    /** Nobody does anything. */
    public static final Workload NONE = new Workload(LinkedHashMap.empty(), Option.none());

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

    /** This workload with {@code count} more tasks of one program: one has the plain name, several are numbered from 1. */
    public Workload tasks(String name, int count, String program) {
        return Tasks.named(name, count).foldLeft(this, (all, task) -> all.task(task.name(), program));
    }

    /** This workload after something was done. */
    public Workload after(Written done) {
        return new Workload(tasks, Option.some(done));
    }

    /** Whether an operation of this name is called by any task, before or while they run. */
    public boolean calls(String operation) {
        return programs().exists(program -> program.calls(operation));
    }

    /** How often an operation of this name is written. */
    public int count(String operation) {
        return programs().flatMap(Written::calls).count(call -> call.calls(operation));
    }

    /** The tasks that call an operation of this name. */
    public Seq<TaskId> callers(String operation) {
        Vector<TaskId> running = tasks.filterValues(program -> program.calls(operation))
                .keySet()
                .toVector()
                .map(TaskId::new);
        return setup.exists(program -> program.calls(operation))
                ? running.prepend(new TaskId(ModelBuilder.SETUP))
                : running;
    }

    private Seq<Written> programs() {
        return tasks.values().toVector().appendAll(setup);
    }

    /**
     * Declares the tasks.
     *
     * @throws pagelife.checker.model.TextException where a program calls what is no operation
     */
    public void declare(ModelBuilder model, Operations operations) {
        setup.map(operations::read).forEach(model::before);
        tasks.forEach((name, program) -> model.task(name, operations.read(program)));
    }
}
