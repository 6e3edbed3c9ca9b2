package pagelife.specs.field;

import java.util.function.Predicate;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Script;
import pagelife.checker.model.View;
import pagelife.models.Rule;
import pagelife.models.kernel.FolioRef;
import pagelife.models.page.Owner;
import pagelife.specs.claims.Sentences;
import pagelife.specs.own.Draft;
import pagelife.specs.own.Outline;
import pagelife.specs.own.Study;

/**
 * The removal of a GPU waits until nobody uses the device; a put finds the device in a list from which the removal has
 * taken it, finds nothing, and drops nothing. NVIDIA/open-gpu-kernel-modules, issues 1374, 1119 and 1333, pull request
 * 1292 with the fix. The list and the counts change under one lock, so that each step is one hold of it.
 */
public final class NvRemove implements Study {
    private static final Rule<Way> WAY = Rule.of("way", "what a removal does first, and where a put looks", Way.UNLINK);
    private static final Rule<Integer> ROUNDS =
            Rule.number("rounds", "1: a client comes once; 2: again and again", 1, 2);
    private static final String NV = "kernel-open/nvidia/nv.c";
    private static final String ISSUE = "NVIDIA/open-gpu-kernel-modules issue 1374";

    private enum Way {
        /** It unlinks the device, and puts look in the list of devices. */
        UNLINK,
        /** It unlinks the device, and puts look in a list of devices on their way out as well. */
        SECOND_LIST,
        /** It waits first, and unlinks then. */
        WAIT
    }

    @Override
    public void outline(Outline outline) {
        outline.named("nv-remove")
                .says("NVIDIA: a put looks for the device in a list that a removal has taken it from")
                .rule(WAY)
                .bound(ROUNDS)
                .variant("broken", "the removal unlinks the device, then waits", "575 to 580")
                .variant(
                        "fixed",
                        "puts search the devices that are being removed, too",
                        "pull request 1292",
                        WAY.is(Way.SECOND_LIST))
                .variant("late", "the removal waits, then unlinks the device", "never", WAY.is(Way.WAIT), ROUNDS.is(2))
                .expect(
                        "broken",
                        row -> row.size(11, 13)
                                .violated("no deadlock", 3)
                                .violated("FB-1", 3)
                                .because(ISSUE, "the put after the unlink drops nothing"))
                .expect(
                        "fixed",
                        row -> row.size(10, 13)
                                .because("pull request 1292", "the put finds the device in the second list"))
                .expect(
                        "late",
                        row -> row.size(6, 7)
                                .violated("FB-1r", 2)
                                .because(
                                        ISSUE,
                                        "nobody is stuck, but clients that come and go keep the removal waiting"));
    }

    @Override
    public void draft(Draft d) {
        Way way = d.rule(WAY);
        boolean again = d.bound(ROUNDS) > 1;
        FolioRef usage = FolioRef.declare(d.model(), "usage_count", 0);
        Cell<Boolean> listed = d.cell("listed", true);
        Owner client = Owner.task("client");

        Script user = d.task("client")
                .in(NV, "nvidia_dev_get_uuid", "580")
                .step("c1 get", now -> {
                    if (!now.read(listed)) {
                        now.saw("not in the list");
                        now.finish();
                        return;
                    }
                    usage.addUnless(now, 1, -1, client); // an atomic64_inc, from 0 as well: the device is in the list
                })
                .in(NV, "nvidia_dev_put_uuid", "580")
                .step("c2 put", now -> {
                    if (now.read(listed) || way == Way.SECOND_LIST) {
                        usage.putTestzero(now, client);
                    } else {
                        now.saw("not in the list: nothing to put");
                    }
                });
        if (again) {
            user.forever();
        }
        user.has(usage.heldBy(client));

        Script removal = d.task("removal").in(NV, "nv_pci_remove_helper", "580");
        if (way == Way.WAIT) {
            removal.step("r1 wait, unlink", now -> {
                now.await(usage.read(now) == 0);
                now.write(listed, false);
            });
        } else {
            removal.step("r1 unlink", now -> now.write(listed, false)).step("r2 wait", now -> {
                now.await(usage.read(now) == 0);
                now.saw("usage 0");
            });
        }
        removal.step("r3 free", now -> {});

        d.books(usage::in);
        Predicate<View> holds = d.at("client", "c2");
        d.always(
                        "FB-1 UsageIsClients",
                        "the usage count is what clients hold",
                        view -> usage.read(view) == (holds.test(view) ? 1 : 0))
                .told(run -> "usage_count is " + usage.read(run.end()) + ", and client holds "
                        + (holds.test(run.end()) ? "1" : "none"));
        d.word("removed", d.finished("removal"));
        d.sometimes("it is removed", "the device is removed", d.finished("removal"));
        if (again) {
            d.everyRun("FB-1r RemovalEnds", "the removal completes", "<> removed")
                    .told(Sentences.never("removal"));
        }
    }
}
