package pagelife.models.devdax;

import pagelife.checker.model.Cell;
import pagelife.checker.model.CellFamily;
import pagelife.checker.model.ModelBuilder;
import pagelife.models.kernel.Completion;
import pagelife.models.kernel.Rcu;
import pagelife.models.page.DaxDevice;
import pagelife.models.page.EntryAt;
import pagelife.models.page.Frame;
import pagelife.models.page.Irqs;
import pagelife.models.page.Page;
import pagelife.models.page.PageId;
import pagelife.models.page.Pagemap;
import pagelife.models.page.Pte;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;

/** The shared variables of device-dax. */
public final class Cells {
    private final CellFamily<PageId, Page> page;
    private final CellFamily<PageId, Frame> frame;
    private final CellFamily<PageId, Health> health;
    private final CellFamily<PteAt, Pte> pte;
    private final Cell<Pagemap> pagemap;
    private final Completion probe;
    private final Cell<DaxDevice> device;
    private final Rcu srcu;
    private final CellFamily<TaskId, Irqs> irqs;

    Cells(ModelBuilder model, Rules rules, World world, Iterable<TaskId> walkers) {
        Snapshot first = new Snapshot(rules, world);
        page = model.cells("page", world.pages(), Page.class, first::page);
        frame = model.cells("frame", world.pages(), Frame.class, first::frame);
        health = model.cells("health", world.pages(), Health.class, p -> Health.SOUND);
        pte = model.cells("pte", world.ptes(), Pte.class, first::pte);
        pagemap = model.cell("pagemap", Pagemap.class, first.pagemap());
        probe = first.isCold() ? Completion.declare(model, "probe") : Completion.declareDone(model, "probe");
        device = model.cell("device", DaxDevice.class, DaxDevice.ALIVE);
        srcu = Rcu.declare(model, "srcu");
        irqs = model.cells("irqs", walkers, Irqs.class, walker -> Irqs.ON);
    }

    /** What the cells hold at the beginning. */
    private record Snapshot(Rules rules, World world) {
        boolean isCold() {
            return world.start() == World.Start.COLD;
        }

        private boolean isMapped(PageId page) {
            return world.start() == World.Start.MAPPED && page.number() < world.align();
        }

        private PageId headOf(PageId page) {
            return rules.compoundMemmap() ? new PageId(page.number() / world.align() * world.align()) : page;
        }

        Frame frame(PageId page) {
            if (isCold()) {
                return Frame.raw(page);
            }
            boolean single = !rules.compoundMemmap() || world.align() == 1;
            boolean head = headOf(page).equals(page);
            return new Frame(single ? Frame.Kind.BASE : head ? Frame.Kind.HEAD : Frame.Kind.TAIL, headOf(page));
        }

        Page page(PageId page) {
            if (isCold()) {
                return Page.counting(0);
            }
            boolean head = headOf(page).equals(page);
            Page unused = Page.counting(head || !rules.is(Rules.TAILS_CLEARED) ? 1 : 0);
            if (!isMapped(page) || !head) {
                return unused;
            }
            Page mapped = unused.associate(new EntryAt(World.DEVICE, World.indexOf(page)));
            return rules.is(Rules.PTE_HOLDS_REFERENCE) && page.number() == 0
                    ? mapped.addRefs(1).addMappings(1)
                    : mapped;
        }

        Pte pte(PteAt at) {
            boolean mapped = world.start() == World.Start.MAPPED
                    && at.mm().number() == 0
                    && at.index().number() == 0;
            PageId first = new PageId(0);
            return !mapped ? Pte.NONE : rules.is(Rules.PTE_HOLDS_REFERENCE) ? Pte.normal(first) : Pte.devmap(first);
        }

        Pagemap pagemap() {
            return Pagemap.live(isCold() ? 0 : rules.pagemapRefs(world));
        }
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

    /** Whether the driver has set the device up: before that nobody can open it. */
    public Completion probe() {
        return probe;
    }

    /** Whether the device is alive. */
    public Cell<DaxDevice> device() {
        return device;
    }

    /** {@code dax_srcu}. */
    public Rcu srcu() {
        return srcu;
    }

    /** Whether a page-table walker takes interrupts. */
    public Cell<Irqs> irqs(TaskId walker) {
        return irqs.of(walker);
    }
}
