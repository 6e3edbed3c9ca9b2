package pagelife.models.devdax;

import pagelife.checker.model.Cell;
import pagelife.checker.model.CellFamily;
import pagelife.checker.model.ModelBuilder;
import pagelife.models.page.DaxDevice;
import pagelife.models.page.EntryAt;
import pagelife.models.page.Irqs;
import pagelife.models.page.Page;
import pagelife.models.page.PageId;
import pagelife.models.page.Pagemap;
import pagelife.models.page.Pte;
import pagelife.models.page.PteAt;
import pagelife.models.page.Srcu;
import pagelife.models.page.TaskId;

/** The shared variables of device-dax. */
public final class Cells {
    private final CellFamily<PageId, Page> page;
    private final CellFamily<PageId, Frame> frame;
    private final CellFamily<PageId, Health> health;
    private final CellFamily<PteAt, Pte> pte;
    private final Cell<Pagemap> pagemap;
    private final Cell<Probe> probe;
    private final Cell<DaxDevice> device;
    private final Cell<Srcu> srcu;
    private final CellFamily<TaskId, Irqs> irqs;

    Cells(ModelBuilder model, Rules rules, Bounds bounds, Iterable<TaskId> walkers) {
        Snapshot first = new Snapshot(rules, bounds);
        page = model.cells("page", bounds.pages(), Page.class, first::page);
        frame = model.cells("frame", bounds.pages(), Frame.class, first::frame);
        health = model.cells("health", bounds.pages(), Health.class, p -> Health.SOUND);
        pte = model.cells("pte", bounds.ptes(), Pte.class, first::pte);
        pagemap = model.cell("pagemap", Pagemap.class, first.pagemap());
        probe = model.cell("probe", Probe.class, first.isCold() ? Probe.RUNNING : Probe.DONE);
        device = model.cell("device", DaxDevice.class, DaxDevice.ALIVE);
        srcu = model.cell("srcu", Srcu.class, Srcu.QUIET);
        irqs = model.cells("irqs", walkers, Irqs.class, walker -> Irqs.ON);
    }

    /** What the cells hold at the beginning. */
    private record Snapshot(Rules rules, Bounds bounds) {
        boolean isCold() {
            return bounds.start() == Bounds.Start.COLD;
        }

        private boolean isMapped(PageId page) {
            return bounds.start() == Bounds.Start.MAPPED && page.number() < bounds.align();
        }

        private PageId headOf(PageId page) {
            return rules.compoundMemmap() ? new PageId(page.number() / bounds.align() * bounds.align()) : page;
        }

        Frame frame(PageId page) {
            if (isCold()) {
                return Frame.raw(page);
            }
            boolean single = !rules.compoundMemmap() || bounds.align() == 1;
            boolean head = headOf(page).equals(page);
            return new Frame(single ? Frame.Kind.BASE : head ? Frame.Kind.HEAD : Frame.Kind.TAIL, headOf(page));
        }

        Page page(PageId page) {
            if (isCold()) {
                return Page.counting(0);
            }
            boolean head = headOf(page).equals(page);
            Page unused = Page.counting(head || !rules.tailsCleared() ? 1 : 0);
            if (!isMapped(page) || !head) {
                return unused;
            }
            Page mapped = unused.associate(new EntryAt(Bounds.DEVICE, indexOf(page)));
            return rules.pteHoldsReference() && page.number() == 0
                    ? mapped.addRefs(1).addMappings(1)
                    : mapped;
        }

        Pte pte(PteAt at) {
            boolean mapped = bounds.start() == Bounds.Start.MAPPED
                    && at.mm().number() == 0
                    && at.index().number() == 0;
            PageId first = new PageId(0);
            return !mapped ? Pte.NONE : rules.pteHoldsReference() ? Pte.normal(first) : Pte.devmap(first);
        }

        Pagemap pagemap() {
            return Pagemap.live(isCold() ? 0 : pagemapRefs(rules, bounds));
        }
    }

    /** How many references the pagemap takes on itself for what it manages: {@code pfn_len}. */
    static int pagemapRefs(Rules rules, Bounds bounds) {
        boolean perPage = rules.pagemapCountsPages() || !rules.compoundMemmap();
        return perPage ? bounds.pages().size() : bounds.regions();
    }

    /** The place of a page in the device. */
    static pagelife.models.page.Index indexOf(PageId page) {
        return new pagelife.models.page.Index(page.number());
    }

    /** {@code struct page}. */
    public Cell<Page> page(PageId of) {
        return page.of(of);
    }

    /** What memmap initialisation has made of a page. */
    public Cell<Frame> frame(PageId of) {
        return frame.of(of);
    }

    /** Whether the memory behind a page is good. */
    public Cell<Health> health(PageId of) {
        return health.of(of);
    }

    /** A huge page-table entry. */
    public Cell<Pte> pte(PteAt at) {
        return pte.of(at);
    }

    /** The pagemap. */
    public Cell<Pagemap> pagemap() {
        return pagemap;
    }

    /** Whether the device is set up. */
    public Cell<Probe> probe() {
        return probe;
    }

    /** Whether the device is alive. */
    public Cell<DaxDevice> device() {
        return device;
    }

    /** {@code dax_srcu}. */
    public Cell<Srcu> srcu() {
        return srcu;
    }

    /** Whether a page-table walker takes interrupts. */
    public Cell<Irqs> irqs(TaskId walker) {
        return irqs.of(walker);
    }
}
