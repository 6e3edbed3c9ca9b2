package pagelife.checker.engine.explore;

import java.util.BitSet;
import java.util.List;
import pagelife.checker.engine.code.Effect;
import pagelife.checker.engine.code.Memo;
import pagelife.checker.engine.pack.Layout;

/**
 * Which states may lead to one of some others in a step: those that differ from it as some effect says. A few more pass,
 * since only a bit of their hash is looked at; so a level is gone through without exploring its states once more.
 */
final class Forebears {
    /** So many bits of a hash, 32 KiB for one bit each: a target has some hundred forebears. */
    private static final int HASH_BITS = 18;

    /** 2^64 over the golden ratio, made odd: Fibonacci hashing (Knuth, TAOCP 3, 6.4). */
    private static final long FACTOR = 0x9e3779b97f4a7c15L;

    private final int words;
    /** Whether all states pass: nothing is known of what leads where, or it would take longer to find out. */
    private final boolean all;
    /** The hashes of those that may. */
    private final BitSet hashes = new BitSet();

    /** Those of the states of these ids, among so many. */
    Forebears(Memo memo, List<int[]> targets, long states) {
        this.words = memo.layout().words();
        this.all = states < (long) memo.effects() * targets.size() || !memo.knowsEffects();
        for (int effect = 0; effect < memo.effects() && !all; effect++) {
            for (int[] target : targets) {
                note(memo.effect(effect), target, memo.layout());
            }
        }
    }

    private void note(Effect effect, int[] target, Layout layout) {
        int[] ids = target.clone();
        for (int i = 0; i < effect.cells().length; i++) {
            int cell = effect.cells()[i];
            if (target[cell] != effect.after()[i] || !layout.fits(cell, effect.before()[i])) {
                return;
            }
            ids[cell] = effect.before()[i];
        }
        long[] packed = new long[words];
        layout.pack(ids, packed, 0);
        hashes.set(hash(packed, 0));
    }

    private int hash(long[] packed, int offset) {
        long hash = 0;
        for (int w = 0; w < words; w++) {
            hash = (hash ^ hash >>> Integer.SIZE ^ packed[offset + w]) * FACTOR;
        }
        return (int) (hash >>> Long.SIZE - HASH_BITS);
    }

    /** Whether the packed state at {@code offset} may be one. */
    boolean mayLead(long[] packed, int offset) {
        return all || hashes.get(hash(packed, offset));
    }
}
