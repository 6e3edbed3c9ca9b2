package pagelife.models.waitwake;

import static pagelife.checker.model.Fairness.STRONG;
import static pagelife.checker.model.Fairness.WEAK;

import pagelife.checker.model.ActorBuilder;
import pagelife.checker.model.Control;
import pagelife.checker.model.Fairness;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.model.StepView;
import pagelife.models.page.Counting;
import pagelife.models.page.Held;
import pagelife.models.page.Owner;
import pagelife.models.page.PageEvent;
import pagelife.models.page.PageId;
import pagelife.models.page.TaskId;
import pagelife.models.page.Waiting;

/** A put and its wake-up: {@code put_devmap_managed_page}, {@code wake_up_var}. */
final class DropSteps {
    private final Kernel kernel;
    private final Rules rules;
    private final TaskId task;
    private final Owner owner;

    DropSteps(Kernel kernel, TaskId task, Owner owner) {
        this.kernel = kernel;
        this.rules = kernel.rules();
        this.task = task;
        this.owner = owner;
    }

    /** Somebody who holds a reference of {@code page}. */
    void holder(ModelBuilder model, PageId page, Held.Kind kind) {
        declare(model, begin(page, kind)).without(Drop.Take.class);
    }

    /** Somebody who pins {@code page} first. */
    void pinner(ModelBuilder model, PageId page) {
        declare(model, new Drop.Take())
                .step("k0", "pin", kernel.source("mm/gup.c", "try_grab_folio"), Drop.Take.class, (at, view) -> {
                    Counting.getUnlessZero(view, kernel.page(page), page, 1, owner);
                    return begin(page, Held.Kind.PIN);
                });
    }

    private Drop begin(PageId page, Held.Kind kind) {
        return rules.changesFirst() ? new Drop.Change(page, kind) : new Drop.LookEarly(page, kind);
    }

    private ActorBuilder<Drop> declare(ModelBuilder model, Drop begin) {
        Source put = kernel.source("mm/memremap.c", "__put_devmap_managed_page_refs");
        Source wake = kernel.source("kernel/sched/wait_bit.c", "wake_up_var");
        ActorBuilder<Drop> drop = model.actor(task.name(), Drop.class, begin)
                .fairness(Fairness.NONE)
                .step("k4", "wake", wake, Drop.Wake.class, WEAK, this::k4);
        if (rules.changesFirst()) {
            return drop.step("k1", "put", put, Drop.Change.class, STRONG, this::k1)
                    .step("k3", "look for waiters", wake, Drop.Look.class, WEAK, this::k3)
                    .without(Drop.LookEarly.class)
                    .without(Drop.ChangeLate.class);
        }
        return drop.step(
                        "k3",
                        "look for waiters",
                        wake,
                        Drop.LookEarly.class,
                        STRONG,
                        (at, view) -> new Drop.ChangeLate(
                                at.page(), at.kind(), Waiting.isActive(view, kernel.queue(at.page()))))
                .step(
                        "k1",
                        "put",
                        put,
                        Drop.ChangeLate.class,
                        WEAK,
                        (at, view) ->
                                put(view, at.page()) && at.active() ? new Drop.Wake(at.page()) : Control.finished())
                .without(Drop.Change.class)
                .without(Drop.Look.class);
    }

    private Control k1(Drop.Change change, StepView view) {
        return put(view, change.page()) ? new Drop.Look(change.page()) : Control.finished();
    }

    private boolean put(StepView view, PageId page) {
        return Counting.put(view, kernel.page(page), page, 1, owner) == rules.wakesAt();
    }

    private Control k3(Drop.Look look, StepView view) {
        return Waiting.isActive(view, kernel.queue(look.page())) ? new Drop.Wake(look.page()) : Control.finished();
    }

    private Control k4(Drop.Wake wake, StepView view) {
        var woken = Waiting.wake(view, kernel.queue(wake.page()), rules.wakerKey(), !rules.exclusive());
        view.tell(new PageEvent.Wake(wake.page(), rules.wakerKey(), woken));
        return Control.finished();
    }
}
