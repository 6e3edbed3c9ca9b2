package pagelife.models.devdax;

import static pagelife.checker.model.Fairness.NONE;
import static pagelife.checker.model.Fairness.WEAK;

import pagelife.checker.model.Cell;
import pagelife.checker.model.Now;
import pagelife.checker.model.Script;
import pagelife.checker.model.Source;
import pagelife.models.page.Counting;
import pagelife.models.page.Holds;
import pagelife.models.page.Irqs;
import pagelife.models.page.Owner;
import pagelife.models.page.PageEvent;
import pagelife.models.page.PageId;
import pagelife.models.page.Pagemap;
import pagelife.models.page.Pin;
import pagelife.models.page.Pins;
import pagelife.models.page.Pte;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;

/** get_user_pages_fast of one 4K page of a huge device entry: mm/gup.c. No lock, interrupts off. */
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

    private final Kernel kernel;
    private final Cells cells;
    private final TaskId task;
    private final Cell<Pins> pins;
    private final PteAt at;
    private final Cell<Pte> entry;
    private final boolean takesPagemap;
    private final Owner self;
    private final Owner pin;
    private final Holds pagemap;

    /** @param at the place of the page */
    FastGup(Kernel kernel, TaskId task, Cell<Pins> pins, PteAt at) {
        this.kernel = kernel;
        this.cells = kernel.cells();
        this.task = task;
        this.pins = pins;
        this.at = at;
        this.entry = cells.pte(kernel.world().entry(at.mm(), at.index()));
        this.takesPagemap = kernel.rules().is(Rules.GUP_TAKES_PAGEMAP);
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
        return takesPagemap
                ? gup.step("g5 put pagemap", this::putPagemap)
                        .has(pagemap)
                        .step(FAIL + " put pagemap", this::putPagemap)
                        .has(pagemap)
                : gup;
    }

    private void look(Now now) {
        Pte pte = now.read(entry);
        if (pte.isPresent()) {
            irqs(now, Irqs.off(at.mm()));
            now.hand(pte);
        } else {
            now.end();
        }
    }

    private void takePagemap(Now now) {
        if (!Counting.tryGet(now, cells.pagemap(), pagemap.owner())) {
            leave(now);
        }
    }

    /** g3: where the grab fails, the pagemap was once forgotten (6401c4eb57f9). */
    private void grab(Now now, Pte seen) {
        PageId page = kernel.world().pageAt(seen.page().get(), at.index());
        PageId head = now.read(cells.frame(page)).head();
        if (Counting.getUnlessZero(now, cells.page(head), head, 1, self)) {
            now.hand(new Grabbed(seen, head));
        } else {
            giveUp(now, kernel.rules().is(Rules.FAILED_GRAB_PUTS_PAGEMAP));
        }
    }

    /** g4: if the entry has changed the grab is undone. */
    private void lookAgain(Now now, Grabbed grabbed) {
        if (!now.read(entry).equals(grabbed.seen())) {
            kernel.put(now, grabbed.page(), 1, self);
            giveUp(now, true);
            return;
        }
        now.change(pins, held -> held.take(Pin.through(at, grabbed.page(), 1)));
        now.tell(new PageEvent.Passed(grabbed.page(), 1, self, pin));
        if (!takesPagemap) {
            leave(now);
        }
    }

    private void giveUp(Now now, boolean putsPagemap) {
        if (takesPagemap && putsPagemap) {
            now.go(FAIL);
        } else {
            leave(now);
        }
    }

    private void putPagemap(Now now) {
        Counting.put(now, cells.pagemap(), 1, pagemap.owner());
        leave(now);
    }

    private void leave(Now now) {
        irqs(now, Irqs.ON);
        now.end();
    }

    private void irqs(Now now, Irqs irqs) {
        now.write(cells.irqs(task), irqs);
    }
}
