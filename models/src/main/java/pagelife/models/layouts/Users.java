package pagelife.models.layouts;

import static pagelife.checker.model.Fairness.NONE;
import static pagelife.checker.model.Fairness.WEAK;

import io.vavr.control.Option;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Now;
import pagelife.checker.model.Place;
import pagelife.checker.model.Script;
import pagelife.checker.model.Source;
import pagelife.models.page.Counting;
import pagelife.models.page.Custody;
import pagelife.models.page.DaxEntry;
import pagelife.models.page.Holds;
import pagelife.models.page.Index;
import pagelife.models.page.Owner;
import pagelife.models.page.PageId;
import pagelife.models.page.Pins;
import pagelife.models.page.TaskId;
import pagelife.models.page.Vma;
import pagelife.models.parts.SlowPin;

/** What programs do with the file: pin, unpin, unmap, fault. */
final class Users {
    /** u1: before this place is unmapped. */
    private static final Place<Index> CLEAR = Place.of("u1", Index.class);

    /** u2: the place is unmapped; before its reference is dropped. */
    private static final Place<Index> PUT = Place.of("u2", Index.class);

    private final Kernel kernel;

    Users(Kernel kernel) {
        this.kernel = kernel;
    }

    /** A pin of the page at this place. */
    Script pin(TaskId task, Cell<Pins> pins, Index at) {
        Source walk = kernel.source("mm/gup.c", "follow_page_pte");
        return new SlowPin(task, pins, Kernel.pteAt(at), 1, new Mapped(kernel, at), Option.none()).script(walk, walk);
    }

    /** The page that is mapped at a place of the file. */
    private record Mapped(Kernel kernel, Index at) implements SlowPin.Target {
        @Override
        public Option<PageId> find(Now now) {
            return now.read(kernel.pte(at)).page();
        }

        @Override
        public boolean grab(Now now, PageId page, Owner pin) {
            return Counting.getUnlessZero(now, kernel.page(page), page, 1, pin);
        }
    }

    /** The program unmaps the file; with the last place its VMA is gone. */
    Script munmap() {
        Script munmap = new Script()
                .fairness(NONE)
                .begins(now -> now.go(CLEAR, Index.FIRST))
                .in(kernel.source("mm/memory.c", "zap_pte_range"))
                .step(CLEAR, "u1 clear PTE", this::clear)
                .statement("pte = ptep_get_and_clear(ptep)");
        return kernel.rules().counted()
                ? munmap.owes(WEAK)
                        .in(kernel.source("mm/mmu_gather.c", "tlb_finish_mmu"))
                        .step(PUT, "u2 put page", this::put)
                        .statement("folio_put(folio)")
                        .has(Index.class, at -> new Holds(Kernel.pageAt(at), Kernel.mappingAt(at), 1))
                : munmap;
    }

    /** u1: faults do not find the VMA any more, though the file does until the end. */
    private void clear(Now now, Index at) {
        if (at.equals(Index.FIRST) && now.read(kernel.vma()).link() != Vma.Link.MAPPED) {
            now.end(); // somebody else does it, or has done it
            return;
        }
        now.change(kernel.vma(), vma -> vma.to(Vma.Link.DETACHED));
        if (kernel.clear(now, at).isDefined()) {
            now.go(PUT, at);
        } else {
            afterClear(now, at);
        }
    }

    private void put(Now now, Index at) {
        kernel.put(now, Kernel.pageAt(at), Kernel.mappingAt(at));
        afterClear(now, at);
    }

    private void afterClear(Now now, Index at) {
        Option<Index> next = kernel.after(at);
        if (next.isDefined()) {
            now.go(CLEAR, next.get());
        } else {
            now.change(kernel.vma(), vma -> vma.to(Vma.Link.UNLINKED));
            now.end();
        }
    }

    /** A fault, all of it in one step: it needs the invalidate lock, and what it does under it is the FS-DAX family. */
    Script fault(Index at) {
        return new Script()
                .fairness(NONE)
                .in(kernel.source("fs/dax.c", "dax_iomap_pte_fault"))
                .step("f fault", now -> fault(now, at));
    }

    private void fault(Now now, Index at) {
        now.await(kernel.lock().canRead(now));
        kernel.entryLock(at).waitUnlocked(now);
        boolean allocated = !now.read(kernel.block(Kernel.pageAt(at))).equals(Custody.FREE);
        if (now.read(kernel.vma()).link() != Vma.Link.MAPPED) {
            now.saw("nothing is mapped here: SIGSEGV");
        } else if (!allocated) {
            now.saw("no block: SIGBUS");
        } else if (now.read(kernel.pte(at)).isPresent()) {
            now.saw("PTE set already");
        } else {
            map(now, at);
        }
    }

    private void map(Now now, Index at) {
        if (now.read(kernel.entry(at)).page().isEmpty()) {
            now.write(kernel.entry(at), DaxEntry.ABSENT.insert(Kernel.pageAt(at)));
        }
        kernel.map(now, at);
    }
}
