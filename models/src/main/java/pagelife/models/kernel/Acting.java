package pagelife.models.kernel;

import io.vavr.control.Option;
import pagelife.checker.model.ModelException;
import pagelife.checker.model.Now;
import pagelife.checker.model.StepView;
import pagelife.models.page.Owner;
import pagelife.models.page.TaskId;

/** Whether a step says truly who takes it, and for whom: two tasks under one name would be one sleeper, one holder. */
final class Acting {
    private Acting() {}

    /**
     * Refuses a step of a script that does something as another task than its own.
     *
     * @param call what it does, such as {@code prepare_to_wait}
     */
    static void require(StepView view, TaskId task, String call) {
        if (view instanceof Now now && !now.task().equals(task.name())) {
            throw new ModelException("it calls " + call + " as task " + task + ", and is a step of " + now.task()
                    + ": give the task that takes the step, new TaskId(\"" + now.task()
                    + "\"), or TaskId.of(task) in an operation");
        }
    }

    /** Whose step it is, as far as a view tells: that of a script does. */
    static Option<TaskId> task(StepView view) {
        return view instanceof Now now ? Option.some(new TaskId(now.task())) : Option.none();
    }

    /** Refuses a step of a script that counts for a task which the model has not: nobody would hold what is counted. */
    static void require(StepView view, Owner owner) {
        if (view instanceof Now now) {
            owner.refusal(now.tasks()).forEach(why -> {
                throw new ModelException("it counts for " + owner + ", and " + why);
            });
        }
    }
}
