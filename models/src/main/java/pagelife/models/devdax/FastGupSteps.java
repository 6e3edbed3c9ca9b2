package pagelife.models.devdax;

import static pagelife.checker.model.Fairness.NONE;
import static pagelife.checker.model.Fairness.STRONG;
import static pagelife.checker.model.Fairness.WEAK;

import pagelife.checker.model.ActorBuilder;
import pagelife.checker.model.Control;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.model.StepView;
import pagelife.models.page.Counting;
import pagelife.models.page.Irqs;
import pagelife.models.page.Owner;
import pagelife.models.page.PageId;
import pagelife.models.page.Pte;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;

/** get_user_pages_fast of the last 4K page of a huge device entry: mm/gup.c __gup_device_huge. No lock, interrupts off. */
final class FastGupSteps {
    private final Kernel kernel;
    private final Cells cells;
    private final TaskId task;
    private final PteAt at;

    FastGupSteps(Kernel kernel, TaskId task, PteAt at) {
        this.kernel = kernel;
        this.cells = kernel.cells();
        this.task = task;
        this.at = at;
    }

    void declare(ModelBuilder model) {
        Source pmd = kernel.source("mm/gup.c", "__gup_device_huge_pmd");
        Source huge = kernel.source("mm/gup.c", "__gup_device_huge");
        ActorBuilder<FastGup> gup = model.actor(task.name(), FastGup.class, new FastGup.Walk())
                .fairness(NONE)
                .step("g1", "read entry", pmd, FastGup.Walk.class, this::g1)
                .step("g4", "read entry again", pmd, FastGup.Recheck.class, WEAK, this::g4)
                .step(
                        "g6",
                        "unpin",
                        kernel.source("mm/gup.c", "unpin_user_page"),
                        FastGup.Pinned.class,
                        STRONG,
                        this::g6);
        if (kernel.rules().gupTakesPagemap()) {
            gup.step("g2", "take pagemap", huge, FastGup.TakePagemap.class, WEAK, this::g2)
                    .step("g3", "add unless zero", huge, FastGup.GrabHeld.class, WEAK, this::g3)
                    .step("g5", "put pagemap", huge, FastGup.PutPagemap.class, WEAK, this::g5)
                    .step("g5f", "put pagemap", huge, FastGup.Fail.class, WEAK, this::g5fail)
                    .without(FastGup.Grab.class);
        } else {
            gup.step("g3", "add unless zero", huge, FastGup.Grab.class, WEAK, this::g3free)
                    .without(FastGup.TakePagemap.class)
                    .without(FastGup.GrabHeld.class)
                    .without(FastGup.PutPagemap.class)
                    .without(FastGup.Fail.class);
        }
    }

    private Control g1(FastGup.Walk walk, StepView view) {
        Pte pte = view.read(cells.pte(at));
        if (!pte.isPresent()) {
            return Control.finished();
        }
        irqs(view, Irqs.OFF);
        return kernel.rules().gupTakesPagemap() ? new FastGup.TakePagemap(pte) : new FastGup.Grab(pte);
    }

    private Control g2(FastGup.TakePagemap take, StepView view) {
        return Counting.tryGet(view, cells.pagemap(), new Owner.Transient(task))
                ? new FastGup.GrabHeld(take.seen())
                : fail(view);
    }

    /** g3: where the grab fails, the pagemap was once forgotten (6401c4eb57f9). */
    private Control g3(FastGup.GrabHeld grab, StepView view) {
        PageId head = head(grab.seen(), view);
        if (Counting.getUnlessZero(view, cells.page(head), head, 1, new Owner.Pin(task))) {
            return new FastGup.Recheck(grab.seen(), head, true);
        }
        return kernel.rules().failedGrabPutsPagemap() ? new FastGup.Fail() : fail(view);
    }

    private Control g3free(FastGup.Grab grab, StepView view) {
        PageId head = head(grab.seen(), view);
        return Counting.getUnlessZero(view, cells.page(head), head, 1, new Owner.Pin(task))
                ? new FastGup.Recheck(grab.seen(), head, false)
                : fail(view);
    }

    private PageId head(Pte seen, StepView view) {
        PageId page = kernel.bounds().of(seen.page().get()).last();
        return view.read(cells.frame(page)).head();
    }

    /** g4: if the entry has changed the grab is undone. */
    private Control g4(FastGup.Recheck recheck, StepView view) {
        if (!view.read(cells.pte(at)).equals(recheck.seen())) {
            kernel.put(view, recheck.page(), 1, new Owner.Pin(task));
            return recheck.pagemap() ? new FastGup.Fail() : fail(view);
        }
        if (recheck.pagemap()) {
            return new FastGup.PutPagemap(recheck.page());
        }
        irqs(view, Irqs.ON);
        return new FastGup.Pinned(recheck.page());
    }

    private Control g5(FastGup.PutPagemap put, StepView view) {
        Counting.put(view, cells.pagemap(), 1, new Owner.Transient(task));
        irqs(view, Irqs.ON);
        return new FastGup.Pinned(put.page());
    }

    private Control g5fail(FastGup.Fail put, StepView view) {
        Counting.put(view, cells.pagemap(), 1, new Owner.Transient(task));
        return fail(view);
    }

    private Control g6(FastGup.Pinned pinned, StepView view) {
        kernel.put(view, pinned.page(), 1, new Owner.Pin(task));
        return Control.finished();
    }

    private Control fail(StepView view) {
        irqs(view, Irqs.ON);
        return Control.finished();
    }

    private void irqs(StepView view, Irqs irqs) {
        view.write(cells.irqs(task), irqs);
    }
}
