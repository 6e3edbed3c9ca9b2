package pagelife.models.teardown;

import static pagelife.checker.model.Fairness.NONE;
import static pagelife.checker.model.Fairness.STRONG;
import static pagelife.checker.model.Fairness.WEAK;

import io.vavr.collection.Vector;
import pagelife.checker.model.ActorBuilder;
import pagelife.checker.model.Control;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.model.StepView;
import pagelife.models.page.Counting;
import pagelife.models.page.Owner;
import pagelife.models.page.TaskId;

/** Those who use the page or the pagemap: a pin, a lookup, a fast GUP, KVM, a peer that maps device memory. */
final class UserSteps {
    private static final Source GUP = Source.kernel("mm/gup.c", "__gup_device_huge", "5.10");
    private static final Source LOOKUP = Source.kernel("mm/memremap.c", "get_dev_pagemap", "5.10");

    private final Kernel kernel;
    private final TaskId task;
    private final Owner pin;
    private final Owner self;

    UserSteps(Kernel kernel, TaskId task) {
        this.kernel = kernel;
        this.task = task;
        this.pin = new Owner.Pin(task);
        this.self = new Owner.Transient(task);
    }

    /** A pin of a mapped page; KVM takes one too, and once took the page for reserved memory that needs no put. */
    void pin(ModelBuilder model, boolean forgets) {
        Source put = Source.kernel(
                forgets ? "virt/kvm/kvm_main.c" : "mm/gup.c",
                forgets ? "kvm_release_pfn_clean" : "put_user_page",
                "5.3");
        actor(model)
                .step(
                        "s1",
                        "grab page",
                        Source.kernel("mm/gup.c", "follow_page_pte", "5.10"),
                        User.Begin.class,
                        (at, view) -> view.read(kernel.pagemap()).isLive() && kernel.grab(view, pin)
                                ? new User.Pinned()
                                : Control.finished())
                .step("s3", "let page go", put, User.Pinned.class, STRONG, (at, view) -> {
                    if (!forgets) {
                        kernel.put(view, pin);
                    }
                    return Control.finished();
                })
                .without(User.Found.class)
                .without(User.HoldsPagemap.class)
                .without(User.HoldsBoth.class)
                .without(User.Mapped.class);
    }

    /** A lookup of the pagemap, under rcu, that takes a reference and lets it go. */
    void lookup(ModelBuilder model) {
        actor(model)
                .step("x1", "find pagemap", LOOKUP, User.Begin.class, this::x1)
                .step("x2", "take reference", LOOKUP, User.Found.class, WEAK, this::x2)
                .step(
                        "x3",
                        "put pagemap",
                        Source.kernel("include/linux/memremap.h", "put_dev_pagemap", "5.10"),
                        User.HoldsPagemap.class,
                        WEAK,
                        (at, view) -> letPagemapGo(view, Control.finished()))
                .without(User.HoldsBoth.class)
                .without(User.Pinned.class)
                .without(User.Mapped.class);
    }

    private Control x1(User.Begin begin, StepView view) {
        if (view.read(kernel.lookup()) == Kernel.Lookup.ERASED) {
            return Control.finished();
        }
        view.write(kernel.rcu(), view.read(kernel.rcu()).enter());
        return new User.Found();
    }

    private Control x2(User.Found found, StepView view) {
        view.tell(new UsesReference());
        view.write(kernel.rcu(), view.read(kernel.rcu()).leave());
        return Counting.tryGet(view, kernel.pagemap(), self) ? new User.HoldsPagemap() : Control.finished();
    }

    /** A fast GUP whose grab may fail, as that of a count about to overflow does. */
    void fastGup(ModelBuilder model) {
        actor(model)
                .step("g2", "take pagemap", GUP, User.Begin.class, this::takePagemap)
                .step("g3", "grab page", GUP, User.HoldsPagemap.class, WEAK, this::g3)
                .step(
                        "g5",
                        "put pagemap",
                        GUP,
                        User.HoldsBoth.class,
                        WEAK,
                        (at, view) -> letPagemapGo(view, new User.Pinned()))
                .step(
                        "g6",
                        "unpin",
                        Source.kernel("mm/gup.c", "unpin_user_page", "5.10"),
                        User.Pinned.class,
                        STRONG,
                        (at, view) -> {
                            kernel.put(view, pin);
                            return Control.finished();
                        })
                .without(User.Found.class)
                .without(User.Mapped.class);
    }

    private Control takePagemap(User.Begin begin, StepView view) {
        return Counting.tryGet(view, kernel.pagemap(), self) ? new User.HoldsPagemap() : Control.finished();
    }

    private Control g3(User.HoldsPagemap held, StepView view) {
        boolean grabbed =
                view.choose("grab", Vector.of("succeeds", "fails")).equals("succeeds") && kernel.grab(view, pin);
        if (grabbed) {
            return new User.HoldsBoth();
        }
        return kernel.rules().failedGrabPuts() ? letPagemapGo(view, Control.finished()) : Control.finished();
    }

    /** A program that maps memory of a peer device: each page mapped holds the pagemap. */
    void peer(ModelBuilder model) {
        Source mmap = Source.kernel("drivers/pci/p2pdma.c", "p2pmem_alloc_mmap", "6.2");
        actor(model)
                .step("p1", "take pagemap", mmap, User.Begin.class, this::takePagemap)
                .step("p2", "map page", mmap, User.HoldsPagemap.class, WEAK, this::p2)
                .step(
                        "p4",
                        "munmap",
                        Source.kernel("drivers/pci/p2pdma.c", "p2pdma_page_free", "6.2"),
                        User.Mapped.class,
                        STRONG,
                        (at, view) -> letPagemapGo(view, Control.finished()))
                .without(User.Found.class)
                .without(User.HoldsBoth.class)
                .without(User.Pinned.class);
    }

    private Control p2(User.HoldsPagemap held, StepView view) {
        if (view.choose("vm_insert_page", Vector.of("succeeds", "fails")).equals("succeeds")) {
            return new User.Mapped();
        }
        return kernel.rules().failedInsertPuts() ? letPagemapGo(view, Control.finished()) : Control.finished();
    }

    private Control letPagemapGo(StepView view, Control next) {
        Counting.put(view, kernel.pagemap(), 1, self);
        return next;
    }

    private ActorBuilder<User> actor(ModelBuilder model) {
        return model.actor(task.name(), User.class, new User.Begin()).fairness(NONE);
    }
}
