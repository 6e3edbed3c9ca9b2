package pagelife.models.devdax;

import io.vavr.control.Option;
import pagelife.checker.model.Source;
import pagelife.checker.model.StepView;
import pagelife.models.page.Counting;
import pagelife.models.page.Owner;
import pagelife.models.page.PageId;
import pagelife.models.page.Pte;

/** What all actors of a model share. */
record Kernel(Rules rules, Bounds bounds, Cells cells) {
    Source source(String file, String function) {
        return Source.kernel(file, function, rules.version());
    }

    /**
     * The function of get_user_pages that a step stands for: huge device entries had their own until it forgot the pagemap.
     */
    Source gup(String file, String device, String any) {
        return rules.gupTakesPagemap()
                ? Source.kernel(file, device, rules.compoundMemmap() ? "6.1" : "5.10")
                : Source.kernel("mm/gup.c", any, "7.2");
    }

    /** Whether there are tails at all. */
    boolean isCompound() {
        return rules.compoundMemmap() && bounds.align() > 1;
    }

    PageId next(PageId page) {
        return new PageId(page.number() + 1);
    }

    /** {@code put_page}: resolves to the head. Where the pagemap waits for pages the last put lets go of it. */
    void put(StepView view, PageId page, int amount, Owner owner) {
        PageId head = view.read(cells.frame(page)).head();
        if (Counting.put(view, cells.page(head), head, amount, owner) == 0 && waitsForPages()) {
            Counting.put(view, cells.pagemap(), 1, new Owner.UsedPage(head));
        }
    }

    /** Takes a mapping off the page of a cleared entry. The page is one whose reference must be dropped after the flush. */
    Option<PageId> uncount(StepView view, Pte cleared) {
        if (!cleared.isCounted()) {
            return Option.none(); // vm_normal_page is NULL: no rmap, no reference
        }
        PageId head = view.read(cells.frame(cleared.page().get())).head();
        view.write(cells.page(head), view.read(cells.page(head)).addMappings(-1));
        return Option.some(head);
    }

    /** Whether the last put of a page drops a reference of the pagemap ({@code __put_page}, until 5.17). */
    boolean waitsForPages() {
        return rules.baseDrop() != Rules.BaseDrop.BULK;
    }
}
