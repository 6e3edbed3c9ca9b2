package pagelife.checker.engine.walk;

import java.util.BitSet;
import pagelife.checker.engine.pack.Layout;
import pagelife.checker.engine.pack.Transitions;
import pagelife.checker.engine.store.Appender;
import pagelife.checker.engine.store.ClusterStore;
import pagelife.checker.engine.store.Store;
import pagelife.checker.engine.store.SuccessorSets;

/** Explores together those states that differ in near bits only and lie side by side, for a store of clusters. */
public final class GroupExpander implements Expander {
    /** Finds the successors, and keeps them until they are inserted. */
    private final GroupWalker walker;
    /** Runs the model's code beside the walker, now and then. */
    private final Auditor auditor;
    /** Where new states go; the store's way in writes there. */
    private final Appender appender;
    /** Who hears of new and of stuck states. */
    private final Listener listener;
    /** Longs of a packed state. */
    private final int words;
    /** How many of the low bits of a state are near: states of a group differ in no others. */
    private final int nearBits;
    /** Near bits of the states of the group in hand that some step leads out of. */
    private final BitSet moving = new BitSet();
    /** The visited set; shared. */
    private ClusterStore store;
    /** This worker's way into the store. */
    private ClusterStore.Adder adder;
    /** How many transitions were taken. */
    private long transitions;

    /** A walker of its own comes with it, which knows the layout. */
    public GroupExpander(
            GroupWalker walker,
            Layout layout,
            ClusterStore store,
            Appender appender,
            Auditor auditor,
            Listener listener) {
        this.walker = walker;
        this.auditor = auditor;
        this.appender = appender;
        this.listener = listener;
        this.words = layout.words();
        this.nearBits = layout.nearBits();
        this.store = store;
        this.adder = store.adder(appender);
    }

    @Override
    public boolean start(long[] packed) {
        return store.inserter(appender).addAll(packed, 1, new int[1]) == 1;
    }

    @Override
    public int explore(long[] chunk, int from, int to) {
        int start = from;
        while (start < to) {
            int end = endOfGroup(chunk, start, to);
            if (!explore(chunk, start, end, walker.sets().count())) {
                return start;
            }
            start = end;
        }
        return to;
    }

    private int endOfGroup(long[] states, int start, int most) {
        int end = start + 1;
        while (end < most && isOfGroup(states, start * words, end * words)) {
            end++;
        }
        return end;
    }

    private boolean isOfGroup(long[] states, int first, int other) {
        if ((states[other] ^ states[first]) >>> nearBits != 0) {
            return false;
        }
        for (int w = 1; w < words; w++) {
            if (states[other + w] != states[first + w]) {
                return false;
            }
        }
        return true;
    }

    private boolean explore(long[] chunk, int start, int end, int before) {
        auditor.forgetAlarms();
        if (!walker.expand(chunk, start, end)) {
            return false;
        }
        SuccessorSets sets = walker.sets();
        transitions += sets.successors(before);
        if (!sets.coverAll(before, end - start)) {
            tellOfStuck(chunk, start, end, before);
        }
        if (!auditor.skip(end - start)) {
            for (int position = start; position < end; position++) {
                if (auditor.due()) {
                    int offset = position * words;
                    auditor.check(chunk, offset, sets.replay(Layout.near(chunk[offset], nearBits), before));
                }
            }
        }
        return true;
    }

    private void tellOfStuck(long[] chunk, int start, int end, int before) {
        moving.clear();
        walker.sets().mark(before, moving);
        for (int position = start; position < end; position++) {
            int offset = position * words;
            if (!moving.get(Layout.near(chunk[offset], nearBits))) {
                listener.stuck(chunk, offset);
            }
        }
    }

    @Override
    public Transitions transitions(long[] states) {
        Transitions found = new Transitions(words);
        SuccessorSets sets = walker.sets();
        long[] source = new long[words];
        int count = states.length / words;
        for (int start = 0; start < count; ) {
            int end = endOfGroup(states, start, count);
            walker.expand(states, start, end);
            System.arraycopy(states, start * words, source, 0, words);
            long far = Layout.far(source[0], nearBits);
            for (int set = 0; set < sets.count(); set++) {
                for (int i = sets.starts()[set]; i < sets.ends()[set]; i++) {
                    source[0] = far | sets.near()[i];
                    found.add(source, 0, sets.effects()[set]);
                }
            }
            sets.truncate(0, 0);
            start = end;
        }
        return found;
    }

    @Override
    public int waiting() {
        return walker.sets().count();
    }

    @Override
    public boolean insert() {
        if (!adder.add(walker.sets())) {
            return false;
        }
        long[] states = adder.states();
        int[] effects = adder.effects();
        for (int i = 0; i < adder.found(); i++) {
            listener.found(effects[i], states, i * words);
        }
        walker.sets().truncate(0, 0);
        return true;
    }

    @Override
    public void moveTo(Store made) {
        store = (ClusterStore) made;
        adder = store.adder(appender);
    }

    @Override
    public long transitions() {
        return transitions;
    }
}
