package pagelife.models.pagefree;

import pagelife.checker.model.Event;
import pagelife.models.page.PageId;

/** A put goes through a word of a page that is no pagemap any more. */
public record NotAPagemap(PageId page) implements Event {
    @Override
    public String toString() {
        return "put of what " + page + " says is its pagemap: it is a tail, the word says its head";
    }
}
