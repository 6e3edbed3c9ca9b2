package pagelife.models.devdax;

import static pagelife.checker.model.Fairness.NONE;
import static pagelife.checker.model.Fairness.STRONG;
import static pagelife.checker.model.Fairness.WEAK;

import pagelife.checker.model.Now;
import pagelife.checker.model.Place;
import pagelife.checker.model.Script;
import pagelife.checker.model.Source;
import pagelife.models.page.Counting;
import pagelife.models.page.Holds;
import pagelife.models.page.Irqs;
import pagelife.models.page.Owner;
import pagelife.models.page.PageEvent;
import pagelife.models.page.PageId;
import pagelife.models.page.Pagemap;
import pagelife.models.page.Pte;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;

/** get_user_pages_fast of the last 4K page of a huge device entry: mm/gup.c. No lock, interrupts off. */
final class FastGup {
    /**
     * What it has grabbed.
     *
     * @param seen the entry that it read
     * @param page the page that counts for it
     */
    record Grabbed(Pte seen, PageId page) {}

    /** g5f: the walk failed, the pagemap is still held. */
    private static final String FAIL = "g5f";

    /** g6: the page is pinned. */
    private static final Place<PageId> PINNED = Place.of("g6", PageId.class);

    private final Kernel kernel;
    private final Cells cells;
    private final TaskId task;
    private final PteAt at;
    private final boolean takesPagemap;
    private final Owner self;
    private final Owner pin;
    private final Holds pagemap;

    FastGup(Kernel kernel, TaskId task, PteAt at) {
        this.kernel = kernel;
        this.cells = kernel.cells();
        this.task = task;
        this.at = at;
        this.takesPagemap = kernel.rules().gupTakesPagemap();
        this.self = new Owner.Transient(task);
        this.pin = new Owner.Pin(task);
        this.pagemap = Holds.shortly(task, Pagemap.Id.PAGEMAP, takesPagemap ? 1 : 0);
    }

    Script script() {
        Source pmd = kernel.gup("mm/gup.c", "__gup_device_huge_pmd", "gup_fast_pmd_leaf");
        Source huge = kernel.gup("mm/gup.c", "__gup_device_huge", "try_grab_folio_fast");
        Script gup = new Script()
                .fairness(NONE)
                .in(pmd)
                .step("g1 read entry", this::look)
                .owes(WEAK)
                .in(huge);
        if (takesPagemap) {
            gup.step("g2 take pagemap", Pte.class, (now, seen) -> takePagemap(now));
        }
        gup.step("g3 add unless zero", Pte.class, this::grab)
                .has(pagemap)
                .in(pmd)
                .step("g4 read entry again", Grabbed.class, this::lookAgain)
                .has(Grabbed.class, grabbed -> new Holds(grabbed.page(), self, 1))
                .has(pagemap)
                .in(huge);
        if (takesPagemap) {
            gup.step("g5 put pagemap", PageId.class, (now, page) -> putPagemap(now))
                    .has(PageId.class, this::pinOf)
                    .has(pagemap);
        }
        gup.owes(STRONG)
                .in(kernel.source("mm/gup.c", "unpin_user_page"))
                .step(PINNED, "g6 unpin", this::unpin)
                .has(PageId.class, this::pinOf);
        return takesPagemap
                ? gup.owes(WEAK)
                        .in(huge)
                        .step(FAIL + " put pagemap", this::putPagemap)
                        .has(pagemap)
                : gup;
    }

    private Holds pinOf(PageId page) {
        return new Holds(page, pin, 1);
    }

    private void look(Now now) {
        Pte pte = now.read(cells.pte(at));
        if (pte.isPresent()) {
            irqs(now, Irqs.off(at.mm()));
            now.hand(pte);
        } else {
            now.end();
        }
    }

    private void takePagemap(Now now) {
        if (!Counting.tryGet(now, cells.pagemap(), pagemap.owner())) {
            fail(now);
        }
    }

    /** g3: where the grab fails, the pagemap was once forgotten (6401c4eb57f9). */
    private void grab(Now now, Pte seen) {
        PageId page = kernel.bounds().of(seen.page().get()).last();
        PageId head = now.read(cells.frame(page)).head();
        if (Counting.getUnlessZero(now, cells.page(head), head, 1, self)) {
            now.hand(new Grabbed(seen, head));
        } else {
            giveUp(now, kernel.rules().failedGrabPutsPagemap());
        }
    }

    /** g4: if the entry has changed the grab is undone. */
    private void lookAgain(Now now, Grabbed grabbed) {
        if (!now.read(cells.pte(at)).equals(grabbed.seen())) {
            kernel.put(now, grabbed.page(), 1, self);
            giveUp(now, true);
            return;
        }
        now.tell(new PageEvent.Passed(grabbed.page(), 1, self, pin));
        if (!takesPagemap) {
            irqs(now, Irqs.ON);
        }
        now.hand(grabbed.page());
    }

    private void giveUp(Now now, boolean putsPagemap) {
        if (takesPagemap && putsPagemap) {
            now.go(FAIL);
        } else {
            fail(now);
        }
    }

    private void putPagemap(Now now) {
        Counting.put(now, cells.pagemap(), 1, pagemap.owner());
        irqs(now, Irqs.ON);
    }

    private void unpin(Now now, PageId page) {
        kernel.put(now, page, 1, pin);
        now.end();
    }

    private void fail(Now now) {
        irqs(now, Irqs.ON);
        now.end();
    }

    private void irqs(Now now, Irqs irqs) {
        now.write(cells.irqs(task), irqs);
    }
}
