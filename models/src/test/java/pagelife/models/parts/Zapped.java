package pagelife.models.parts;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.Cell;
import pagelife.checker.model.CellFamily;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Now;
import pagelife.checker.model.Source;
import pagelife.models.page.Books;
import pagelife.models.page.Counting;
import pagelife.models.page.Irqs;
import pagelife.models.page.Mapping;
import pagelife.models.page.MmId;
import pagelife.models.page.Owner;
import pagelife.models.page.Page;
import pagelife.models.page.PageId;
import pagelife.models.page.Pte;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;
import pagelife.models.page.TlbFlush;

/** A task that unmaps what is mapped at the start, each entry another page, and what it may do wrong. */
final class Zapped implements Unmap.Rules {
    private static final TaskId TASK = new TaskId("zap");
    private static final TaskId WALKER = new TaskId("walker");

    private final ModelBuilder builder;
    private final Vector<PteAt> ptes;
    private final Slip slip;
    private final CellFamily<PageId, Page> page;
    private final CellFamily<PteAt, Pte> pte;
    private final Cell<Irqs> irqs;
    private final Zap zap;

    /** What it does wrong. */
    enum Slip {
        /** Nothing. */
        NONE,
        /** Waits for no flush. */
        FLUSHES_NOT,
        /** Puts what it has cleared at once. */
        PUTS_AT_ONCE,
        /** Puts each reference twice. */
        PUTS_TWICE
    }

    Zapped(ModelBuilder builder, Vector<PteAt> ptes, Slip slip) {
        this.builder = builder;
        this.ptes = ptes;
        this.slip = slip;
        this.page = builder.cells("page", pages(), Page.class, of -> new Page(1, 1, Mapping.NONE));
        this.pte = builder.cells("pte", ptes, Pte.class, at -> Pte.normal(pageOf(at)));
        this.irqs = builder.cell("irqs", Irqs.class, Irqs.ON);
        this.zap = new Zap(Vector.of(WALKER), walker -> irqs);
    }

    void task() {
        Unmap unmap = new Unmap("t3", "t3p", TASK, this, (now, last) -> now.end());
        builder.task(TASK.name())
                .step("t1 begin", now -> unmap.begin(now, ptes))
                .with(script -> unmap.steps(script, "unmap", Source.NONE));
    }

    Books books(Model model) {
        Books counted = pages().foldLeft(Books.of(model), (books, of) -> books.page(of, page.of(of)));
        return ptes.foldLeft(counted, (books, at) -> books.entry(at, pte.of(at)));
    }

    Seq<PageId> pages() {
        return Vector.range(0, ptes.size()).map(PageId::new);
    }

    PageId pageOf(PteAt at) {
        return new PageId(ptes.indexOf(at));
    }

    Cell<Page> page(PageId of) {
        return page.of(of);
    }

    Cell<Pte> pte(PteAt at) {
        return pte.of(at);
    }

    Cell<Irqs> irqs() {
        return irqs;
    }

    @Override
    public Option<PageId> clear(Now now, PteAt at) {
        Option<PageId> cleared = Zap.clear(now, at, pte.of(at), page::of);
        if (slip == Slip.PUTS_AT_ONCE) {
            cleared.forEach(of -> put(now, of, at));
            return Option.none();
        }
        return cleared;
    }

    @Override
    public TlbFlush flush(Now now, MmId mm) {
        return zap.flush(now, mm);
    }

    @Override
    public boolean isPending(Now now, TlbFlush flush) {
        return slip != Slip.FLUSHES_NOT && zap.isPending(now, flush);
    }

    @Override
    public void put(Now now, PageId of, PteAt at) {
        Counting.put(now, page.of(of), of, slip == Slip.PUTS_TWICE ? 2 : 1, new Owner.Mapping(at));
    }

    @Override
    public boolean puts() {
        return true;
    }

    @Override
    public boolean waits() {
        return true;
    }
}
