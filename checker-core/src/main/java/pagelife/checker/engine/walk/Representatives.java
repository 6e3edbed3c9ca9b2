package pagelife.checker.engine.walk;

import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import pagelife.checker.engine.code.Memo;
import pagelife.checker.engine.orbit.Orbits;
import pagelife.checker.engine.pack.Layout;
import pagelife.checker.symmetry.AsymmetryException;
import pagelife.checker.symmetry.Symmetry;
import pagelife.checker.symmetry.ToldApartException;

/**
 * Puts the states that stand for their orbits in the places of successors, and keeps an eye on what that rests on: it
 * compares states with others of their orbits. The steps of both must lead to the same orbits, and the same claims must
 * be broken. The first states are compared with all others if those are few, later now and then one with another. One
 * worker's own.
 */
public final class Representatives {
    /** So many states are compared at the beginning, then one in so many. */
    private static final int FIRST = 1_000;

    private static final int EVERY = 64;

    /** With so many others at most. */
    private static final int MOST_OTHERS = 24;

    private static final long SEED = 1996;

    private final Memo memo;
    private final Orbits orbits;
    /** Another walker, for states that are not explored. */
    private final Walker walker;
    /** Another one for claims. */
    private final ClaimWalker claims;
    /** The watches that the two have heard of since it was emptied. */
    private final BitSet heard = new BitSet();
    /** The watches still of interest. */
    private BitSet open = new BitSet();

    private final SplittableRandom random = new SplittableRandom(SEED);
    private Layout layout;
    private long[] other;
    private long[] image;
    private long seen;
    /** The states of all orbits that were new. */
    private long stoodFor;

    public Representatives(Memo memo) {
        this.memo = memo;
        this.orbits = new Orbits(memo.cells(), memo.symmetry());
        this.walker = new Walker(memo, (watch, effect, ids) -> heard.set(watch.index()));
        this.claims = new ClaimWalker(memo, (watch, packed, offset) -> heard.set(watch.index()));
        clear(memo.layout());
    }

    /** Starts over with another layout. */
    public void clear(Layout changed) {
        layout = changed;
        other = new long[changed.words()];
        image = new long[changed.words()];
        walker.clear(changed);
        claims.clear(changed);
    }

    /** Says which watches are still of interest. */
    public void watch(BitSet watches) {
        open = watches;
        claims.watch(watches);
    }

    /** How many states are in the orbits that were new. */
    public long stoodFor() {
        return stoodFor;
    }

    /**
     * Puts what stands for their orbits in the places of the successors in the buffer from {@code from} on.
     *
     * @return false if a value of one has no room in the layout
     */
    boolean represent(Walker found, int from) {
        long[] successors = found.successors();
        for (int i = from; i < found.count(); i++) {
            if (!orbits.represent(successors, i * layout.words(), layout)) {
                memo.outgrow();
                return false;
            }
        }
        return true;
    }

    /** Takes note of a state that stands for a new orbit. */
    public void found(long[] packed, int offset) {
        stoodFor += orbits.size(packed, offset, layout);
        if (seen++ < FIRST) {
            compareWithRearranged(packed, offset);
            for (long number = 1; number < Math.min(orbits.orders(), MOST_OTHERS); number++) {
                compare(orbits.orders() <= MOST_OTHERS ? number : any(), packed, offset);
            }
        } else if (seen % EVERY == 0) {
            compare(any(), packed, offset);
        }
    }

    /** By exchanges of identities alone first: what tells two of them apart is then known for certain. */
    private void compareWithRearranged(long[] packed, int offset) {
        Symmetry symmetry = memo.symmetry();
        for (int i = 0; i < symmetry.all().size(); i++) {
            if (symmetry.exchanges().contains(symmetry.all().get(i))) {
                compare((i + 1) * orbits.ordersOfTasks(), packed, offset);
            }
        }
    }

    private long any() {
        return 1 + random.nextLong(orbits.orders() - 1);
    }

    private void compare(long number, long[] packed, int offset) {
        if (number == 0) {
            return;
        }
        claims.refresh();
        if (!orbits.other(number, packed, offset, layout, other)) {
            return; // there is no room for it now; others will do
        }
        Option<List<long[]>> one = successors(packed, offset, number, number);
        BitSet brokenByOne = broken(packed, offset);
        Option<List<long[]>> two = successors(other, 0, number, 0);
        BitSet brokenByOther = broken(other, 0);
        if (one.isEmpty() || two.isEmpty()) {
            return; // as above
        }
        if (!Arrays.deepEquals(one.get().toArray(), two.get().toArray())) {
            refuse(number, who(one.get(), two.get(), number, packed, offset), packed, offset);
        }
        brokenByOne.xor(brokenByOther);
        if (!brokenByOne.isEmpty()) {
            String name =
                    memo.watches().get(brokenByOne.nextSetBit(0)).property().name();
            refuse(number, "claim " + name + " tells the two apart: it is broken in one of them only", packed, offset);
        }
    }

    /** The watches of interest that hear of a state, or of the steps from it that were walked last. */
    private BitSet broken(long[] packed, int offset) {
        claims.checkAll(packed, offset);
        BitSet broken = (BitSet) heard.clone();
        broken.and(open);
        heard.clear();
        return broken;
    }

    /**
     * What stands for the successors of a state, in order; empty where one has no room.
     *
     * @param number how the two states differ that are compared: where identities have changed places, successors are
     *     not taken for the same because they might do so, too
     * @param by how these successors are rearranged before
     */
    private Option<List<long[]>> successors(long[] packed, int offset, long number, long by) {
        walker.truncate(0);
        if (!walker.expand(packed, offset)) {
            return Option.none();
        }
        if (number < orbits.ordersOfTasks()) {
            return represent(walker, 0) ? Option.some(sorted()) : Option.none();
        }
        long[] successors = walker.successors();
        for (int i = 0; i < walker.count(); i++) {
            int at = i * layout.words();
            boolean fits = orbits.other(by, successors, at, layout, image);
            System.arraycopy(image, 0, successors, at, image.length);
            if (!fits || !orbits.representByTasks(successors, at, layout)) {
                return Option.none();
            }
        }
        return Option.some(sorted());
    }

    /** A step that leads elsewhere in one of two states whose successors are these. */
    private String who(List<long[]> one, List<long[]> two, long number, long[] packed, int offset) {
        successors(other, 0, number, 0);
        return stepBeside(one)
                .orElse(() -> {
                    successors(packed, offset, number, number);
                    return stepBeside(two);
                })
                .map(step -> step + " leads elsewhere")
                .getOrElse("its steps lead elsewhere");
    }

    /** A step by which the walker has come to a state that is none of {@code known}. */
    private Option<String> stepBeside(List<long[]> known) {
        for (int i = 0; i < walker.count(); i++) {
            long[] found = Arrays.copyOfRange(walker.successors(), i * layout.words(), (i + 1) * layout.words());
            if (known.stream().noneMatch(state -> Arrays.equals(state, found))) {
                return Option.some(memo.effect(walker.effects()[i]).step().toString());
            }
        }
        return Option.none();
    }

    private List<long[]> sorted() {
        List<long[]> found = new ArrayList<>();
        for (int i = 0; i < walker.count(); i++) {
            found.add(Arrays.copyOfRange(walker.successors(), i * layout.words(), (i + 1) * layout.words()));
        }
        found.sort(Arrays::compare);
        return found;
    }

    private void refuse(long number, String what, long[] packed, int offset) {
        if (number >= orbits.ordersOfTasks()) {
            compare(number % orbits.ordersOfTasks(), packed, offset); // perhaps it is the tasks alone
            int arrangement = (int) (number / orbits.ordersOfTasks()) - 1;
            throw new ToldApartException(memo.symmetry().all().get(arrangement), what);
        }
        throw new AsymmetryException("the tasks " + memo.symmetry().alike().mkString("; ")
                + " are not alike: in a state and in the same one where they have changed places, " + what + " ("
                + shown(packed, offset) + "); search without symmetry");
    }

    private String shown(long[] packed, int offset) {
        int[] ids = new int[memo.cells().count()];
        layout.unpack(packed, offset, ids);
        int[] all = new int[ids.length];
        Arrays.setAll(all, cell -> cell);
        return memo.cells().show(all, all.length, ids);
    }
}
