import pagelife.checker.model.Cell;
import pagelife.specs.own.Draft;
import pagelife.specs.own.Study;

/**
 * A teardown waits until the last user is gone; the put looks whether somebody waits, and only then drops its
 * reference.
 */
public final class LostWakeup implements Study {
    @Override
    public void draft(Draft d) {
        Cell<Integer> users = d.cell("users", 1);
        Cell<Boolean> queued = d.cell("queued", false);

        d.task("user")
                .step("p1 does somebody wait?", now -> now.go(now.read(queued) ? "p3" : "p2"))
                .step("p2 put", now -> {
                    now.change(users, n -> n - 1);
                    now.end();
                })
                .step("p3 put and wake", now -> {
                    now.change(users, n -> n - 1);
                    now.write(queued, false);
                });

        d.task("teardown")
                .step("t1 queue", now -> now.write(queued, true))
                .step("t2 in use?", now -> {
                    if (now.read(users) == 0) {
                        now.end();
                    }
                })
                .step("t3 sleep", now -> now.await(!now.read(queued)));

        d.never("freed in use", "who tears down has no users left", s -> d.finished("teardown").test(s) && s.read(users) > 0);
        d.sometimes("it ends", "the teardown ends", d.finished("teardown"));
    }
}
