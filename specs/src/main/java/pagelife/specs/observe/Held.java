package pagelife.specs.observe;

import pagelife.models.page.PageId;

/** A pin that a task of the model holds: of which page, of how many references. */
record Held(PageId page, int refs) {}
