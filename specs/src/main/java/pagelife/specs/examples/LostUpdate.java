package pagelife.specs.examples;

import java.util.List;
import pagelife.checker.model.Script;
import pagelife.models.Rule;
import pagelife.models.kernel.Atomic;
import pagelife.specs.own.Draft;
import pagelife.specs.own.Outline;
import pagelife.specs.own.Study;

/** A load and a store are two instructions: what another task added between them is lost. */
public final class LostUpdate implements Study {
    private static final Rule<Boolean> ATOMIC = Rule.flag("atomic", "the addition is one instruction", false);

    @Override
    public void outline(Outline outline) {
        outline.named("01-lost-update")
                .says("two tasks add 1 to a number, and one addition is lost")
                .rule(ATOMIC)
                .variant("broken", "counter++: a load, then a store")
                .variant("fixed", "atomic_inc", ATOMIC.is(true))
                .expect(
                        "broken",
                        row -> row.size(12, 14)
                                .violated("EX-1", 4)
                                .because("memory-barriers.txt", "both load 0 before either stores 1"))
                .expect("fixed", row -> row.size(4, 4).because("atomic_t.txt", "nobody comes between"));
    }

    @Override
    public void draft(Draft d) {
        Atomic counter = Atomic.declare(d.model(), "counter", 0);
        for (String name : List.of("a", "b")) {
            Script task = d.task(name).in("include/linux/atomic.h", "atomic_inc", "6.12");
            if (d.rule(ATOMIC)) {
                task.step("i1 increment", counter::inc);
            } else {
                task.step("i1 load", now -> {
                            now.saw("counter = %s", counter.read(now));
                            now.hand(counter.read(now));
                        })
                        .step("i2 store", Integer.class, (now, seen) -> counter.set(now, seen + 1));
            }
        }
        d.whenever(
                        "EX-1 NothingLost",
                        "when both have finished, both additions are counted",
                        d.finished("a", "b"),
                        view -> counter.read(view) == 2)
                .told(run -> "a and b have finished, and counter = " + counter.read(run.end()));
        d.sometimes("both finish", "both tasks finish", d.finished("a", "b"));
    }
}
