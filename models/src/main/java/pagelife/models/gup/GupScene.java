package pagelife.models.gup;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.View;
import pagelife.models.Protocol;
import pagelife.models.page.Books;
import pagelife.models.page.Holds;
import pagelife.models.page.Owner;
import pagelife.models.page.Page;
import pagelife.models.page.PageId;

/** One of the scenes of pin accounting. Each has one page that is pinned. */
public sealed interface GupScene extends Protocol permits Bias, Fork, LongTerm, Overflow {
    /** The page. */
    PageId PAGE = new PageId(0);

    /** Its {@code struct page}. */
    Cell<Page> page();

    /** Whether a pin of the page is complete, and its holder works with it. */
    default boolean isPinned(View view) {
        return books().isPinned(view, PAGE);
    }

    /** The books of a page that as many entries hold as are counted as mappings. */
    static Books mapped(Model model, Cell<Page> page) {
        return Books.of(model).page(PAGE, page).holder(page, GupScene::entries);
    }

    private static Seq<Holds> entries(Page page) {
        return page.mapcount() == 0 ? Vector.empty() : Vector.of(new Holds(PAGE, Owner.Entries.ALL, page.mapcount()));
    }
}
