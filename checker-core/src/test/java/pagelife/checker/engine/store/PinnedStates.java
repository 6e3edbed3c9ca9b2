package pagelife.checker.engine.store;

import io.vavr.collection.Vector;
import java.util.Arrays;
import java.util.BitSet;
import pagelife.checker.engine.code.Cells;
import pagelife.checker.engine.code.Memo;
import pagelife.checker.engine.pack.Layout;
import pagelife.checker.engine.pack.RadixSort;
import pagelife.checker.engine.walk.PinnedPages;
import pagelife.checker.engine.walk.Walker;
import pagelife.checker.model.Model;

/** All states of {@link PinnedPages}, found by walking. */
public final class PinnedStates {
    private final Cells cells;
    private final Memo memo;
    private final int[] initial;

    public PinnedStates() {
        Model model = PinnedPages.model();
        cells = new Cells(model);
        memo = new Memo(cells, Vector.empty());
        initial = cells.intern(model.initialStates().head());
    }

    public Memo memo() {
        return memo;
    }

    /** The cells that say where the pinning actors are. */
    public BitSet places() {
        BitSet places = new BitSet();
        PinnedPages.places(cells.model()).forEach(cell -> places.set(cell.index()));
        return places;
    }

    /** All states, packed with these cells near, in order. */
    public long[] sorted(BitSet near) {
        memo.layOut();
        long[] found = found();
        while (found.length == 0) {
            memo.layOut();
            found = found();
        }
        Layout before = memo.layout();
        memo.cluster(near);
        Layout layout = memo.layOut();
        int[] ids = new int[cells.count()];
        for (int i = 0; i < found.length; i++) {
            before.unpack(found, i, ids);
            layout.pack(ids, found, i);
        }
        return RadixSort.sort(found, 1, layout.nearBits());
    }

    /** All states with the layout as it is; none if a value does not fit it. */
    private long[] found() {
        Walker walker = new Walker(memo, (watch, effect, ids) -> {});
        walker.clear(memo.layout());
        Store store = new NarrowStore();
        Store.Inserter inserter = store.inserter(new Appender(new Levels(1)));
        long[] states = new long[1 << 10];
        memo.layout().pack(initial, states, 0);
        int[] fresh = new int[1 << 10];
        int count = inserter.addAll(states, 1, fresh);
        for (int next = 0; next < count; next++) {
            walker.truncate(0);
            if (!walker.expand(states, next)) {
                return new long[0];
            }
            if (store.crowded(walker.count())) {
                store.grow(walker.count(), Store.Loop.PLAIN);
            }
            int found = inserter.addAll(walker.successors(), walker.count(), fresh);
            if (count + found > states.length) {
                states = Arrays.copyOf(states, 2 * states.length);
            }
            for (int i = 0; i < found; i++) {
                states[count++] = walker.successors()[fresh[i]];
            }
        }
        return Arrays.copyOf(states, count);
    }
}
