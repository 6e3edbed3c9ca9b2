package pagelife.models.gup;

import pagelife.checker.model.Cell;
import pagelife.models.Protocol;
import pagelife.models.page.Page;
import pagelife.models.page.PageId;

/** One of the scenes of pin accounting. Each has one page that is pinned. */
public sealed interface GupScene extends Protocol permits Bias, Fork, LongTerm, Overflow {
    /** The page. */
    PageId PAGE = new PageId(0);

    /** Its {@code struct page}. */
    Cell<Page> page();
}
