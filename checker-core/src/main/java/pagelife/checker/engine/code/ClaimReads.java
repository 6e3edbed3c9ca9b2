package pagelife.checker.engine.code;

import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pagelife.checker.property.Balance;

/**
 * What a claim about states has been seen to read, and so which changes cannot change its answer: those of cells that
 * it does not read, those that leave the parts alone that it looks at, and of a {@link Balance} those that leave its
 * sums as they are. Guarded by the lock of its {@link Memo}.
 *
 * <p>Sound since a state's answer is only ever taken over from the state before it, on which the claim went a path that
 * is known here: where all that this path looks at is as it was, the claim goes it again.
 */
final class ClaimReads {
    /**
     * A cell that is looked at in more places than this counts as read whole: comparing would cost more than asking.
     */
    private static final int MOST_LOOKS = 1 << 12;

    /** The cells read, whole or in part. */
    private final BitSet read = new BitSet();
    /** Those of which more was read than parts that can be compared. */
    private final BitSet whole = new BitSet();
    /** For each other cell read the points that look at a part of it. */
    private final Map<Integer, List<Point>> looks = new HashMap<>();
    /** For each of them the changes, as {@link #change} has them, that no point has told from no change. */
    private final Map<Integer, Set<Long>> unseen = new HashMap<>();

    private static long change(int before, int after) {
        return (long) before << Integer.SIZE | after;
    }

    /** The sums that are 0, where that is the claim: what adds to one is not looked at but added up. */
    private final Option<Balance> balance;

    /** Of a claim of any kind. */
    ClaimReads(Option<Balance> balance) {
        this.balance = balance;
    }

    /** Notes a read of all of a cell; whether that is new. */
    boolean readsWhole(int cell) {
        read.set(cell);
        boolean news = !whole.get(cell);
        whole.set(cell);
        looks.remove(cell);
        unseen.remove(cell);
        return news;
    }

    /**
     * Notes that a point looks at a part of the cell that it reads; whether some change may matter that did not so far.
     */
    boolean looks(Point point) {
        int cell = point.cell;
        if (whole.get(cell) || balance.isDefined() && balance.get().isShare(point.function())) {
            return false;
        }
        boolean news = !read.get(cell);
        read.set(cell);
        List<Point> known = looks.computeIfAbsent(cell, fresh -> new ArrayList<>());
        if (known.size() == MOST_LOOKS) {
            return readsWhole(cell);
        }
        known.add(point);
        return unseen.computeIfAbsent(cell, fresh -> new HashSet<>()).removeIf(change -> tells(point, change)) || news;
    }

    private static boolean tells(Point point, long change) {
        return !point.isSamePart((int) (change >>> Integer.SIZE), (int) change);
    }

    /** Whether a change of a cell from one value to another may change the answer. */
    boolean mayMatter(int cell, int before, int after) {
        if (before == after || !read.get(cell)) {
            return false;
        }
        if (whole.get(cell)) {
            return true;
        }
        long change = change(before, after);
        Set<Long> same = unseen.get(cell);
        if (same.contains(change)) {
            return false;
        }
        for (Point point : looks.get(cell)) {
            if (tells(point, change)) {
                return true;
            }
        }
        same.add(change);
        return false;
    }

    /** Whether a step with this effect may change the answer. */
    boolean mayMatter(Effect effect, Cells cells) {
        for (int i = 0; i < effect.cells().length; i++) {
            if (mayMatter(effect.cells()[i], effect.before()[i], effect.after()[i])) {
                return true;
            }
        }
        return balance.isDefined() && changes(balance.get(), effect, cells);
    }

    private static boolean changes(Balance sums, Effect effect, Cells cells) {
        int[] changes = new int[sums.size()];
        try {
            for (int i = 0; i < effect.cells().length; i++) {
                int cell = effect.cells()[i];
                Domain values = cells.domain(cell);
                sums.addChange(
                        cells.cell(cell), values.value(effect.before()[i]), values.value(effect.after()[i]), changes);
            }
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            return true; // the claim is asked, and fails where it can be said of what
        }
        for (int change : changes) {
            if (change != 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether it was seen to look at nothing. */
    boolean isBlind() {
        return read.isEmpty() && balance.isEmpty();
    }

    /** All cells read, whole or in part, but for those that are added up. */
    BitSet cells() {
        return (BitSet) read.clone();
    }
}
