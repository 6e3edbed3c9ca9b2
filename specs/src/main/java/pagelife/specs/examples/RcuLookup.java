package pagelife.specs.examples;

import java.util.function.Predicate;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Script;
import pagelife.checker.model.View;
import pagelife.models.Rule;
import pagelife.models.kernel.Rcu;
import pagelife.models.page.TaskId;
import pagelife.specs.claims.Phrase;
import pagelife.specs.own.Draft;
import pagelife.specs.own.Outline;
import pagelife.specs.own.Study;

/** What readers find under rcu stays until they have left: a grace period comes between the unlink and the free. */
public final class RcuLookup implements Study {
    private static final Rule<Boolean> WAITS = Rule.flag("waits", "a removal waits for a grace period", false);
    private static final TaskId READER = new TaskId("reader");
    private static final TaskId REMOVAL = new TaskId("removal");

    @Override
    public void outline(Outline outline) {
        outline.named("09-rcu-lookup")
                .says("a removal frees what a reader under rcu has found")
                .rule(WAITS)
                .variant("broken", "list_del_rcu, kfree")
                .variant("fixed", "list_del_rcu, synchronize_rcu, kfree", WAITS.is(true))
                .expect(
                        "broken",
                        row -> row.size(15, 22)
                                .violated("EX-9", 4)
                                .because("Documentation/RCU/whatisRCU.rst", "the reader is still inside"))
                .expect(
                        "fixed",
                        row -> row.size(25, 38).because("Documentation/RCU/whatisRCU.rst", "the reader has left"));
    }

    @Override
    public void draft(Draft d) {
        Rcu rcu = Rcu.declare(d.model(), "rcu");
        Cell<Boolean> listed = d.cell("listed", true);
        Cell<Boolean> freed = d.cell("freed", false);

        d.task("reader")
                .in("include/linux/rcupdate.h", "rcu_read_lock", "6.12")
                .step("r1 rcu_read_lock", now -> rcu.readLock(now, READER))
                .in("include/linux/rculist.h", "list_for_each_entry_rcu", "6.12")
                .step("r2 find", now -> {
                    now.saw(now.read(listed) ? "listed" : "not listed: leave");
                    if (!now.read(listed)) {
                        now.go("r4");
                    }
                })
                .step("r3 use", now -> {})
                .in("include/linux/rcupdate.h", "rcu_read_unlock", "6.12")
                .step("r4 rcu_read_unlock", now -> rcu.readUnlock(now, READER));

        Script removal = d.task("removal")
                .in("include/linux/rculist.h", "list_del_rcu", "6.12")
                .step("d1 unlink", now -> now.write(listed, false));
        if (d.rule(WAITS)) {
            removal.in("kernel/rcu/tree.c", "synchronize_rcu", "6.12").with(rcu.synchronize(REMOVAL, "s"));
        }
        removal.in("mm/slub.c", "kfree", "6.12").step("d2 free", now -> now.write(freed, true));

        Predicate<View> found = d.at("reader", "r3");
        d.never(
                        "EX-9 NoFreeUnderReaders",
                        "what a reader has found is not freed before the reader leaves",
                        view -> view.read(freed) && found.test(view))
                .told(new Phrase("reader has found the object", "finds the object", found)
                        .meets(new Phrase("the object is freed", "frees it", view -> view.read(freed))));
        d.sometimes("it is freed", "what was in use is freed at last", view -> view.read(freed));
    }
}
