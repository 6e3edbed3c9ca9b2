package pagelife.models.fsdax;

import static pagelife.checker.model.Fairness.NONE;
import static pagelife.checker.model.Fairness.WEAK;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.checker.model.ActorBuilder;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.model.StepView;
import pagelife.models.page.Block;
import pagelife.models.page.DaxDevice;
import pagelife.models.page.DaxEntry;
import pagelife.models.page.EntryAt;
import pagelife.models.page.Extent;
import pagelife.models.page.FileSystem;
import pagelife.models.page.Freeze;
import pagelife.models.page.Owner;
import pagelife.models.page.PageId;
import pagelife.models.page.PteAt;
import pagelife.models.page.RwSemaphore;
import pagelife.models.page.TaskId;
import pagelife.models.page.Vma;

/**
 * A page fault on a shared DAX mapping: fs/dax.c, mm/memory.c. It fails with SIGBUS beyond the end of the file, when the
 * file system is shut down, when the device is gone. A read of a hole, which maps the zero page, is left out.
 */
final class FaultSteps {
    private final Kernel kernel;
    private final Cells cells;
    private final Rules rules;
    private final TaskId task;
    private final PteAt at;
    private final EntryAt entry;
    private final Cell<RwSemaphore> lock;

    FaultSteps(Kernel kernel, TaskId task, PteAt at) {
        this.kernel = kernel;
        this.cells = kernel.cells();
        this.rules = kernel.rules();
        this.task = task;
        this.at = at;
        this.entry = new EntryAt(kernel.bounds().fileOf(at.mm()), at.index());
        this.lock = cells.invalidateLock(entry.file());
    }

    void declare(ModelBuilder model) {
        Source take = kernel.source(FsCall.FAULT);
        Source find = kernel.source(FsCall.FIND_BLOCK);
        Source address = kernel.source("drivers/dax/super.c", "dax_direct_access");
        ActorBuilder<Fault> fault =
                model.actor(task.name(), Fault.class, new Fault.Touch()).fairness(NONE);
        fault.step("f1", "take invalidate lock", take, Fault.Touch.class, this::f1)
                .step("f2", "lock entry", dax("grab_mapping_entry"), Fault.Lookup.class, WEAK, this::f2)
                .step("f2w", "look again", dax("grab_mapping_entry"), Fault.AwaitEntry.class, WEAK, this::f2w)
                .step("f3", "find block", find, Fault.Translate.class, WEAK, this::f3)
                .step("f4", "find page", address, Fault.Address.class, WEAK, this::f4)
                .step("f5", "associate page", dax("dax_insert_entry"), Fault.Associate.class, WEAK, this::f5);
        new FaultInsert(kernel, task, at).declare(fault);
        fault.step("f7", "unlock entry", dax("dax_unlock_entry"), Fault.Unlock.class, WEAK, this::f7)
                .step("f8", "drop invalidate lock", take, Fault.Release.class, WEAK, this::f8);
    }

    private Source dax(String function) {
        return kernel.source("fs/dax.c", function);
    }

    /** f1: the invalidate lock shared; a write fault also passes the freeze. */
    private Control f1(Fault.Touch start, StepView view) {
        if (rules.faultsTakeInvalidateLock() && !view.read(lock).canRead()) {
            return view.waits();
        }
        if (rules.mappedShortcut() && view.read(cells.vma(at.mm())).link() != Vma.Link.MAPPED) {
            return kernel.done(start); // nothing is mapped here any more: SIGSEGV
        }
        Access access = access(view);
        if (rules.shootdown() && access == Access.WRITE) {
            Freeze freeze = view.read(cells.freeze());
            if (freeze.frozen()) {
                return view.waits();
            }
            view.write(cells.freeze(), freeze.enter());
        }
        if (rules.mappedShortcut()) {
            view.write(cells.vma(at.mm()), view.read(cells.vma(at.mm())).enter());
        }
        if (rules.faultsTakeInvalidateLock()) {
            view.write(lock, view.read(lock).downRead());
        }
        return new Fault.Lookup(access);
    }

    private Access access(StepView view) {
        Seq<Access> accesses = rules.accesses();
        return accesses.size() == 1 ? accesses.head() : view.choose("access", accesses);
    }

    /** f2: under xa_lock, lock the entry, or make one to lock, or queue. */
    private Control f2(Fault.Lookup lookup, StepView view) {
        DaxEntry found = view.read(cells.entry(entry));
        if (found.locked()) {
            kernel.awaitEntry(view, entry, task, true);
            return new Fault.AwaitEntry(lookup.access());
        }
        view.write(cells.entry(entry), found.lock());
        return new Fault.Translate(lookup.access());
    }

    private Control f2w(Fault.AwaitEntry asleep, StepView view) {
        return kernel.awaitsEntry(view, entry, task) ? view.waits() : new Fault.Lookup(asleep.access());
    }

    /** f3: iomap_begin. A write to a hole allocates a free block. */
    private Control f3(Fault.Translate translate, StepView view) {
        if (rules.shootdown() && view.read(cells.fileSystem()) == FileSystem.SHUT_DOWN) {
            return new Fault.Unlock(translate.access());
        }
        Extent extent = view.read(cells.extent(entry));
        Option<PageId> page = extent.kind() == Extent.Kind.HOLE ? allocate(translate.access(), view) : extent.page();
        return page.<Control>map(found -> new Fault.Address(translate.access(), found))
                .getOrElse(() -> new Fault.Unlock(translate.access()));
    }

    private Option<PageId> allocate(Access access, StepView view) {
        Option<PageId> free = access == Access.READ
                ? Option.none()
                : kernel.bounds()
                        .pages()
                        .find(page -> view.read(cells.block(page)).isFree());
        free.forEach(page -> {
            view.write(cells.block(page), Block.of(entry.file()));
            view.write(cells.extent(entry), Extent.of(page));
        });
        return free;
    }

    /** f4: under dax srcu, the one test of ALIVE. Atomic, so that nobody is ever seen inside the srcu section. */
    private Control f4(Fault.Address address, StepView view) {
        return view.read(cells.device()) == DaxDevice.ALIVE
                ? new Fault.Associate(address.access(), address.page())
                : new Fault.Unlock(address.access());
    }

    /** f5: under xa_lock, a new entry associates its page; one that is there already stays as it is. */
    private Control f5(Fault.Associate associate, StepView view) {
        PageId page = associate.page();
        DaxEntry before = view.read(cells.entry(entry));
        if (!before.page().contains(page)) {
            if (rules.pagemapWaitsFor() == PagemapTie.ENTRIES
                    && !kernel.references().getPagemap(view, new Owner.Entry(entry))) {
                return new Fault.Unlock(associate.access());
            }
            view.write(cells.page(page), view.read(cells.page(page)).associate(entry));
            view.write(cells.entry(entry), before.insert(page));
        }
        return rules.pteHoldsReference()
                ? new Fault.Hold(associate.access(), page)
                : new Fault.Insert(associate.access(), page);
    }

    private Control f7(Fault.Unlock unlock, StepView view) {
        kernel.unlockEntry(view, entry);
        return new Fault.Release(unlock.access());
    }

    private Control f8(Fault.Release release, StepView view) {
        if (rules.faultsTakeInvalidateLock()) {
            view.write(lock, view.read(lock).upRead());
        }
        if (rules.shootdown() && release.access() == Access.WRITE) {
            view.write(cells.freeze(), view.read(cells.freeze()).leave());
        }
        if (rules.mappedShortcut()) {
            view.write(cells.vma(at.mm()), view.read(cells.vma(at.mm())).leave());
        }
        return kernel.done(new Fault.Touch());
    }
}
