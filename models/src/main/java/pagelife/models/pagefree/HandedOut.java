package pagelife.models.pagefree;

import pagelife.checker.model.Event;
import pagelife.models.page.Mapping;
import pagelife.models.page.PageId;

/**
 * A driver hands a page out.
 *
 * @param page the page
 * @param refs its count before
 * @param mapping what its mapping says
 */
public record HandedOut(PageId page, int refs, Mapping mapping) implements Event {
    @Override
    public String toString() {
        return "hand out " + page + ": refs " + refs + ", mapping " + mapping;
    }
}
