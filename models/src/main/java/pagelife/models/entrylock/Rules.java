package pagelife.models.entrylock;

import pagelife.models.Choices;

/**
 * What this variant of the entry lock does.
 *
 * @param deletionWakesAll whether who deletes an entry wakes all its waiters, or the next one
 * @param leaverWakes whether who was woken and leaves the entry as it is wakes the next one
 * @param scanGoesByEntry whether a scan goes on behind the entry it has seen, or one page further
 */
public record Rules(boolean deletionWakesAll, boolean leaverWakes, boolean scanGoesByEntry) {
    static Rules of(Choices rules) {
        return new Rules(
                rules.get("deletionWakes").equals("all"),
                rules.on("leaverWakes"),
                rules.get("scanGoesBy").equals("entry"));
    }
}
