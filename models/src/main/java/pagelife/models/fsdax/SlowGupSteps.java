package pagelife.models.fsdax;

import static pagelife.checker.model.Fairness.NONE;
import static pagelife.checker.model.Fairness.STRONG;
import static pagelife.checker.model.Fairness.WEAK;

import io.vavr.collection.Seq;
import pagelife.checker.model.ActorBuilder;
import pagelife.checker.model.Control;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.model.StepView;
import pagelife.models.page.Owner;
import pagelife.models.page.PageId;
import pagelife.models.page.Pte;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;

/**
 * get_user_pages under {@code mmap_lock} and the page-table lock: mm/gup.c. Where nothing is mapped, or the pagemap is
 * dying, it ends empty-handed: that the kernel then runs a fault and tries again is a fault of the model and another GUP.
 */
final class SlowGupSteps {
    private final Kernel kernel;
    private final TaskId task;
    private final PteAt at;
    private final Owner pin;

    SlowGupSteps(Kernel kernel, TaskId task, PteAt at) {
        this.kernel = kernel;
        this.task = task;
        this.at = at;
        this.pin = new Owner.Pin(task);
    }

    void declare(ModelBuilder model) {
        Source grab = kernel.source("mm/gup.c", "follow_page_pte");
        ActorBuilder<SlowGup> gup = model.actor(task.name(), SlowGup.class, new SlowGup.Grab())
                .fairness(NONE)
                .step("s1", "grab page", grab, SlowGup.Grab.class, this::s1);
        if (kernel.rules().gupTakesPagemap()) {
            Source put = kernel.source("include/linux/memremap.h", "put_dev_pagemap");
            gup.step("s2", "put pagemap", put, SlowGup.PutPagemap.class, WEAK, this::s2);
        } else {
            gup.without(SlowGup.PutPagemap.class);
        }
        gup.step("s3", "unpin", kernel.unpin(), SlowGup.Pinned.class, STRONG, this::s3);
    }

    /** s1: atomic under PTL, against zaps though not against puts. */
    private Control s1(SlowGup.Grab grab, StepView view) {
        Pte pte = view.read(kernel.cells().pte(at));
        if (!pte.isPresent() || pte.kind() == Pte.Kind.SPECIAL) {
            return kernel.done(grab);
        }
        boolean pagemap = kernel.rules().gupTakesPagemap();
        if (pagemap && !view.read(kernel.cells().pagemap()).isLive()) {
            return kernel.done(grab);
        }
        PageId page = pte.page().get();
        int refs = kernel.rules().pinRefs();
        if (!kernel.references().getUnlessZero(view, page, refs, pin)) {
            return kernel.done(grab); // with a warning; the pagemap is let go at once
        }
        if (!pagemap) {
            return new SlowGup.Pinned(page, refs);
        }
        kernel.references().getPagemap(view, new Owner.Transient(task));
        return new SlowGup.PutPagemap(page, refs);
    }

    private Control s2(SlowGup.PutPagemap pinned, StepView view) {
        kernel.references().putPagemap(view, new Owner.Transient(task));
        return new SlowGup.Pinned(pinned.page(), pinned.refs());
    }

    private Control s3(SlowGup.Pinned pinned, StepView view) {
        PinHolder holder = holder(view, kernel.rules());
        kernel.references()
                .put(view, pinned.page(), pinned.refs(), pin, kernel.rules().wakes(holder));
        return kernel.done(new SlowGup.Grab());
    }

    /** Who held the pin, as far as it matters: told when it is dropped, since nothing depends on it before. */
    static PinHolder holder(StepView view, Rules rules) {
        Seq<PinHolder> holders = rules.pinHolders();
        return holders.size() == 1 ? holders.head() : view.choose("put by", holders);
    }
}
