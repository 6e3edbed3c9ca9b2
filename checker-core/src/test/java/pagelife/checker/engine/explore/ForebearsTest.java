package pagelife.checker.engine.explore;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import pagelife.checker.engine.code.Memo;
import pagelife.checker.engine.store.PinnedStates;
import pagelife.checker.engine.walk.PinnedPages;
import pagelife.checker.engine.walk.Walker;

/** Which states may lead to others, on those of {@link PinnedPages}. */
class ForebearsTest {
    /** Every so many of the 262,144 states is looked at. */
    private static final int STRIDE = 1_009;

    private final PinnedStates pinned = new PinnedStates();
    private final long[] states = pinned.sorted(new BitSet());
    private final Memo memo = pinned.memo();

    private int[] ids(long state) {
        int[] ids = new int[memo.cells().count()];
        memo.layout().unpack(new long[] {state}, 0, ids);
        return ids;
    }

    @Test
    void whatLeadsToAStatePasses() {
        Walker walker = new Walker(memo, (watch, effect, ids) -> {});
        walker.clear(memo.layout());
        for (int i = 0; i < states.length; i += STRIDE) {
            walker.truncate(0);
            walker.expand(states, i);
            for (int successor = 0; successor < walker.count(); successor++) {
                int[] target = ids(walker.successors()[successor]);
                assertTrue(new Forebears(memo, List.of(target), states.length).mayLead(states, i));
            }
        }
    }

    @Test
    void mostOtherStatesDoNot() {
        Forebears forebears = new Forebears(memo, List.of(ids(states[states.length / 2])), states.length);
        int passing = 0;
        for (int i = 0; i < states.length; i++) {
            passing += forebears.mayLead(states, i) ? 1 : 0;
        }
        assertTrue(passing < states.length / 100, "passing: " + passing);
    }

    @Test
    void amongFewerStatesThanThereAreEffectsAllPass() {
        Forebears forebears = new Forebears(memo, List.of(ids(states[0])), memo.effects() - 1);
        for (int i = 0; i < states.length; i += STRIDE) {
            assertTrue(forebears.mayLead(states, i));
        }
        assertFalse(new Forebears(memo, List.of(ids(states[0])), states.length).mayLead(states, states.length - 1));
    }
}
