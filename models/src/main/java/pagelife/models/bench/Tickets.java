package pagelife.models.bench;

import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;

/** A ticket lock whose tickets go up to hundreds: who comes draws the next one, and waits until it is served. */
public final class Tickets {
    private Tickets() {}

    /** So many tasks, and tickets modulo {@code tickets}, which are more than the tasks. */
    public static Model of(int tasks, int tickets) {
        ModelBuilder builder = Model.builder("tickets " + tasks + " " + tickets);
        Cell<Integer> next = builder.cell("next", 0);
        Cell<Integer> served = builder.cell("served", 0);
        for (int task = 0; task < tasks; task++) {
            builder.task("task" + task)
                    .forever()
                    .step("draw", now -> {
                        int mine = now.read(next);
                        now.write(next, (mine + 1) % tickets);
                        now.hand(mine);
                    })
                    .step(
                            "lock",
                            Integer.class,
                            (now, mine) -> now.await(now.read(served).equals(mine)))
                    .step("unlock", now -> now.change(served, ticket -> (ticket + 1) % tickets));
        }
        return builder.build();
    }
}
