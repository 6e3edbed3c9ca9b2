package pagelife.models.migrate;

import pagelife.checker.model.Event;
import pagelife.models.page.PageId;
import pagelife.models.page.TaskId;

/** A task reads a struct page without touching its count. */
public record UsesPage(PageId page, TaskId by) implements Event {
    @Override
    public String toString() {
        return by + " uses " + page;
    }
}
