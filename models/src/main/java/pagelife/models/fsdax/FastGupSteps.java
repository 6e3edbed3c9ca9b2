package pagelife.models.fsdax;

import static pagelife.checker.model.Fairness.NONE;
import static pagelife.checker.model.Fairness.STRONG;
import static pagelife.checker.model.Fairness.WEAK;

import pagelife.checker.model.ActorBuilder;
import pagelife.checker.model.Control;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.model.StepView;
import pagelife.models.page.Irqs;
import pagelife.models.page.Owner;
import pagelife.models.page.PageId;
import pagelife.models.page.Pte;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;

/**
 * get_user_pages without locks, interrupts off: mm/gup.c. Wherever it cannot go on it ends empty-handed; that the kernel
 * then takes the slow path is a slow GUP of the model.
 */
final class FastGupSteps {
    private final Kernel kernel;
    private final Rules rules;
    private final TaskId task;
    private final PteAt at;
    private final Owner pin;

    FastGupSteps(Kernel kernel, TaskId task, PteAt at) {
        this.kernel = kernel;
        this.rules = kernel.rules();
        this.task = task;
        this.at = at;
        this.pin = new Owner.Pin(task);
    }

    void declare(ModelBuilder model) {
        Source walk = kernel.source("mm/gup.c", "gup_pte_range", "gup_pte_range", "gup_fast_pte_range");
        Source grab = kernel.source("mm/gup.c", "try_grab_compound_head", "try_grab_folio", "try_grab_folio_fast");
        ActorBuilder<FastGup> gup = model.actor(task.name(), FastGup.class, new FastGup.Walk())
                .fairness(NONE)
                .step("g1", "read PTE", walk, FastGup.Walk.class, this::g1);
        if (rules.gupTakesPagemap()) {
            Source take = kernel.source("mm/memremap.c", "get_dev_pagemap");
            gup.step("g2", "take pagemap", take, FastGup.Lookup.class, WEAK, this::g2);
        } else {
            gup.without(FastGup.Lookup.class).without(FastGup.Leave.class).without(FastGup.LeaveEmpty.class);
        }
        gup.step("g3", "grab unless zero", grab, FastGup.Grab.class, WEAK, this::g3);
        if (rules.pinRefs() > 1) {
            gup.step("g3b", "add pin bias", grab, FastGup.AddBias.class, WEAK, this::g3b);
        } else {
            gup.without(FastGup.AddBias.class);
        }
        gup.step("g4", "read PTE again", walk, FastGup.Recheck.class, WEAK, this::g4);
        if (rules.gupTakesPagemap()) {
            Source put = kernel.source("include/linux/memremap.h", "put_dev_pagemap");
            gup.step("g5", "put pagemap", put, FastGup.Leave.class, WEAK, this::g5)
                    .step("g5x", "put pagemap, give up", put, FastGup.LeaveEmpty.class, WEAK, this::g5x);
        }
        gup.step("g6", "unpin", kernel.unpin(), FastGup.Pinned.class, STRONG, this::g6);
    }

    private Control g1(FastGup.Walk walk, StepView view) {
        Pte pte = view.read(kernel.cells().pte(at));
        if (!pte.isPresent() || pte.kind() == Pte.Kind.SPECIAL) {
            return kernel.done(new FastGup.Walk());
        }
        irqs(view, Irqs.OFF);
        return rules.gupTakesPagemap() ? new FastGup.Lookup(pte) : new FastGup.Grab(pte);
    }

    private Control g2(FastGup.Lookup lookup, StepView view) {
        return kernel.references().getPagemap(view, new Owner.Transient(task))
                ? new FastGup.Grab(lookup.seen())
                : leave(view);
    }

    /** g3: with counts that start at 1 this succeeds on idle pages too. FOLL_PIN is two atomics. */
    private Control g3(FastGup.Grab grab, StepView view) {
        if (!rules.grabUnlessZero()) {
            kernel.references().get(view, page(grab.seen()), pin);
        } else if (!kernel.references().getUnlessZero(view, page(grab.seen()), 1, pin)) {
            return giveUp(view);
        }
        return rules.pinRefs() > 1 ? new FastGup.AddBias(grab.seen()) : new FastGup.Recheck(grab.seen(), 1);
    }

    private Control g3b(FastGup.AddBias add, StepView view) {
        kernel.references().getUnlessZero(view, page(add.seen()), rules.pinRefs() - 1, pin);
        return new FastGup.Recheck(add.seen(), rules.pinRefs());
    }

    /** g4: if the entry changed, the grab is taken back, which may make the page idle. */
    private Control g4(FastGup.Recheck recheck, StepView view) {
        PageId page = page(recheck.seen());
        if (rules.recheckPte() && !view.read(kernel.cells().pte(at)).equals(recheck.seen())) {
            kernel.references().put(view, page, recheck.refs(), pin, rules.undoWakes());
            return giveUp(view);
        }
        FastGup.Pinned pinned = new FastGup.Pinned(page, recheck.refs());
        if (rules.gupTakesPagemap()) {
            return new FastGup.Leave(pinned);
        }
        irqs(view, Irqs.ON);
        return pinned;
    }

    private Control g5(FastGup.Leave leave, StepView view) {
        kernel.references().putPagemap(view, new Owner.Transient(task));
        irqs(view, Irqs.ON);
        return leave.pinned();
    }

    private Control g5x(FastGup.LeaveEmpty empty, StepView view) {
        kernel.references().putPagemap(view, new Owner.Transient(task));
        return leave(view);
    }

    private Control g6(FastGup.Pinned pinned, StepView view) {
        PinHolder holder = SlowGupSteps.holder(view, rules);
        kernel.references().put(view, pinned.page(), pinned.refs(), pin, rules.wakes(holder));
        return kernel.done(new FastGup.Walk());
    }

    private Control giveUp(StepView view) {
        return rules.gupTakesPagemap() ? new FastGup.LeaveEmpty() : leave(view);
    }

    private Control leave(StepView view) {
        irqs(view, Irqs.ON);
        return kernel.done(new FastGup.Walk());
    }

    /** Only a TLB flush by interrupt asks. */
    private void irqs(StepView view, Irqs irqs) {
        if (rules.ipiFlush()) {
            view.write(kernel.cells().irqs(task), irqs);
        }
    }

    private static PageId page(Pte seen) {
        return seen.page().get();
    }
}
