package pagelife.models.devdax;

import pagelife.checker.model.Now;
import pagelife.checker.model.Place;
import pagelife.checker.model.Script;
import pagelife.models.kernel.PercpuRef;
import pagelife.models.page.Counting;
import pagelife.models.page.Frame;
import pagelife.models.page.Owner;
import pagelife.models.page.PageId;

/** The driver sets the device up: mm/memremap.c, mm/page_alloc.c. Nobody else can see the device before it is done. */
final class Memmap {
    /** A page that is about to be made a tail. */
    record Tail(PageId head, PageId page) {}

    private static final Place<PageId> INIT_PAGE = Place.of("d2", PageId.class);
    private static final Place<Tail> INIT_TAIL = Place.of("d3", Tail.class);
    private static final Place<PageId> MAKE_HEAD = Place.of("d4", PageId.class);
    private static final String COUNT_RANGE = "d5";

    private final Kernel kernel;
    private final Cells cells;

    Memmap(Kernel kernel) {
        this.kernel = kernel;
        this.cells = kernel.cells();
    }

    Script script() {
        Script memmap = new Script()
                .leaves(after ->
                        "the memory map has been set up" + (cells.probe().isDone(after) ? "" : " in part"))
                .begins(this::begin)
                .in(kernel.source("mm/memremap.c", "pagemap_range"))
                .step(
                        "d1 store pagemap",
                        now -> now.go(INIT_PAGE, kernel.world().pages().head()))
                .in(kernel.source(kernel.memmapFile(), "memmap_init_zone_device"))
                .step(INIT_PAGE, "d2 init page", this::initPage)
                .statement("set_page_count(page, ...)");
        if (kernel.isCompound()) {
            memmap.in(kernel.source(kernel.memmapFile(), "memmap_init_compound"))
                    .step(INIT_TAIL, "d3 init tail", this::initTail)
                    .statement("prep_compound_tail(head, i)")
                    .step(MAKE_HEAD, "d4 make head", this::makeHead)
                    .statement("prep_compound_head(head)");
        }
        return memmap.in(kernel.source("mm/memremap.c", "pagemap_range"))
                .step(COUNT_RANGE + " count range", this::countRange)
                .statement("percpu_ref_get_many(&pgmap->ref, n)");
    }

    private void begin(Now now) {
        if (cells.probe().isDone(now)) {
            now.end();
        }
    }

    /** d2: {@code __init_zone_device_page} leaves a count of 1. */
    private void initPage(Now now, PageId page) {
        Counting.store(now, cells.page(page), page, 1, Owner.Base.PAGEMAP);
        now.write(cells.frame(page), Frame.base(page));
        if (kernel.isCompound()) {
            now.go(INIT_TAIL, new Tail(page, kernel.next(page)));
        } else {
            goOn(now, page);
        }
    }

    /** d3: also a tail starts with 1; it must be set to 0, since it never saw the page allocator. */
    private void initTail(Now now, Tail tail) {
        int refs = kernel.rules().is(Rules.TAILS_CLEARED) ? 0 : 1;
        Counting.store(now, cells.page(tail.page()), tail.page(), refs, Owner.Base.PAGEMAP);
        now.write(cells.frame(tail.page()), Frame.tailOf(tail.head()));
        if (kernel.world().of(tail.head()).last().equals(tail.page())) {
            now.go(MAKE_HEAD, tail.head());
        } else {
            now.go(INIT_TAIL, new Tail(tail.head(), kernel.next(tail.page())));
        }
    }

    private void makeHead(Now now, PageId head) {
        now.write(cells.frame(head), Frame.head(head));
        goOn(now, kernel.world().of(head).last());
    }

    private void goOn(Now now, PageId done) {
        if (kernel.world().pages().last().equals(done)) {
            now.go(COUNT_RANGE);
        } else {
            now.go(INIT_PAGE, kernel.next(done));
        }
    }

    /** d5: {@code percpu_ref_get_many}; then the character device appears. */
    private void countRange(Now now) {
        if (kernel.bulkRefs() > 0) {
            PercpuRef.of(cells.pagemap()).getMany(now, kernel.bulkRefs(), Owner.Base.PAGEMAP);
        }
        if (kernel.rules().waitsForPages()) {
            kernel.world()
                    .pages()
                    .filter(kernel::counts)
                    .forEach(page -> PercpuRef.of(cells.pagemap()).get(now, new Owner.UsedPage(page)));
        }
        cells.probe().completeAll(now);
    }
}
