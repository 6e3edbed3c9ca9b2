package pagelife.models.kernel;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.checker.model.Cell;
import pagelife.checker.model.CellFamily;
import pagelife.checker.model.Event;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.StepView;
import pagelife.checker.model.View;
import pagelife.models.page.PageId;

/**
 * Allocates pages, or other objects of one size, and takes them back. Each time that a page is given out it is another
 * one: a {@link Handle} of before is stale, though the address is the same. mm/page_alloc.c, mm/slub.c, 6.12.
 *
 * <p>In the kernel nothing sees that a handle is stale. Here {@link #use} does, and tells {@link Stale}.
 */
public final class PageAllocator {
    /**
     * A page as somebody was given it.
     *
     * @param page its address
     * @param generation how often it was given out before
     */
    public record Handle(PageId page, int generation) {
        @Override
        public String toString() {
            return page + (generation == 0 ? "" : " again" + (generation == 1 ? "" : " (" + generation + ")"));
        }
    }

    /**
     * A page.
     *
     * @param allocated whether somebody has it
     * @param generation how often it was given out and taken back
     */
    public record Slot(boolean allocated, int generation) {
        private static final Slot FREE = new Slot(false, 0);

        @Override
        public String toString() {
            return (allocated ? "allocated" : "free") + (generation == 0 ? "" : ", reused " + generation);
        }
    }

    /** A page was used by a handle of before: it is free, or somebody else's. */
    public record Stale(Handle handle, boolean allocated) implements Event {
        @Override
        public String toString() {
            return handle.page() + " is used after it was freed" + (allocated ? " and given out again" : "");
        }
    }

    private final CellFamily<PageId, Slot> slots;

    private PageAllocator(CellFamily<PageId, Slot> slots) {
        this.slots = slots;
    }

    /** Declares an allocator with free pages. */
    public static PageAllocator declare(ModelBuilder model, String name, Seq<PageId> pages) {
        return new PageAllocator(model.cells(name, pages, Slot.class, page -> Slot.FREE));
    }

    /** Where a page stands. */
    public Cell<Slot> cell(PageId page) {
        return slots.of(page);
    }

    /** {@code alloc_page}: any free page; none if all are given out. */
    public Option<Handle> alloc(StepView view) {
        Seq<PageId> free =
                slots.keys().filter(page -> !view.read(slots.of(page)).allocated());
        if (free.isEmpty()) {
            return Option.none();
        }
        PageId page = free.size() == 1 ? free.head() : view.choose("page", free);
        int generation = view.read(slots.of(page)).generation();
        view.write(slots.of(page), new Slot(true, generation));
        return Option.some(new Handle(page, generation));
    }

    /** {@code __free_page}: the page may be given out anew. Whether the handle was good; else nothing is freed. */
    public boolean free(StepView view, Handle handle) {
        boolean good = use(view, handle);
        if (good) {
            view.write(slots.of(handle.page()), new Slot(false, handle.generation() + 1));
        }
        return good;
    }

    /** The page is read or written: whether the handle is good. One that is not is told. */
    public boolean use(StepView view, Handle handle) {
        boolean good = isCurrent(view, handle);
        if (!good) {
            view.tell(new Stale(handle, view.read(slots.of(handle.page())).allocated()));
        }
        return good;
    }

    /** Whether the page is still the one that this handle was given for. */
    public boolean isCurrent(View view, Handle handle) {
        return view.read(slots.of(handle.page())).equals(new Slot(true, handle.generation()));
    }
}
