package pagelife.models.parts;

import static pagelife.checker.model.Fairness.NONE;
import static pagelife.checker.model.Fairness.WEAK;

import io.vavr.control.Option;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Now;
import pagelife.checker.model.Place;
import pagelife.checker.model.Script;
import pagelife.checker.model.Source;
import pagelife.models.kernel.PercpuRef;
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
 * get_user_pages without locks, interrupts off from g1 to g5: mm/gup.c. Wherever it cannot go on it ends empty-handed;
 * that the kernel then takes the slow path is another pin of the model.
 */
public final class FastPin {
    /**
     * What was grabbed.
     *
     * @param seen the entry as it was read
     * @param page the page that counts
     * @param refs how many of its references
     */
    public record Grabbed(Pte seen, PageId page, int refs) {}

    /** g4: grabbed, before the entry is read again. */
    public static final Place<Grabbed> RECHECK = Place.of("g4", Grabbed.class);

    /**
     * Who pins what.
     *
     * @param task who pins
     * @param pins where its pins stand
     * @param at the page-table entry through which it pins
     * @param entry where that entry stands, or the huge one that covers it
     * @param irqs whether the task takes interrupts; empty where nobody asks
     */
    public record Walk(TaskId task, Cell<Pins> pins, PteAt at, Cell<Pte> entry, Option<Cell<Irqs>> irqs) {}

    /** What is refused of what is mapped. */
    public enum Refusal {
        /** Nothing. */
        NOTHING,
        /** The entry, before anything is counted. */
        ENTRY,
        /** The page, which is held by then. */
        PAGE
    }

    /** What differs between families and eras: here as it should be. */
    public interface Rules {
        /** The page that counts for a pin through {@code seen}. */
        PageId find(Now now, Pte seen);

        /** Takes one reference. Returns whether it got it. */
        boolean grab(Now now, PageId page, Owner self);

        /** How many references a pin holds. {@code FOLL_PIN} is two atomics: one reference, and then the others. */
        default int refs() {
            return 1;
        }

        /** Takes the others. */
        default void grabMore(Now now, PageId page, int refs, Owner self) {}

        /** Takes a grab back, which may make the page idle. */
        void undo(Now now, PageId page, int refs, Owner self);

        /** What is refused whatever is mapped, as a long-term pin is. */
        default Refusal refuses() {
            return Refusal.NOTHING;
        }

        /** Whether the entry is read again after the grab. */
        default boolean rechecks() {
            return true;
        }

        /** The pagemap that is held meanwhile; empty where it is not. */
        Option<Cell<Pagemap>> pagemap();

        /** Whether a failed grab lets go of the pagemap. */
        default boolean failurePutsPagemap() {
            return true;
        }
    }

    /** The functions that the steps stand for: reading the entry, g2, g3, g5. */
    public record Sources(Source walk, Source takePagemap, Source grab, Source putPagemap) {}

    private static final String PUT_PAGEMAP = "g5";
    private static final String GIVE_UP = "g5x";

    private final Walk walk;
    private final Rules rules;
    private final Owner self;
    private final Owner pin;
    private final Holds pagemap;

    /** Declares a pin. */
    public FastPin(Walk walk, Rules rules) {
        this.walk = walk;
        this.rules = rules;
        this.self = new Owner.Transient(walk.task());
        this.pin = new Owner.Pin(walk.task());
        this.pagemap = Holds.shortly(walk.task(), Pagemap.Id.PAGEMAP, 1);
    }

    /** The operation. */
    public Script script(Sources sources) {
        Script gup = new Script()
                .fairness(NONE)
                .in(sources.walk())
                .step("g1 read PTE", this::read)
                .statement("pte = ptep_get(ptep)")
                .has(Begun.NOT_YET);
        if (rules.refuses() == Refusal.ENTRY) {
            return gup;
        }
        gup.owes(WEAK);
        rules.pagemap()
                .forEach(held -> gup.in(sources.takePagemap())
                        .step("g2 take pagemap", Pte.class, (now, seen) -> takePagemap(now, held))
                        .statement("get_dev_pagemap(pfn)"));
        holdsPagemap(gup.in(sources.grab()).step("g3 grab unless zero", Pte.class, this::grab));
        if (rules.refuses() == Refusal.PAGE) {
            holdsPagemap(
                    gup.step("g3x refuse page", Grabbed.class, this::refuse).has(Grabbed.class, this::held));
            return givingUp(gup, sources);
        }
        if (rules.refs() > 1) {
            holdsPagemap(
                    gup.step("g3b add pin bias", Grabbed.class, this::addBias).has(Grabbed.class, this::held));
        }
        holdsPagemap(gup.in(sources.walk())
                .step(RECHECK, "g4 read PTE again", this::recheck)
                .statement("if (pte != ptep_get(ptep)) undo")
                .has(Grabbed.class, this::held));
        rules.pagemap()
                .forEach(held -> gup.in(sources.putPagemap())
                        .step(PUT_PAGEMAP + " put pagemap", now -> putPagemap(now, held))
                        .has(pagemap));
        return givingUp(gup, sources);
    }

    private Script givingUp(Script gup, Sources sources) {
        rules.pagemap()
                .forEach(held -> gup.in(sources.putPagemap())
                        .step(GIVE_UP + " put pagemap, give up", now -> putPagemap(now, held))
                        .has(pagemap));
        return gup;
    }

    private void holdsPagemap(Script gup) {
        if (rules.pagemap().isDefined()) {
            gup.has(pagemap);
        }
    }

    private Holds held(Grabbed grabbed) {
        return new Holds(grabbed.page(), self, grabbed.refs());
    }

    private void read(Now now) {
        Pte pte = now.read(walk.entry());
        if (!pte.isPresent() || pte.kind() == Pte.Kind.SPECIAL || pte.kind() == Pte.Kind.ZERO) {
            now.saw("nothing to pin");
            now.end();
            return;
        }
        if (rules.refuses() == Refusal.ENTRY) {
            now.saw("device page: no long-term pin");
            now.end();
            return;
        }
        pte.page().forEach(page -> now.saw("pte = ptep_get(ptep), maps %s", page));
        irqs(now, Irqs.off(walk.at().mm()));
        now.hand(pte);
    }

    private void takePagemap(Now now, Cell<Pagemap> held) {
        if (!PercpuRef.of(held).trygetLive(now, self)) {
            now.saw("pagemap dying: give up");
            leave(now);
        }
    }

    /** g3: with counts that start at 1 this succeeds on idle pages too. */
    private void grab(Now now, Pte seen) {
        PageId page = rules.find(now, seen);
        if (rules.grab(now, page, self)) {
            now.hand(new Grabbed(seen, page, 1));
        } else if (rules.failurePutsPagemap()) {
            now.saw("no reference: give up");
            giveUp(now);
        } else {
            now.saw("no reference: give up, pagemap kept");
            leave(now);
        }
    }

    /** g3x: what was grabbed goes back, which may be the last reference. */
    private void refuse(Now now, Grabbed grabbed) {
        now.saw("device page: no long-term pin");
        rules.undo(now, grabbed.page(), grabbed.refs(), self);
        giveUp(now);
    }

    private void addBias(Now now, Grabbed grabbed) {
        rules.grabMore(now, grabbed.page(), rules.refs() - 1, self);
        now.hand(new Grabbed(grabbed.seen(), grabbed.page(), rules.refs()));
    }

    private void recheck(Now now, Grabbed grabbed) {
        if (rules.rechecks() && !now.read(walk.entry()).equals(grabbed.seen())) {
            now.saw("PTE changed: undo");
            rules.undo(now, grabbed.page(), grabbed.refs(), self);
            giveUp(now);
            return;
        }
        now.saw(rules.rechecks() ? "PTE unchanged: pinned" : "PTE not read again: pinned");
        now.change(walk.pins(), held -> held.take(Pin.through(walk.at(), grabbed.page(), grabbed.refs())));
        now.tell(new PageEvent.Passed(grabbed.page(), grabbed.refs(), self, pin));
        goOn(now, PUT_PAGEMAP);
    }

    private void giveUp(Now now) {
        goOn(now, GIVE_UP);
    }

    /** Lets go of the pagemap at that place, where it is held. */
    private void goOn(Now now, String place) {
        if (rules.pagemap().isDefined()) {
            now.go(place);
        } else {
            leave(now);
        }
    }

    private void putPagemap(Now now, Cell<Pagemap> held) {
        PercpuRef.of(held).putMany(now, 1, self);
        leave(now);
    }

    private void leave(Now now) {
        irqs(now, Irqs.ON);
        now.end();
    }

    private void irqs(Now now, Irqs irqs) {
        walk.irqs().forEach(cell -> now.write(cell, irqs));
    }
}
