package pagelife.models.fsdax;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.model.StepView;
import pagelife.models.page.DaxEntry;
import pagelife.models.page.EntryAt;
import pagelife.models.page.MmId;
import pagelife.models.page.Owner;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;
import pagelife.models.page.WaitKey;
import pagelife.models.page.WaitQueue;
import pagelife.models.page.Waiter;

/** What all actors of a model share: its cells, the rules they obey, how they count, clear and wait. */
record Kernel(Rules rules, Bounds bounds, Cells cells, References references, Zap zap) {

    static Kernel declare(ModelBuilder model, Rules rules, Bounds bounds, Map<TaskId, PteAt> fastGups) {
        Map<TaskId, MmId> walkers = rules.ipiFlush() ? fastGups.mapValues(PteAt::mm) : LinkedHashMap.empty();
        Cells cells = new Cells(model, rules, bounds, walkers.keySet().toVector());
        return new Kernel(rules, bounds, cells, new References(rules, cells), new Zap(cells, walkers));
    }

    /** A function of the kernel whose text this variant follows. */
    Source source(String file, String function) {
        return source(file, function, function, function);
    }

    /** A function that had another name in 5.10, in 6.1 and in 7.2. */
    Source source(String file, String in510, String in61, String in72) {
        if (rules.pteHoldsReference()) {
            return Source.kernel(file, in72, "7.2");
        }
        return rules.pagemapWaitsFor() == PagemapTie.BASES
                ? Source.kernel(file, in510, "5.10")
                : Source.kernel(file, in61, "6.1");
    }

    /** A function of the file system at hand. */
    Source source(FsCall call) {
        String[] place = call.place(rules.shootdown());
        return source(place[0], place[1]);
    }

    /** Where the TLB is flushed and references of cleared PTEs are dropped. */
    Source flush() {
        return source("mm/mmu_gather.c", "tlb_finish_mmu");
    }

    /** Where a pin is dropped. */
    Source unpin() {
        return source("mm/gup.c", "unpin_user_page", "gup_put_folio", "gup_put_folio");
    }

    /** Queues a task for an entry to be unlocked. */
    void awaitEntry(StepView view, EntryAt at, TaskId task, boolean exclusive) {
        Cell<WaitQueue> queue = cells.entryWaiters(at);
        view.write(queue, view.read(queue).add(new Waiter(task, WaitKey.ENTRY, exclusive)));
    }

    /** Whether a task that queued for an entry has not been woken yet. */
    boolean awaitsEntry(StepView view, EntryAt at, TaskId task) {
        return view.read(cells.entryWaiters(at)).holds(task);
    }

    /** Unlocks an entry and wakes one of its waiters. */
    void unlockEntry(StepView view, EntryAt at) {
        Cell<DaxEntry> entry = cells.entry(at);
        view.write(entry, view.read(entry).unlock());
        references.wakeEntry(view, at, false);
    }

    /** Takes the association from the page behind an entry, deletes the entry; its waiters are still to be woken. */
    void deleteEntry(StepView view, EntryAt at) {
        Cell<DaxEntry> entry = cells.entry(at);
        for (var page : view.read(entry).page()) {
            view.write(cells.page(page), view.read(cells.page(page)).disassociate());
            if (rules.pagemapWaitsFor() == PagemapTie.ENTRIES) {
                references.putPagemap(view, new Owner.Entry(at));
            }
        }
        view.write(entry, DaxEntry.ABSENT);
    }

    /** The one after {@code current}. */
    static <T> Option<T> after(Seq<T> all, T current) {
        int next = all.indexOf(current) + 1;
        return next < all.size() ? Option.some(all.get(next)) : Option.none();
    }

    /** Where a fault or a GUP that is done goes: to its end, or back to where it began. */
    Control done(Control start) {
        return bounds.any(Bound.REPEATS) ? start : Control.finished();
    }
}
