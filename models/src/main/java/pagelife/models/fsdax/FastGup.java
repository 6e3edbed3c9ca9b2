package pagelife.models.fsdax;

import static pagelife.checker.model.Fairness.NONE;
import static pagelife.checker.model.Fairness.WEAK;

import pagelife.checker.model.Cell;
import pagelife.checker.model.Now;
import pagelife.checker.model.Place;
import pagelife.checker.model.Script;
import pagelife.checker.model.Source;
import pagelife.models.page.Begun;
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

/**
 * get_user_pages without locks, interrupts off from g1 to g5: mm/gup.c. Wherever it cannot go on it ends empty-handed; that
 * the kernel then takes the slow path is a slow GUP of the model.
 */
public final class FastGup {
    /** A PTE as it was read, and how many references of its page were grabbed. */
    public record Grabbed(Pte seen, int refs) {
        PageId page() {
            return seen.page().get();
        }
    }

    /** g4: grabbed, before the PTE is read again. */
    public static final Place<Grabbed> RECHECK = Place.of("g4", Grabbed.class);

    private final Kernel kernel;
    private final Rules rules;
    private final TaskId task;
    private final Cell<Pins> pins;
    private final PteAt at;
    private final Owner self;
    private final Owner pin;
    private final Holds pagemap;
    private final boolean takesPagemap;

    FastGup(Kernel kernel, TaskId task, Cell<Pins> pins, PteAt at) {
        this.kernel = kernel;
        this.rules = kernel.rules();
        this.task = task;
        this.pins = pins;
        this.at = at;
        this.self = new Owner.Transient(task);
        this.pin = new Owner.Pin(task);
        this.pagemap = Holds.shortly(task, Pagemap.Id.PAGEMAP, 1);
        this.takesPagemap = rules.is(Rules.GUP_TAKES_PAGEMAP);
    }

    Script script() {
        Source walk = kernel.source("mm/gup.c", "gup_pte_range", "gup_pte_range", "gup_fast_pte_range");
        Source grab = kernel.source("mm/gup.c", "try_grab_compound_head", "try_grab_folio", "try_grab_folio_fast");
        Script gup = new Script()
                .fairness(NONE)
                .in(walk)
                .step("g1 read PTE", this::readPte)
                .has(Begun.NOT_YET)
                .owes(WEAK);
        if (takesPagemap) {
            gup.in(kernel.source("mm/memremap.c", "get_dev_pagemap"))
                    .step("g2 take pagemap", Pte.class, this::takePagemap);
        }
        holdsPagemap(gup.in(grab).step("g3 grab unless zero", Pte.class, this::grab));
        if (rules.pinRefs() > 1) {
            holdsPagemap(
                    gup.step("g3b add pin bias", Grabbed.class, this::addBias).has(Grabbed.class, this::grabbed));
        }
        holdsPagemap(
                gup.in(walk).step(RECHECK, "g4 read PTE again", this::recheck).has(Grabbed.class, this::grabbed));
        return takesPagemap ? leaving(gup) : gup;
    }

    private Script leaving(Script gup) {
        Source put = kernel.source("include/linux/memremap.h", "put_dev_pagemap");
        return gup.in(put)
                .step("g5 put pagemap", this::putPagemap)
                .has(pagemap)
                .step("g5x put pagemap, give up", this::putPagemap)
                .has(pagemap);
    }

    private void holdsPagemap(Script gup) {
        if (takesPagemap) {
            gup.has(pagemap);
        }
    }

    private Holds grabbed(Grabbed grabbed) {
        return new Holds(grabbed.page(), self, grabbed.refs());
    }

    private void readPte(Now now) {
        Pte pte = now.read(kernel.cells().pte(at));
        if (!pte.isPresent() || pte.kind() == Pte.Kind.SPECIAL) {
            now.end();
            return;
        }
        irqs(now, Irqs.off(at.mm()));
        now.hand(pte);
    }

    private void takePagemap(Now now, Pte seen) {
        if (!kernel.references().getPagemap(now, pagemap.owner())) {
            leave(now);
        }
    }

    /** g3: with counts that start at 1 this succeeds on idle pages too. FOLL_PIN is two atomics. */
    private void grab(Now now, Pte seen) {
        PageId page = seen.page().get();
        if (!rules.is(Rules.GRAB_UNLESS_ZERO)) {
            kernel.references().get(now, page, self);
        } else if (!kernel.references().getUnlessZero(now, page, 1, self)) {
            giveUp(now);
            return;
        }
        now.hand(new Grabbed(seen, 1));
    }

    private void addBias(Now now, Grabbed grabbed) {
        kernel.references().getUnlessZero(now, grabbed.page(), rules.pinRefs() - 1, self);
        now.hand(new Grabbed(grabbed.seen(), rules.pinRefs()));
    }

    /** g4: if the entry changed, the grab is taken back, which may make the page idle. */
    private void recheck(Now now, Grabbed grabbed) {
        PageId page = grabbed.page();
        if (rules.is(Rules.RECHECK_PTE) && !now.read(kernel.cells().pte(at)).equals(grabbed.seen())) {
            kernel.references().put(now, page, grabbed.refs(), self, rules.is(Rules.UNDO_WAKES));
            giveUp(now);
            return;
        }
        now.change(pins, held -> held.take(Pin.through(at, page, grabbed.refs())));
        now.tell(new PageEvent.Passed(page, grabbed.refs(), self, pin));
        if (takesPagemap) {
            now.go("g5");
        } else {
            leave(now);
        }
    }

    private void putPagemap(Now now) {
        kernel.references().putPagemap(now, pagemap.owner());
        leave(now);
    }

    private void giveUp(Now now) {
        if (takesPagemap) {
            now.go("g5x");
        } else {
            leave(now);
        }
    }

    private void leave(Now now) {
        irqs(now, Irqs.ON);
        now.end();
    }

    /** Only a TLB flush by interrupt asks. */
    private void irqs(Now now, Irqs irqs) {
        if (rules.is(Rules.IPI_FLUSH)) {
            now.write(kernel.cells().irqs(task), irqs);
        }
    }
}
