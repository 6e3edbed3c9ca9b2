package pagelife.specs.field;

import pagelife.checker.model.Cell;
import pagelife.checker.model.Script;
import pagelife.models.Rule;
import pagelife.models.kernel.Kref;
import pagelife.models.page.Owner;
import pagelife.specs.claims.Phrase;
import pagelife.specs.own.Draft;
import pagelife.specs.own.Outline;
import pagelife.specs.own.Study;

/**
 * A child device holds its parent from device_add to device_del, and may be released long after that; its release uses
 * the parent. Kernel commit 6d24b170a9db, "dax: Fix dax_mapping_release() use after free" (6.5), fixes 0b07ce872a9e;
 * seen with CONFIG_DEBUG_KOBJECT_RELEASE, which puts every release off.
 */
public final class DaxMapping implements Study {
    private static final Rule<Boolean> HOLDS =
            Rule.flag("holds", "the child holds its parent until its release", false);
    private static final String BUS = "drivers/dax/bus.c";
    private static final String FIX = "6d24b170a9db (6.5), fixes 0b07ce872a9e";

    @Override
    public void outline(Outline outline) {
        outline.named("dax-mapping")
                .says("DAX: the release of a mapping uses its device, which is released before")
                .rule(HOLDS)
                .variant("broken", "the child holds its parent until device_del()", "5.10 to 6.4")
                .variant("fixed", "the child holds its parent until its own release", "from 6.5 on", HOLDS.is(true))
                .expect(
                        "broken",
                        row -> row.size(9, 9)
                                .violated("FB-4", 5)
                                .because(FIX, "the parent is released first, and its ida with it"))
                .expect("fixed", row -> row.size(7, 7).because(FIX, "the parent goes last, and everything goes"));
    }

    @Override
    public void draft(Draft d) {
        boolean holds = d.rule(HOLDS);
        Kref parent = Kref.declare(d.model(), "dev_dax", holds ? 3 : 2);
        Kref child = Kref.declare(d.model(), "mapping", 1);
        Cell<Boolean> gone = d.cell("gone", false);
        Cell<Boolean> bad = d.cell("bad", false);
        Owner owner = Owner.of("owner");
        Owner added = Owner.of("mapping, added");
        Owner whole = Owner.of("mapping");

        d.task("unregister")
                .in(BUS, "unregister_dax_mapping", "6.4")
                .step("u1 device_del(mapping)", now -> parent.put(now, added, last -> {}))
                .has(parent.heldBy(added), parent.heldBy(owner), child.heldBy(owner))
                .step("u2 put_device(mapping)", now -> child.put(now, owner, last -> {}))
                .has(parent.heldBy(owner), child.heldBy(owner))
                .in(BUS, "unregister_dev_dax", "6.4")
                .step("u3 put_device(dev_dax)", now -> parent.put(now, owner, last -> {}))
                .has(parent.heldBy(owner));

        d.task("kobject1").in(BUS, "dev_dax_release", "6.4").step("p1 release dev_dax", now -> {
            now.await(parent.read(now) == 0);
            now.write(gone, true);
        });
        Script release = d.task("kobject2")
                .in(BUS, "dax_mapping_release", "6.4")
                .step("c1 release mapping", now -> {
                    now.await(child.read(now) == 0);
                    now.saw(now.read(gone) ? "the parent is gone" : "the parent is there");
                    now.write(bad, now.read(gone));
                    if (holds) {
                        parent.put(now, whole, last -> {});
                    }
                });
        if (holds) {
            release.has(parent.heldBy(whole));
        }

        d.books(books -> parent.in(child.in(books)));
        d.never(
                        "FB-4 NoUseAfterRelease",
                        "the release of a mapping finds its device still there",
                        view -> view.read(bad))
                .told(new Phrase(
                                "the release of the mapping used a device that was released",
                                "releases the mapping",
                                view -> view.read(bad))
                        .isSoAtLast());
        d.sometimes("all is released", "mapping and device are released", d.finished("kobject1", "kobject2"));
    }
}
