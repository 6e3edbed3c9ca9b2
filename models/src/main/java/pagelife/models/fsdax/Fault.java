package pagelife.models.fsdax;

import static pagelife.checker.model.Fairness.NONE;
import static pagelife.checker.model.Fairness.WEAK;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.checker.model.Now;
import pagelife.checker.model.Place;
import pagelife.checker.model.Script;
import pagelife.checker.model.Source;
import pagelife.checker.model.View;
import pagelife.models.kernel.RwSem;
import pagelife.models.page.Begun;
import pagelife.models.page.Counting;
import pagelife.models.page.Custody;
import pagelife.models.page.DaxDevice;
import pagelife.models.page.DaxEntry;
import pagelife.models.page.EntryAt;
import pagelife.models.page.Extent;
import pagelife.models.page.FileSystem;
import pagelife.models.page.Freeze;
import pagelife.models.page.Holds;
import pagelife.models.page.Owner;
import pagelife.models.page.PageId;
import pagelife.models.page.Pte;
import pagelife.models.page.PteAt;
import pagelife.models.page.Sleeps;
import pagelife.models.page.TaskId;
import pagelife.models.page.Vma;
import pagelife.models.parts.Insert;

/**
 * A page fault on a shared DAX mapping: fs/dax.c, mm/memory.c. It fails with SIGBUS beyond the end of the file, when
 * the file system is shut down, when the device is gone. A read of a hole maps the zero page, a write allocates a block.
 * From f2 on it holds the invalidate lock shared, from f3 to f7 the entry lock.
 */
public final class Fault {
    /** The page to be mapped, and how the program touched it. */
    public record Target(Access access, PageId page) {}

    /** f6a, where PTEs are counted: before the page is held. */
    public static final Place<Target> HOLD = Place.of("f6a", Target.class);

    private static final Place<Access> LOCK = Place.of("f2", Access.class);
    private static final Place<Access> ASLEEP = Place.of("f2w", Access.class);
    private static final Place<Access> FIND = Place.of("f3", Access.class);
    private static final Place<Access> LOAD_HOLE = Place.of("f5z", Access.class);
    private static final Place<Access> UNLOCK = Place.of("f7", Access.class);

    private final Kernel kernel;
    private final Cells cells;
    private final Rules rules;
    private final TaskId task;
    private final PteAt at;
    private final Seq<Access> accesses;
    private final EntryAt entry;
    private final RwSem lock;
    private final Insert insert;
    private final Owner self;

    /** @param accesses the ways in which the program may touch its mapping */
    Fault(Kernel kernel, TaskId task, PteAt at, Seq<Access> accesses) {
        this.kernel = kernel;
        this.cells = kernel.cells();
        this.rules = kernel.rules();
        this.task = task;
        this.at = at;
        this.accesses = accesses;
        this.entry = kernel.world().entry(at);
        this.lock = RwSem.of(cells.invalidateLock(entry.file()));
        this.insert = Insert.of(rules.is(Rules.PTE_HOLDS_REFERENCE), cells::page);
        this.self = new Owner.Transient(task);
    }

    Script script() {
        return new Script()
                .fairness(NONE)
                .leaves(this::mapped)
                .in(kernel.source(FsCall.FAULT))
                .step("f1 take invalidate lock", this::begin)
                .statement("filemap_invalidate_lock_shared(mapping)")
                .has(Begun.NOT_YET)
                .owes(WEAK)
                .in(dax("grab_mapping_entry"))
                .step(LOCK, "f2 lock entry", this::lockEntry)
                .statement("dax_lock_entry(xas, entry)")
                .step(ASLEEP, "f2w look again", this::lookAgain)
                .has(Sleeps.in(cells.entryWaiters(entry)))
                .in(kernel.source(FsCall.FIND_BLOCK))
                .step(FIND, "f3 find block", this::findBlock)
                .in(kernel.source("drivers/dax/super.c", "dax_direct_access"))
                .step("f4 find page", Target.class, this::findPage)
                .statement("if (!dax_alive(dax_dev)) return")
                .in(dax("dax_insert_entry"))
                .step("f5 associate page", Target.class, this::associate)
                .statement("page->mapping = mapping")
                .with(rules.is(Rules.PTE_HOLDS_REFERENCE) ? this::insertCounted : this::insertUncounted)
                .with(this::loadHole)
                .in(dax("dax_unlock_entry"))
                .step(UNLOCK, "f7 unlock entry", this::unlockEntry)
                .in(kernel.source(FsCall.FAULT))
                .step("f8 drop invalidate lock", Access.class, this::end)
                .statement("filemap_invalidate_unlock_shared(mapping)");
    }

    private String mapped(View after) {
        return after.read(cells.pte(at))
                .page()
                .map(page -> "a page fault has mapped " + page)
                .getOrElse("a page fault has ended with nothing mapped");
    }

    private void insertUncounted(Script fault) {
        fault.in(kernel.source("mm/memory.c", "insert_pfn"))
                .step("f6 set PTE", Target.class, this::setPte)
                .statement("set_pte_at(mm, addr, pte, entry)");
    }

    private void insertCounted(Script fault) {
        Source hold = dax("dax_fault_iter");
        fault.in(hold)
                .step(HOLD, "f6a hold page", this::hold)
                .statement("folio_get(folio)")
                .in(kernel.source("mm/memory.c", "insert_page_into_pte_locked"))
                .step("f6b set PTE", Target.class, this::insert)
                .statement("folio_get(folio); set_pte_at(...)")
                .has(Target.class, this::held)
                .in(hold)
                .step("f6c let page go", Target.class, this::letGo)
                .statement("folio_put(folio)")
                .has(Target.class, this::held);
    }

    /** Only where a program may read what has no block. */
    private void loadHole(Script fault) {
        if (kernel.holes() && accesses.contains(Access.READ)) {
            fault.in(dax("dax_load_hole"))
                    .step(
                            LOAD_HOLE,
                            "f5z insert zero entry",
                            (now, access) -> now.change(cells.entry(entry), DaxEntry::zero))
                    .step("f6z map zero page", Access.class, this::setZeroPte)
                    .statement("set_pte_at(mm, addr, pte, zero page)");
        }
    }

    private void setZeroPte(Now now, Access access) {
        if (now.read(cells.pte(at)).isPresent()) {
            now.saw("PTE set already");
        } else {
            now.write(cells.pte(at), Pte.ZERO);
        }
    }

    private Holds held(Target target) {
        return Holds.shortly(task, target.page(), 1);
    }

    private Source dax(String function) {
        return kernel.source("fs/dax.c", function);
    }

    /** f1: the invalidate lock shared; a write fault also passes the freeze. */
    private void begin(Now now) {
        if (rules.is(Rules.FAULTS_TAKE_INVALIDATE_LOCK)) {
            now.await(lock.canRead(now));
        }
        if (cells.hasVmas() && now.read(cells.vma(at.mm())).link() != Vma.Link.MAPPED) {
            now.saw("nothing is mapped here: SIGSEGV");
            now.end();
            return;
        }
        Access access = accesses.size() == 1 ? accesses.head() : now.choose("access", accesses);
        if (passesFreeze(access)) {
            Freeze freeze = now.read(cells.freeze());
            now.await(!freeze.frozen());
            now.write(cells.freeze(), freeze.enter(task));
        }
        if (cells.hasVmas()) {
            now.change(cells.vma(at.mm()), vma -> vma.enter(task));
        }
        if (rules.is(Rules.FAULTS_TAKE_INVALIDATE_LOCK)) {
            lock.downRead(now);
        }
        now.hand(access);
    }

    private boolean passesFreeze(Access access) {
        return rules.is(Rules.SHOOTDOWN) && access == Access.WRITE;
    }

    /** f2: under xa_lock, lock the entry, or make one to lock, or queue. */
    private void lockEntry(Now now, Access access) {
        if (kernel.lock(entry).isLocked(now)) {
            now.saw("entry locked: wait");
            kernel.lock(entry).enqueueExclusive(now, task);
            now.go(ASLEEP);
        } else {
            kernel.lock(entry).lock(now);
            now.go(FIND);
        }
    }

    private void lookAgain(Now now, Access access) {
        now.await(!kernel.lock(entry).isAsleep(now, task));
        now.saw("woken");
        now.go(LOCK);
    }

    /** f3: iomap_begin. A write to a hole allocates a free block. */
    private void findBlock(Now now, Access access) {
        if (rules.is(Rules.SHOOTDOWN) && now.read(cells.fileSystem()) == FileSystem.SHUT_DOWN) {
            now.saw("file system shut down: SIGBUS");
            now.go(UNLOCK);
            return;
        }
        Extent extent = now.read(cells.extent(entry));
        if (extent.kind() == Extent.Kind.HOLE && access == Access.READ) {
            now.saw("a hole: the zero page");
            now.go(LOAD_HOLE);
            return;
        }
        Option<PageId> page = extent.kind() == Extent.Kind.HOLE ? allocate(now) : extent.page();
        extent.page().forEach(block -> now.saw("block is %s", block));
        if (page.isEmpty()) {
            now.saw("no block: SIGBUS");
            now.go(UNLOCK);
        } else {
            now.hand(new Target(access, page.get()));
        }
    }

    /** Takes any of the free blocks. */
    private Option<PageId> allocate(Now now) {
        Seq<PageId> free = kernel.world()
                .pages()
                .filter(page -> now.read(cells.block(page)).isFree());
        if (free.isEmpty()) {
            return Option.none();
        }
        PageId page = free.size() == 1 ? free.head() : now.choose("block", free);
        now.write(cells.block(page), Custody.of(entry.file()));
        now.write(cells.extent(entry), Extent.of(page));
        return Option.some(page);
    }

    /** f4: under dax srcu, the one test of ALIVE. Atomic, so that nobody is ever seen inside the srcu section. */
    private void findPage(Now now, Target target) {
        if (now.read(cells.device()) != DaxDevice.ALIVE) {
            now.saw("device dead: SIGBUS");
            now.go(UNLOCK, target.access());
        } else {
            now.saw("device alive");
        }
    }

    /** f5: under xa_lock, a new entry associates its page; one that is there already stays as it is. */
    private void associate(Now now, Target target) {
        PageId page = target.page();
        DaxEntry before = now.read(cells.entry(entry));
        if (before.page().contains(page)) {
            now.saw("associated already");
            return;
        }
        if (rules.tie().isKeptByEntries() && !kernel.references().getPagemap(now, new Owner.Entry(entry))) {
            now.saw("pagemap dying: SIGBUS");
            now.go(UNLOCK, target.access());
            return;
        }
        if (before.kind() == DaxEntry.Kind.ZERO) {
            unmapZeroPages(now);
        }
        now.change(cells.page(page), found -> found.associate(entry));
        now.write(cells.entry(entry), before.insert(page));
    }

    /** What was mapped of the hole goes, whoever mapped it; nothing of that was counted. */
    private void unmapZeroPages(Now now) {
        for (PteAt mapped : kernel.world().mapping(entry)) {
            if (now.read(cells.pte(mapped)).kind() == Pte.Kind.ZERO) {
                now.write(cells.pte(mapped), Pte.NONE);
            }
        }
    }

    /** f6: no reference is taken. */
    private void setPte(Now now, Target target) {
        insert(now, target);
        now.go(UNLOCK, target.access());
    }

    private void insert(Now now, Target target) {
        if (!insert.set(now, at, cells.pte(at), target.page())) {
            now.saw("PTE set already");
        }
    }

    /**
     * f6a: from 0 if need be, by licence of the entry lock. A page that comes into use may have to hold its pagemap.
     */
    private void hold(Now now, Target target) {
        PageId page = target.page();
        if (rules.tie().isTakenByPages()
                && now.read(cells.page(page)).refs() == 0
                && !kernel.references().getPagemap(now, new Owner.UsedPage(page))) {
            now.saw("pagemap dying: SIGBUS");
            now.go(UNLOCK, target.access());
            return;
        }
        Counting.getLicensed(now, cells.page(page), page, 1, self);
    }

    private void letGo(Now now, Target target) {
        kernel.references().put(now, target.page(), 1, self);
        now.go(UNLOCK, target.access());
    }

    private void unlockEntry(Now now, Access access) {
        kernel.lock(entry).unlock(now);
    }

    private void end(Now now, Access access) {
        if (rules.is(Rules.FAULTS_TAKE_INVALIDATE_LOCK)) {
            lock.upRead(now);
        }
        if (passesFreeze(access)) {
            now.change(cells.freeze(), freeze -> freeze.leave(task));
        }
        if (cells.hasVmas()) {
            now.change(cells.vma(at.mm()), vma -> vma.leave(task));
        }
    }
}
