package pagelife.models.devdax;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.ActorBuilder;
import pagelife.checker.model.Control;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.model.StepView;
import pagelife.models.page.Counting;
import pagelife.models.page.DaxDevice;
import pagelife.models.page.Irqs;
import pagelife.models.page.Owner;
import pagelife.models.page.PageId;
import pagelife.models.page.Pte;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;
import pagelife.models.page.TlbFlush;

/** Removal of the device: drivers/dax/bus.c, mm/memremap.c. */
final class RemovalSteps {
    private final Kernel kernel;
    private final Cells cells;
    private final Seq<TaskId> walkers;

    RemovalSteps(Kernel kernel, Seq<TaskId> walkers) {
        this.kernel = kernel;
        this.cells = kernel.cells();
        this.walkers = walkers;
    }

    void declare(ModelBuilder model) {
        Source kill = kernel.source("drivers/dax/bus.c", "kill_dev_dax");
        Source unmap = kernel.source("mm/memremap.c", "memunmap_pages");
        ActorBuilder<Removal> removal = model.actor("removal", Removal.class, new Removal.Kill())
                .step("r1", "declare device dead", kill, Removal.Kill.class, this::r1)
                .step("r2", "wait for srcu readers", kill, Removal.Synchronize.class, this::r2)
                .step("r2b", "unmap", kill, Removal.Unmap.class, this::r2b)
                .step(
                        "r2c",
                        "flush and put",
                        kernel.source("mm/mmu_gather.c", "tlb_finish_mmu"),
                        Removal.Flush.class,
                        this::r2c)
                .step("r3", "kill pagemap", unmap, Removal.KillPagemap.class, this::r3)
                .step("r5", "wait for references", unmap, Removal.AwaitReferences.class, this::r5)
                .step(
                        "r6",
                        "remove memmap",
                        kernel.source("mm/memremap.c", "pageunmap_range"),
                        Removal.RemoveMemmap.class,
                        this::r6);
        if (kernel.waitsForPages()) {
            removal.step("r4", "put page", unmap, Removal.PutBase.class, this::r4)
                    .without(Removal.PutBulk.class);
        } else {
            removal.step("r4", "put pagemap in bulk", unmap, Removal.PutBulk.class, this::r4bulk)
                    .without(Removal.PutBase.class);
        }
        if (kernel.rules().tailCheck()) {
            removal.step("r5t", "check tails", unmap, Removal.CheckTails.class, this::r5t);
        } else {
            removal.without(Removal.CheckTails.class);
        }
    }

    private Control r1(Removal.Kill kill, StepView view) {
        if (view.read(cells.probe()) == Probe.RUNNING) {
            return view.waits();
        }
        view.write(cells.device(), DaxDevice.DEAD);
        return new Removal.Synchronize();
    }

    private Control r2(Removal.Synchronize synchronize, StepView view) {
        return view.read(cells.srcu()).isQuiet()
                ? new Removal.Unmap(kernel.bounds().ptes().head())
                : view.waits();
    }

    /** r2b: under PTL the entry is cleared and uncounted. */
    private Control r2b(Removal.Unmap unmap, StepView view) {
        Pte pte = view.read(cells.pte(unmap.at()));
        if (!pte.isPresent()) {
            return after(unmap.at());
        }
        view.write(cells.pte(unmap.at()), Pte.NONE);
        Option<PageId> counted = kernel.uncount(view, pte);
        TlbFlush flush = kernel.rules().ipiFlush() ? new TlbFlush(walking(view)) : TlbFlush.DONE;
        return counted.isEmpty() && flush.isDone() ? after(unmap.at()) : new Removal.Flush(unmap.at(), flush, counted);
    }

    private Vector<TaskId> walking(StepView view) {
        return walkers.toVector().filter(walker -> view.read(cells.irqs(walker)) == Irqs.OFF);
    }

    /** r2c: the reference of an entry is dropped after the flush. */
    private Control r2c(Removal.Flush flush, StepView view) {
        if (flush.flush().walkers().exists(walker -> view.read(cells.irqs(walker)) == Irqs.OFF)) {
            return view.waits();
        }
        flush.page().forEach(head -> kernel.put(view, head, 1, new Owner.Mapping(flush.at())));
        return after(flush.at());
    }

    private Removal after(PteAt at) {
        Seq<PteAt> ptes = kernel.bounds().ptes();
        int next = ptes.indexOf(at) + 1;
        return next < ptes.size() ? new Removal.Unmap(ptes.get(next)) : new Removal.KillPagemap();
    }

    private Control r3(Removal.KillPagemap kill, StepView view) {
        view.write(cells.pagemap(), view.read(cells.pagemap()).kill());
        return kernel.waitsForPages() ? new Removal.PutBase(new PageId(0)) : new Removal.PutBulk();
    }

    /** r4: {@code for_each_device_pfn}: by one page, or by one compound page. */
    private Control r4(Removal.PutBase put, StepView view) {
        kernel.put(view, put.page(), 1, Owner.Base.PAGEMAP);
        boolean byCompound = kernel.rules().baseDrop() == Rules.BaseDrop.EVERYCOMPOUND
                && kernel.rules().compoundMemmap();
        int next = put.page().number() + (byCompound ? kernel.bounds().align() : 1);
        return next < kernel.bounds().pages().size()
                ? new Removal.PutBase(new PageId(next))
                : new Removal.AwaitReferences();
    }

    private Control r4bulk(Removal.PutBulk put, StepView view) {
        int refs = Cells.pagemapRefs(kernel.rules(), kernel.bounds());
        Counting.put(view, cells.pagemap(), refs, Owner.Base.PAGEMAP);
        return new Removal.AwaitReferences();
    }

    private Control r5(Removal.AwaitReferences await, StepView view) {
        if (view.read(cells.pagemap()).refs() > 0) {
            return view.waits();
        }
        return kernel.rules().tailCheck() ? new Removal.CheckTails() : new Removal.RemoveMemmap();
    }

    /** r5t: the check proposed in review. With a warning the memmap stays: leaked, not freed under a user. */
    private Control r5t(Removal.CheckTails check, StepView view) {
        boolean clean = kernel.bounds()
                .pages()
                .forAll(page -> !view.read(cells.frame(page)).isTail()
                        || view.read(cells.page(page)).refs() == 0);
        return clean ? new Removal.RemoveMemmap() : Control.finished();
    }

    private Control r6(Removal.RemoveMemmap remove, StepView view) {
        view.write(cells.pagemap(), view.read(cells.pagemap()).remove());
        return Control.finished();
    }
}
