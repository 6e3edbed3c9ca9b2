import io.vavr.collection.Vector;
import pagelife.checker.model.CellFamily;
import pagelife.checker.model.Script;
import pagelife.models.Rule;
import pagelife.specs.own.Draft;
import pagelife.specs.own.Outline;
import pagelife.specs.own.Study;

/**
 * Peterson's lock for more than two, the filter lock: each level lets through all but one, who came last. G. L.
 * Peterson, "Myths about the mutual exclusion problem", Information Processing Letters 12(3), 1981.
 */
public final class Peterson implements Study {
    private static final Rule<Integer> TASKS = Rule.number("tasks", "tasks that want the lock", 3, 2, 4);
    private static final Rule<Boolean> WAITS = Rule.flag("waits", "who came last waits for those above", true);

    record Level(int number) {
        @Override
        public String toString() {
            return "L" + number;
        }
    }

    record Id(int number) {
        @Override
        public String toString() {
            return "p" + number;
        }
    }

    @Override
    public void outline(Outline outline) {
        outline.says("Peterson's lock for more than two")
                .bound(TASKS)
                .rule(WAITS)
                .variant("right", "as published")
                .variant("two", "the lock for two", TASKS.is(2))
                .variant("hasty", "nobody waits", TASKS.is(2), WAITS.is(false))
                .expect("right", row -> row.size(705, 1_725))
                .expect("hasty", row -> row.violated("mutual exclusion", 8));
    }

    @Override
    public void draft(Draft d) {
        Vector<Id> tasks = Vector.range(0, d.bound(TASKS)).map(Id::new);
        Vector<Level> levels = Vector.range(1, tasks.size()).map(Level::new);
        CellFamily<Id, Integer> level = d.cells("level", tasks, Integer.class, id -> 0);
        CellFamily<Level, Id> last = d.cells("last", levels, Id.class, one -> tasks.head());
        for (Id me : tasks) {
            Script script = d.task(me.toString()).forever().step("idle want the lock", now -> {});
            for (Level l : levels) {
                script.step("up" + l + " go up to " + l, now -> now.write(level.of(me), l.number()))
                        .step("mark" + l + " come last", now -> now.write(last.of(l), me))
                        .step("wait" + l + " go on", now -> now.await(!d.rule(WAITS)
                                || !now.read(last.of(l)).equals(me)
                                || tasks.remove(me).forAll(other -> now.read(level.of(other)) < l.number())));
            }
            script.step("cs leave", now -> now.write(level.of(me), 0));
        }
        d.never(
                "mutual exclusion",
                "at most one is in the critical section",
                s -> tasks.count(id -> d.at(id.toString(), "cs").test(s)) > 1);
        d.everyRun("p0 gets it", "who wants the lock gets it", "p0@upL1 ~> p0@cs");
    }
}
