package pagelife.specs.field;

import pagelife.checker.model.Cell;
import pagelife.models.Rule;
import pagelife.models.kernel.Memory;
import pagelife.models.kernel.Memory.Order;
import pagelife.models.page.TaskId;
import pagelife.specs.claims.Phrase;
import pagelife.specs.own.Draft;
import pagelife.specs.own.Outline;
import pagelife.specs.own.Study;

/**
 * The split of a folio writes the flags of a new folio, among them the lock, and then makes the tail a head. A look-up
 * of a migration entry reads which folio it is, and then its flags; if the loads may be swapped, the flags are those of
 * before. CVE-2026-31466, "mm/huge_memory: fix folio isn't locked in softleaf_to_folio()", arm64.
 */
public final class SoftleafBarrier implements Study {
    private static final Rule<Boolean> WMB = Rule.flag("wmb", "smp_wmb() between the stores", true);
    private static final Rule<Boolean> RMB = Rule.flag("rmb", "smp_rmb() between the loads", false);
    private static final TaskId SPLIT = new TaskId("split");
    private static final TaskId LOOKUP = new TaskId("lookup");
    private static final String CVE = "CVE-2026-31466";

    @Override
    public void outline(Outline outline) {
        outline.named("softleaf-barrier")
                .says("huge pages: the folio of a migration entry looks unlocked")
                .rule(WMB)
                .rule(RMB)
                .variant("broken", "smp_wmb(), and no smp_rmb()", "6.19, arm64")
                .variant("fixed", "smp_wmb() and smp_rmb()", "7.0", RMB.is(true))
                .variant("nowmb", "smp_rmb(), and no smp_wmb()", "never", RMB.is(true), WMB.is(false))
                .expect(
                        "broken",
                        row -> row.size(15, 21)
                                .violated("FB-9", 6)
                                .because(CVE, "the flags are read before it is known whose they are"))
                .expect("fixed", row -> row.size(14, 20).because(CVE, "whoever sees the new head sees its lock"))
                .expect(
                        "nowmb",
                        row -> row.size(20, 31)
                                .violated("FB-9", 5)
                                .because(CVE, "the stores arrive in the other order: each barrier needs its pair"));
    }

    @Override
    public void draft(Draft d) {
        boolean wmb = d.rule(WMB);
        boolean rmb = d.rule(RMB);
        Memory memory = Memory.declare(d.model(), Order.WEAK, SPLIT, LOOKUP);
        Cell<Boolean> locked = memory.cell(d.model(), "locked", false);
        Cell<Boolean> tail = memory.cell(d.model(), "compound_head", true);
        Cell<Boolean> unlocked = d.cell("looksUnlocked", false);

        d.task(SPLIT.name())
                .in("mm/huge_memory.c", "__split_folio_to_order", "6.19")
                .step("s1 write flags", now -> memory.write(now, SPLIT, locked, true))
                .step("s2 clear compound_head", now -> {
                    if (wmb) {
                        memory.wmb(now, SPLIT);
                    }
                    memory.write(now, SPLIT, tail, false);
                });

        d.task(LOOKUP.name())
                .in("include/linux/leafops.h", "softleaf_to_folio", "6.19")
                .step("l1 read compound_head", now -> {
                    if (memory.read(now, LOOKUP, tail)) {
                        now.saw("the old folio, which is locked");
                        now.end();
                    } else if (rmb) {
                        memory.rmb(now, LOOKUP);
                    }
                })
                .step("l2 read flags", now -> {
                    boolean free = !memory.read(now, LOOKUP, locked);
                    now.saw(free ? "not locked" : "locked");
                    now.write(unlocked, free);
                });

        d.never("FB-9 LooksLocked", "the folio of a migration entry looks locked", view -> view.read(unlocked))
                .told(new Phrase(
                                "the look-up has found the new folio unlocked",
                                "finds the new folio unlocked",
                                view -> view.read(unlocked))
                        .isSoAtLast());
        d.sometimes("the new folio is found", "a look-up finds the new folio", d.at(LOOKUP.name(), "l2"));
    }
}
