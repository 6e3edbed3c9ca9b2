package pagelife.models.entrylock;

import pagelife.checker.model.Control;
import pagelife.models.page.Sleeper;

/** Where somebody is who needs a DAX entry unlocked. */
public sealed interface EntryUser extends Control {
    /** Before it looks at the entry. */
    record Look() implements EntryUser {}

    /** It queued, since the entry was locked; once woken it looks again. */
    record Asleep() implements EntryUser, Sleeper {}

    /** It has locked the entry; before it unlocks it. */
    record Locked() implements EntryUser {}
}
