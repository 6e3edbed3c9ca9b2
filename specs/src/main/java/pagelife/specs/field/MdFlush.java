package pagelife.specs.field;

import io.vavr.collection.Vector;
import java.util.function.Predicate;
import pagelife.checker.model.View;
import pagelife.checker.value.Value;
import pagelife.models.Rule;
import pagelife.models.kernel.Atomic;
import pagelife.models.kernel.Completion;
import pagelife.models.kernel.PercpuRef;
import pagelife.models.page.Owner;
import pagelife.specs.own.Draft;
import pagelife.specs.own.Outline;
import pagelife.specs.own.Study;

/**
 * A flush of an array takes a reference of active_io, and sends a flush to each disk. Whoever is the last to finish
 * queues the rest; only the end of a disk's flush dropped the reference, not the one who had sent them all.
 * Kernel commit 855678ed8534, "md: Fix missing release of 'active_io' for flush" (6.8), fixes fa2bbff7b0b4.
 */
public final class MdFlush implements Study {
    private static final Rule<Boolean> BOTH_PUT = Rule.flag("bothPut", "whoever is last drops active_io", false);
    private static final Rule<Integer> DISKS = Rule.number("disks", "disks of the array", 1, 2);
    private static final String MD = "drivers/md/md.c";
    private static final String FIX = "855678ed8534 (6.8), fixes fa2bbff7b0b4";

    @Override
    public void outline(Outline outline) {
        outline.named("md-flush")
                .says("md: a flush that ends before all of it was sent keeps active_io forever")
                .rule(BOTH_PUT)
                .bound(DISKS)
                .variant("broken", "only md_end_flush() puts active_io", "6.1 to 6.7")
                .variant(
                        "fixed",
                        "submit_flushes() puts it as well where it is the last",
                        "from 6.8 on",
                        BOTH_PUT.is(true))
                .expect(
                        "broken",
                        row -> row.size(22, 29)
                                .violated("no deadlock", 7)
                                .violated("FB-3", 6)
                                .because(
                                        FIX,
                                        "the disk is faster than the sender: the reference stays, and mddev_suspend waits"))
                .expect("fixed", row -> row.size(20, 28).because(FIX, "each flush puts what it got"));
    }

    @Override
    public void draft(Draft d) {
        boolean bothPut = d.rule(BOTH_PUT);
        int disks = d.bound(DISKS);
        PercpuRef io = PercpuRef.declare(d.model(), "active_io");
        Completion drained = Completion.declare(d.model(), "drained");
        Atomic pending = Atomic.declare(d.model(), "flush_pending", 0);
        Atomic sent = Atomic.declare(d.model(), "sent", 0);
        Owner flush = Owner.of("flush");

        d.task("flush")
                .in(MD, "md_flush_request", "6.7")
                .step("f1 get active_io", now -> {
                    if (!io.trygetLive(now, flush)) {
                        now.saw("dying: give up");
                        now.end();
                    }
                })
                .in(MD, "submit_flushes", "6.7")
                .step("f2 flush_pending = 1", now -> {
                    pending.set(now, 1);
                    now.hand(disks);
                })
                .step("f3 flush_pending++", Integer.class, (now, left) -> pending.inc(now))
                .step("f4 submit", Integer.class, (now, left) -> {
                    sent.inc(now);
                    if (left > 1) {
                        now.go("f3", left - 1);
                    }
                })
                .step("f5 flush_pending--", now -> {
                    if (pending.decAndTest(now) && bothPut) {
                        io.put(now, flush, drained::complete);
                    }
                });

        for (int disk = 1; disk <= disks; disk++) {
            d.task("disk" + disk).serves().in(MD, "md_end_flush", "6.7").step("e1 end of I/O: flush_pending--", now -> {
                now.await(sent.read(now) > 0);
                sent.dec(now);
                if (pending.decAndTest(now)) {
                    io.put(now, flush, drained::complete);
                }
            });
        }

        d.task("suspend")
                .in(MD, "mddev_suspend", "6.7")
                .step("s1 kill active_io", now -> io.kill(now, drained::complete))
                .step("s2 wait", drained::waitFor);

        Predicate<View> sends = d.at("flush", "f2", "f3", "f4", "f5");
        Predicate<View> busy = view -> sends.test(view) || pending.read(view) > 0;
        d.books(books -> io.in(books).standing(view -> busy.test(view) ? Vector.of(io.heldBy(flush)) : Vector.empty()));
        d.always(
                        "FB-3 FlushPuts",
                        "active_io has its own reference while it is live, and one for a flush under way",
                        view -> io.refs(view) == (io.isDying(view) ? 0 : 1) + (busy.test(view) ? 1 : 0))
                .told(run ->
                        io.cell() + " = " + Value.of(run.end().read(io.cell())).text() + ", though "
                                + (io.isDying(run.end()) ? "it is dying" : "it counts itself") + " and "
                                + (busy.test(run.end()) ? "a flush goes on" : "no flush goes on"));
        d.sometimes("it is suspended", "the array is suspended", d.finished("suspend"));
    }
}
