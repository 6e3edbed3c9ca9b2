package pagelife.models.parts;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.function.BiConsumer;
import pagelife.checker.model.At;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Now;
import pagelife.checker.model.Place;
import pagelife.checker.model.Script;
import pagelife.checker.model.Source;
import pagelife.models.kernel.PercpuRef;
import pagelife.models.page.Owner;
import pagelife.models.page.PageId;
import pagelife.models.page.Pagemap;

/**
 * How a pagemap goes: {@code memunmap_pages}, mm/memremap.c. It is killed (r3), lets go of what it holds for its pages
 * (r4), waits until nobody holds it (r5), and its memory map is removed (r6). A family puts these together in the order
 * of its era.
 *
 * @param pagemap the pagemap
 * @param unmap the function that r3 to r5 stand for
 * @param remove the function that r6 stands for
 */
public record Memunmap(Cell<Pagemap> pagemap, Source unmap, Source remove) {
    /** Before the pagemap is killed. */
    public static final String KILL = "r3";
    /** Before the last reference has gone. */
    public static final String AWAIT = "r5";
    /** Before the memory map is removed. */
    public static final String REMOVE = "r6";

    /** Before the base reference of a page is dropped, page by page. */
    private static final Place<PageId> PUT_BASE = Place.of("r4", PageId.class);

    /**
     * r3, after which the first of {@code bases} is put, if there are any; who finds it dying already has nothing to
     * do.
     */
    public Script kill(Script removal, Seq<PageId> bases) {
        return removal.in(unmap)
                .step(KILL + " kill pagemap", now -> {
                    if (!now.read(pagemap).isLive()) {
                        now.saw("dying already");
                        now.end(); // another removal is on it
                        return;
                    }
                    PercpuRef.of(pagemap).kill(now, zero -> {}); // who waits for 0 looks at the count
                    bases.headOption().forEach(first -> now.go(PUT_BASE, first));
                })
                .statement("percpu_ref_kill(&pgmap->ref)");
    }

    /** r4, to 5.17: each page's base reference is dropped, by {@code put}. */
    public Script putBases(Script removal, Seq<PageId> bases, BiConsumer<Now, PageId> put) {
        return removal.in(unmap)
                .step(PUT_BASE, "r4 put base reference", (now, page) -> {
                    put.accept(now, page);
                    Option<PageId> next = bases.dropUntil(page::equals).drop(1).headOption();
                    next.forEach(one -> now.go(PUT_BASE, one));
                })
                .statement("put_page(page)");
    }

    /** r4, from 5.18 on: all references at once, whatever the pages count. */
    public Script putBulk(Script removal, int refs) {
        return removal.in(unmap)
                .step("r4 put pagemap in bulk", now -> PercpuRef.of(pagemap).putMany(now, refs, Owner.Base.PAGEMAP))
                .statement("percpu_ref_put_many(&pgmap->ref, n)");
    }

    /** r5. */
    public Script await(Script removal) {
        return removal.in(unmap)
                .step(AWAIT + " wait for references", now -> {
                    now.await(isUnreferenced(now));
                    now.saw(
                            "wait_for_completion(&pgmap->done), refs %s",
                            now.read(pagemap).refs());
                })
                .statement("wait_for_completion(&pgmap->done)");
    }

    /** Whether nobody holds the pagemap, by its count. */
    public boolean isUnreferenced(Now now) {
        return now.read(pagemap).refs() <= 0;
    }

    /** r6. */
    public Script remove(Script removal) {
        return removal.in(remove)
                .step(REMOVE + " remove memmap", now -> now.change(pagemap, Pagemap::remove))
                .statement("arch_remove_memory()");
    }

    /**
     * Whether a removal that is at {@code at} still has the base reference of {@code page} to drop, and has begun to.
     */
    public static boolean isBeforePut(Control at, PageId page) {
        return at instanceof At place && place.at(PUT_BASE).exists(next -> next.number() <= page.number());
    }

    /**
     * Whether a removal that is at {@code at} has dropped the base reference of {@code page}, and is not at its end.
     */
    public static boolean hasPut(Control at, PageId page) {
        return hasPutAll(at)
                || at instanceof At place && place.at(PUT_BASE).exists(next -> next.number() > page.number());
    }

    /** Whether a removal that is at {@code at} has dropped what the pagemap holds of itself, and is not at its end. */
    public static boolean hasPutAll(Control at) {
        return At.isAt(at, AWAIT, REMOVE);
    }

    /** Whether a removal that is at {@code at} is about to drop in bulk what the pagemap holds of itself. */
    public static boolean isBeforeBulk(Control at) {
        return At.isAt(at, PUT_BASE.name());
    }
}
