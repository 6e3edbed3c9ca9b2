package pagelife.models.bench;

import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;

/** A semaphore with a few permits and many tasks, each of three steps. */
public final class Semaphore {
    private Semaphore() {}

    /** So many tasks and permits, at least 1 each. */
    public static Model of(int tasks, int permits) {
        ModelBuilder builder = Model.builder("semaphore " + tasks + " " + permits);
        Cell<Integer> free = builder.cell("free", permits);
        for (int task = 0; task < tasks; task++) {
            builder.task("task" + task)
                    .forever()
                    .step("come", now -> {})
                    .step("down", now -> {
                        now.await(now.read(free) > 0);
                        now.change(free, count -> count - 1);
                    })
                    .step("up", now -> now.change(free, count -> count + 1));
        }
        return builder.build();
    }
}
