package pagelife.models.teardown;

import static pagelife.checker.model.Fairness.NONE;
import static pagelife.checker.model.Fairness.STRONG;
import static pagelife.checker.model.Fairness.WEAK;

import io.vavr.collection.Vector;
import pagelife.checker.model.Now;
import pagelife.checker.model.Script;
import pagelife.checker.model.Source;
import pagelife.models.kernel.PercpuRef;
import pagelife.models.page.Holds;
import pagelife.models.page.Pagemap;
import pagelife.models.page.TaskId;

/** Those who use the page or the pagemap: a pin, a lookup, a fast GUP, KVM, a peer that maps device memory. */
final class Users {
    private static final Source GUP = Source.kernel("mm/gup.c", "__gup_device_huge", "5.10");

    private final Kernel kernel;
    private final TaskId task;
    private final Holds pin;
    private final Holds pagemap;

    Users(Kernel kernel, TaskId task) {
        this.kernel = kernel;
        this.task = task;
        this.pin = Holds.pin(task, Kernel.PAGE, 1);
        this.pagemap = Holds.shortly(task, Pagemap.Id.PAGEMAP, 1);
    }

    /** A pin of a mapped page. */
    Script pin() {
        return grab().in("mm/gup.c", "put_user_page", "5.3")
                .step("s3 let page go", this::unpin)
                .has(pin);
    }

    /** KVM takes a pin too, and once took the page for reserved memory that needs no put. */
    Script kvm() {
        return kernel.rules().is(Rules.KVM_PUTS)
                ? pin()
                : grab().in("virt/kvm/kvm_main.c", "kvm_release_pfn_clean", "5.3")
                        .step("s3 let page go", now -> {})
                        .has(pin);
    }

    private Script grab() {
        return new Script()
                .fairness(NONE)
                .in("mm/gup.c", "follow_page_pte", "5.10")
                .step("s1 grab page", this::grab)
                .statement("get_page(page)")
                .owes(STRONG);
    }

    private void grab(Now now) {
        if (!now.read(kernel.pagemap()).isLive()) {
            now.saw("pagemap not live: give up");
            now.end();
        } else if (!kernel.grab(now, pin.owner())) {
            now.end();
        }
    }

    private void unpin(Now now) {
        kernel.put(now, pin.owner());
    }

    /** A lookup of the pagemap, under rcu, that takes a reference and lets it go. */
    Script lookup() {
        return new Script()
                .fairness(NONE)
                .in("mm/memremap.c", "get_dev_pagemap", "5.10")
                .step("x1 find pagemap", this::find)
                .statement("pgmap = xa_load(&pgmap_array, pfn)")
                .owes(WEAK)
                .step("x2 take reference", this::takeFound)
                .statement("percpu_ref_tryget_live(&pgmap->ref)")
                .in("include/linux/memremap.h", "put_dev_pagemap", "5.10")
                .step("x3 put pagemap", this::putPagemap)
                .statement("percpu_ref_put(&pgmap->ref)")
                .has(pagemap);
    }

    private void find(Now now) {
        if (now.read(kernel.lookup()) == Kernel.Lookup.ERASED) {
            now.saw("erased: nothing found");
            now.end();
        } else {
            kernel.rcu().readLock(now, task);
        }
    }

    private void takeFound(Now now) {
        now.tell(new UsesReference());
        kernel.rcu().readUnlock(now, task);
        takePagemap(now);
    }

    private void takePagemap(Now now) {
        if (!PercpuRef.of(kernel.pagemap()).trygetLive(now, pagemap.owner())) {
            now.saw("dying: give up");
            now.end();
        }
    }

    private void putPagemap(Now now) {
        PercpuRef.of(kernel.pagemap()).putMany(now, 1, pagemap.owner());
    }

    /** A fast GUP whose grab may fail, as that of a count about to overflow does. */
    Script fastGup() {
        return new Script()
                .fairness(NONE)
                .in(GUP)
                .step("g2 take pagemap", this::takePagemap)
                .statement("pgmap = get_dev_pagemap(pfn)")
                .owes(WEAK)
                .step("g3 grab page", this::grabFast)
                .statement("try_get_page(page)")
                .has(pagemap)
                .step("g5 put pagemap", this::putPagemap)
                .statement("put_dev_pagemap(pgmap)")
                .has(pagemap, pin)
                .owes(STRONG)
                .in("mm/gup.c", "unpin_user_page", "5.10")
                .step("g6 unpin", this::unpin)
                .statement("put_page(page)")
                .has(pin);
    }

    private void grabFast(Now now) {
        if (!succeeds(now, "grab") || !kernel.grab(now, pin.owner())) {
            giveUp(now, kernel.rules().is(Rules.FAILED_GRAB_PUTS));
        }
    }

    /** A program that maps memory of a peer device: each page mapped holds the pagemap. */
    Script peer() {
        return new Script()
                .fairness(NONE)
                .in("drivers/pci/p2pdma.c", "p2pmem_alloc_mmap", "6.2")
                .step("p1 take pagemap", this::takePagemap)
                .statement("percpu_ref_tryget_live(&pgmap->ref)")
                .owes(WEAK)
                .step("p2 map page", this::map)
                .statement("vm_insert_page(vma, addr, page)")
                .has(pagemap)
                .owes(STRONG)
                .in("drivers/pci/p2pdma.c", "p2pdma_page_free", "6.2")
                .step("p4 munmap", this::putPagemap)
                .statement("percpu_ref_put(&pgmap->ref)")
                .has(pagemap);
    }

    private void map(Now now) {
        if (!succeeds(now, "vm_insert_page")) {
            giveUp(now, kernel.rules().is(Rules.FAILED_INSERT_PUTS));
        }
    }

    private static boolean succeeds(Now now, String what) {
        return now.choose(what, Vector.of("succeeds", "fails")).equals("succeeds");
    }

    private void giveUp(Now now, boolean puts) {
        now.saw(puts ? "failed: let the pagemap go" : "failed: the pagemap is kept");
        if (puts) {
            putPagemap(now);
        }
        now.end();
    }
}
