package pagelife.models.devdax;

import pagelife.checker.model.ActorBuilder;
import pagelife.checker.model.Control;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.model.StepView;
import pagelife.models.page.Counting;
import pagelife.models.page.Owner;
import pagelife.models.page.PageId;

/** The driver sets the device up: mm/memremap.c, mm/mm_init.c. Nobody else can see the device before it is done. */
final class MemmapSteps {
    private final Kernel kernel;
    private final Cells cells;

    MemmapSteps(Kernel kernel) {
        this.kernel = kernel;
        this.cells = kernel.cells();
    }

    void declare(ModelBuilder model) {
        Source init = kernel.source("mm/mm_init.c", "memmap_init_zone_device");
        Source compound = kernel.source("mm/mm_init.c", "memmap_init_compound");
        ActorBuilder<Memmap> memmap = model.actor("memmap", Memmap.class, new Memmap.Reserve())
                .step(
                        "d1",
                        "store pagemap",
                        kernel.source("mm/memremap.c", "pagemap_range"),
                        Memmap.Reserve.class,
                        (at, view) ->
                                new Memmap.InitHead(kernel.bounds().pages().head()))
                .step("d2", "init page", init, Memmap.InitHead.class, this::d2)
                .step(
                        "d5",
                        "count range",
                        kernel.source("mm/memremap.c", "pagemap_range"),
                        Memmap.CountRange.class,
                        this::d5);
        if (kernel.isCompound()) {
            memmap.step("d3", "init tail", compound, Memmap.InitTail.class, this::d3)
                    .step("d4", "make head", compound, Memmap.MakeHead.class, this::d4);
        } else {
            memmap.without(Memmap.InitTail.class).without(Memmap.MakeHead.class);
        }
    }

    /** d2: {@code __init_zone_device_page} leaves a count of 1. */
    private Control d2(Memmap.InitHead init, StepView view) {
        PageId page = init.page();
        Counting.store(view, cells.page(page), page, 1, Owner.Base.PAGEMAP);
        view.write(cells.frame(page), new Frame(Frame.Kind.BASE, page));
        return kernel.isCompound() ? new Memmap.InitTail(page, kernel.next(page)) : next(page);
    }

    /** d3: also a tail starts with 1; it must be set to 0, since it never saw the page allocator. */
    private Control d3(Memmap.InitTail init, StepView view) {
        int refs = kernel.rules().tailsCleared() ? 0 : 1;
        Counting.store(view, cells.page(init.tail()), init.tail(), refs, Owner.Base.PAGEMAP);
        view.write(cells.frame(init.tail()), new Frame(Frame.Kind.TAIL, init.head()));
        return kernel.bounds().of(init.head()).last().equals(init.tail())
                ? new Memmap.MakeHead(init.head())
                : new Memmap.InitTail(init.head(), kernel.next(init.tail()));
    }

    private Control d4(Memmap.MakeHead make, StepView view) {
        view.write(cells.frame(make.head()), new Frame(Frame.Kind.HEAD, make.head()));
        return next(kernel.bounds().of(make.head()).last());
    }

    private Control next(PageId done) {
        return kernel.bounds().pages().last().equals(done)
                ? new Memmap.CountRange()
                : new Memmap.InitHead(kernel.next(done));
    }

    /** d5: {@code percpu_ref_get_many}; then the character device appears. */
    private Control d5(Memmap.CountRange count, StepView view) {
        int refs = Cells.pagemapRefs(kernel.rules(), kernel.bounds());
        Counting.get(view, cells.pagemap(), refs, Owner.Base.PAGEMAP);
        view.write(cells.probe(), Probe.DONE);
        return Control.finished();
    }
}
