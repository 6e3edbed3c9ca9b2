package pagelife.specs.ledger;

import io.vavr.control.Option;
import pagelife.models.page.Owner;

/**
 * References of a page that somebody held. Steps are counted from 1; 0 is before the first.
 *
 * @param owner who
 * @param refs how many
 * @param since the step that took them
 * @param until the step that dropped them; empty when none did
 */
public record Holding(Owner owner, int refs, int since, Option<Integer> until) {
    static Holding from(int step, Owner owner, int refs) {
        return new Holding(owner, refs, step, Option.none());
    }

    Holding droppedAt(int step) {
        return new Holding(owner, refs, since, Option.some(step));
    }

    /** Whether {@code other} holds it still. */
    boolean isOpenOf(Owner other) {
        return until.isEmpty() && owner.equals(other);
    }
}
