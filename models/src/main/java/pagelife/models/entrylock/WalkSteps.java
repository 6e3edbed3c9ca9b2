package pagelife.models.entrylock;

import pagelife.checker.model.Control;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.models.page.Index;

/**
 * A scan over the entries of a file, one of which covers several indices: {@code dax_layout_busy_page}, 4.19. A lookup from
 * inside the large entry finds that entry, at the index where it begins.
 */
final class WalkSteps {
    private final Rules rules;
    private final int large;

    /** A walk over one entry that covers {@code large} indices, and one behind it. */
    WalkSteps(Rules rules, int large) {
        this.rules = rules;
        this.large = large;
    }

    /** The walk is about to look up from this index on. */
    record LookUp(Index from) implements Control {}

    void declare(ModelBuilder model) {
        model.actor("walk", LookUp.class, new LookUp(Index.FIRST))
                .step(
                        "t4",
                        "look up entry",
                        Source.kernel("fs/dax.c", "dax_layout_busy_page", "4.19"),
                        LookUp.class,
                        (at, view) -> next(at));
    }

    private Control next(LookUp at) {
        boolean inLarge = at.from().number() < large;
        int found = inLarge ? 0 : large;
        int covered = inLarge && rules.scanGoesByEntry() ? large : 1;
        int next = found + covered;
        return next > large ? Control.finished() : new LookUp(new Index(next));
    }
}
