package pagelife.models.devdax;

import io.vavr.control.Option;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Source;
import pagelife.checker.model.StepView;
import pagelife.models.kernel.PercpuRef;
import pagelife.models.page.Counting;
import pagelife.models.page.Owner;
import pagelife.models.page.PageId;
import pagelife.models.page.Pagemap;
import pagelife.models.page.Pte;
import pagelife.models.page.PteAt;
import pagelife.models.parts.Insert;
import pagelife.models.parts.Zap;

/** What all actors of a model share. */
record Kernel(Rules rules, World world, Cells cells) {
    Source source(String file, String function) {
        return Source.kernel(file, function, rules.version());
    }

    /** A function of its own from the compound series (5.17) on; before that the step was part of {@code first}. */
    Source source(String file, String first, String later) {
        return source(file, rules.compoundMemmap() ? later : first);
    }

    /** The file of memmap initialisation, which moved in 6.4. */
    String memmapFile() {
        return rules.is(Rules.PTE_HOLDS_REFERENCE) ? "mm/mm_init.c" : "mm/page_alloc.c";
    }

    /**
     * The function of get_user_pages that a step stands for: huge device entries had their own until it forgot the
     * pagemap.
     */
    Source gup(String file, String device, String any) {
        return rules.is(Rules.GUP_TAKES_PAGEMAP)
                ? Source.kernel(file, device, rules.compoundMemmap() ? "6.1" : "5.10")
                : Source.kernel("mm/gup.c", any, "7.2");
    }

    /** The pagemap, where get_user_pages holds it while it grabs a page. */
    Option<Cell<Pagemap>> gupTakesPagemap() {
        return Option.when(rules.is(Rules.GUP_TAKES_PAGEMAP), cells::pagemap);
    }

    /** The huge entry that maps a place. */
    Cell<Pte> entry(PteAt place) {
        return cells.pte(world.entry(place.mm(), place.index()));
    }

    /** Whether there are tails at all. */
    boolean isCompound() {
        return rules.compoundMemmap() && world.align() > 1;
    }

    PageId next(PageId page) {
        return new PageId(page.number() + 1);
    }

    /** {@code put_page}: resolves to the head. Where the pagemap waits for pages the last put lets go of it. */
    void put(StepView view, PageId page, int amount, Owner owner) {
        PageId head = head(view, page);
        if (Counting.put(view, cells.page(head), head, amount, owner) == 0 && rules.waitsForPages()) {
            PercpuRef.of(cells.pagemap()).putMany(view, 1, new Owner.UsedPage(head));
        }
    }

    /** Sets an entry, unless there is one. */
    void set(StepView view, PteAt at, PageId page) {
        new Insert(rules.is(Rules.PTE_HOLDS_REFERENCE), part -> head(view, part), cells::page)
                .set(view, at, cells.pte(at), page);
    }

    /** Clears an entry. The page is one whose reference the caller must drop after the flush. */
    Option<PageId> clear(StepView view, PteAt at) {
        return Zap.clear(view, at, cells.pte(at), page -> head(view, page), cells::page);
    }

    private PageId head(StepView view, PageId page) {
        return view.read(cells.frame(page)).head();
    }

    /** The end of a pin: on the page itself where a grab did not look for its head. */
    void unpin(StepView view, PageId page, Owner pin) {
        if (rules.is(Rules.GUP_RESOLVES_HEAD)) {
            put(view, page, 1, pin);
        } else {
            Counting.put(view, cells.page(page), page, 1, pin);
        }
    }

    /** Whether memmap initialisation makes a page by itself or a head of {@code page}: one that counts. */
    boolean counts(PageId page) {
        return !isCompound() || page.number() % world.align() == 0;
    }

    /**
     * What the pagemap holds on itself beside what its pages hold in use, where it waits for them; all of it elsewhere.
     */
    int bulkRefs() {
        int all = rules.pagemapRefs(world);
        return rules.waitsForPages() ? all - world.pages().count(this::counts) : all;
    }
}
