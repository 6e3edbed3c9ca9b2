package pagelife.specs.observe;

import pagelife.models.page.PageId;
import pagelife.models.page.PteAt;

/** A pin that a task of the model holds: of which page, through which entry, of how many references. */
record Held(PageId page, PteAt through, int refs) {}
