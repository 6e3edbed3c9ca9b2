package pagelife.checker.engine.walk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pagelife.checker.engine.code.ClaimProgram;
import pagelife.checker.engine.code.Execution;
import pagelife.checker.engine.code.Memo;
import pagelife.checker.engine.code.Point;
import pagelife.checker.engine.code.Watch;
import pagelife.checker.engine.pack.Layout;

/**
 * Evaluates claims about packed states by walking a forest of them; only those that a step can have changed. One
 * worker's own.
 */
public final class ClaimWalker {
    private static final int UNKNOWN = -1;

    /** The claims and what each of them reads. */
    private final Memo memo;
    /** The tries of claims as one table; this walker grows it where it meets something new. */
    private final Forest forest;
    /** Runs the claims that are not recorded. */
    private final Execution execution;
    /** Who hears of states that show what is watched for. */
    private final Seen seen;
    /** The claims of interest but those about stuck states, by index; written between rounds. */
    private final BitSet open = new BitSet();
    /** For a set of claims that are evaluated together its number, from 0. */
    private final Map<BitSet, Integer> rootNumbers = new HashMap<>();
    /** The same the other way round: for each number its claims. */
    private final List<BitSet> rootClaims = new ArrayList<>();
    /** The claims about stuck states, by index. */
    private final BitSet aboutStuck = new BitSet();
    /** The state in hand as ids, one a cell; filled in only where something has to be found out. */
    private final int[] ids;
    /** For each number where a walk for its claims begins; {@link Forest#OPEN} until the first one. */
    private int[] roots = new int[8];
    /** For each effect the number of the open claims it may change; {@link #UNKNOWN} until asked. */
    private int[] rootOfEffect = new int[64];
    /** The {@link Memo#claimReadsVersion} that {@link #rootOfEffect} was made for. */
    private int version = UNKNOWN;
    /** Codes of the forest still to be walked for the state in hand; empty between states. */
    private int[] stack = new int[64];
    /** Where ids lie in the words of a state. */
    private Layout layout;

    /** Who hears of states that show what is watched for. */
    public interface Seen {
        void seen(Watch watch, long[] packed, int offset);
    }

    public ClaimWalker(Memo memo, Seen seen) {
        this.memo = memo;
        this.forest = new Forest(memo);
        this.execution = new Execution(memo.cells());
        this.seen = seen;
        this.ids = new int[memo.cells().count()];
        for (int claim = 0; claim < memo.claims().length; claim++) {
            aboutStuck.set(claim, memo.claims()[claim].watch().role() == Watch.Role.DEADLOCK);
        }
    }

    /** Starts over with this layout. */
    public void clear(Layout changed) {
        layout = changed;
        forest.clear(changed);
        Arrays.fill(roots, Forest.OPEN);
    }

    /** Says which watches are still of interest. */
    public void watch(BitSet watches) {
        open.clear();
        ClaimProgram[] claims = memo.claims();
        for (int claim = 0; claim < claims.length; claim++) {
            open.set(
                    claim,
                    claims[claim].watch().role() != Watch.Role.DEADLOCK
                            && watches.get(claims[claim].watch().index()));
        }
        version = UNKNOWN;
    }

    /** To be called between blocks: forgets what it knew of effects if claims have been seen to read more cells. */
    public void refresh() {
        if (version != memo.claimReadsVersion()) {
            version = memo.claimReadsVersion();
            Arrays.fill(rootOfEffect, UNKNOWN);
        }
    }

    /** Evaluates every claim of interest. */
    public void checkAll(long[] packed, int offset) {
        check(number(open), packed, offset);
    }

    /** Evaluates the claims that a step with this effect can have changed; a negative effect may have changed any. */
    public void checkAfter(int effect, long[] packed, int offset) {
        if (effect < 0) {
            checkAll(packed, offset);
            return;
        }
        if (effect >= rootOfEffect.length) {
            int known = rootOfEffect.length;
            rootOfEffect = Arrays.copyOf(rootOfEffect, Math.max(effect + 1, 2 * known));
            Arrays.fill(rootOfEffect, known, rootOfEffect.length, UNKNOWN);
        }
        if (rootOfEffect[effect] == UNKNOWN) {
            BitSet affected = memo.affected(memo.effect(effect));
            affected.and(open);
            rootOfEffect[effect] = number(affected);
        }
        check(rootOfEffect[effect], packed, offset);
    }

    /** Evaluates the claims about stuck states. */
    public void checkStuck(long[] packed, int offset) {
        check(number(aboutStuck), packed, offset);
    }

    private int number(BitSet claims) {
        Integer known = rootNumbers.get(claims);
        if (known != null) {
            return known;
        }
        BitSet kept = (BitSet) claims.clone();
        int number = rootClaims.size();
        rootClaims.add(kept);
        rootNumbers.put(kept, number);
        if (number == roots.length) {
            roots = Arrays.copyOf(roots, 2 * number);
            Arrays.fill(roots, number, roots.length, Forest.OPEN);
        }
        return number;
    }

    private int root(int number, long[] packed, int offset) {
        if (roots[number] == Forest.OPEN) {
            List<Point> points = new ArrayList<>();
            rootClaims.get(number).stream().forEach(claim -> points.add(memo.claims()[claim].root()));
            roots[number] = forest.plant(points, unpack(packed, offset));
        }
        return roots[number];
    }

    private void check(int number, long[] packed, int offset) {
        int code = root(number, packed, offset);
        int[] table = forest.table();
        int top = 0;
        while (true) {
            if (code >= Forest.NODE) {
                int node = code - Forest.NODE;
                int id = (int) (packed[offset + (table[node] >>> Forest.SHIFT_BITS)] >>> table[node]) & table[node + 1];
                code = table[node + Forest.HEADER + id];
                if (code == Forest.OPEN) {
                    code = forest.grow(node, id, unpack(packed, offset));
                    table = forest.table();
                }
                continue;
            }
            if (code < 0) {
                seen(Forest.leaf(code), packed, offset);
            } else if (code != Forest.NOTHING) {
                int at = code + Forest.BUNDLE;
                int end = at + table[code] + table[code + 1];
                if (top + end - at + table[code + 2] > stack.length) {
                    stack = Arrays.copyOf(stack, 2 * (top + end - at + table[code + 2]));
                }
                while (at < end) {
                    stack[top++] = table[at++];
                }
                for (end += table[code + 2]; at < end; at++) {
                    top = special(forest.special(table[at]), packed, offset, top);
                }
                table = forest.table();
            }
            if (top == 0) {
                return;
            }
            code = stack[--top];
        }
    }

    private int special(Forest.Special special, long[] packed, int offset, int top) {
        if (special instanceof Forest.Sparse sparse) {
            int id = (int) (packed[offset + (sparse.wordAndShift() >>> Forest.SHIFT_BITS)] >>> sparse.wordAndShift())
                    & sparse.mask();
            stack[top] = forest.child(sparse, id, unpack(packed, offset));
            return top + 1;
        }
        if (special instanceof Forest.Direct direct
                && execution.outcome(direct.program(), unpack(packed, offset)) instanceof Watch watch) {
            seen(watch.index(), packed, offset);
        }
        return top;
    }

    private void seen(int watch, long[] packed, int offset) {
        seen.seen(memo.watches().get(watch), packed, offset);
    }

    private int[] unpack(long[] packed, int offset) {
        layout.unpack(packed, offset, ids);
        return ids;
    }
}
