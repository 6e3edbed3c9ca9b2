package pagelife.checker.engine;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Explores blocks of states: finds their successors, inserts them together, evaluates the claims about those that are new.
 * Each thread has one; between rounds the coordinator may touch it.
 */
final class Worker {
    private final Memo memo;
    private final Levels levels;
    private final Walker walker;
    private final ClaimWalker claims;
    private final Auditor auditor;
    private final Appender appender;
    private final Map<Watch, Candidate> candidates = new HashMap<>();
    private Store store;
    private Store.Inserter inserter;
    private final BitSet alarmed = new BitSet();
    private BitSet open = new BitSet();
    private int[] fresh = new int[1 << 12];
    private boolean pending;
    private long transitions;

    Worker(Memo memo, Levels levels, Store store, int auditEvery) {
        this.memo = memo;
        this.levels = levels;
        this.store = store;
        this.appender = new Appender(levels);
        this.walker = new Walker(memo, this::brokenStep);
        this.claims = new ClaimWalker(memo, this::seen);
        this.auditor = new Auditor(memo, auditEvery);
        clear(memo.layout(), store);
    }

    /** Starts over with another layout and the store made for it. */
    void clear(Layout layout, Store made) {
        store = made;
        inserter = made.inserter(appender);
        walker.clear(layout);
        claims.clear(layout);
        auditor.clear(layout);
        appender.refresh();
    }

    /** Inserts into another store from now on; what was found so far is about to be dropped. */
    void moveTo(Store made) {
        store = made;
        appender.abandon();
        inserter = made.inserter(appender);
    }

    Walker walker() {
        return walker;
    }

    /** Says which watches are still of interest. */
    void watch(BitSet watches) {
        open = watches;
        claims.watch(watches);
        auditor.watch(watches);
    }

    /** Puts an initial state in. */
    void start(long[] packed) {
        claims.refresh();
        if (inserter.addAll(packed, 1, fresh) == 1) {
            claims.checkAll(packed, 0);
        }
    }

    /**
     * Explores the states of a stretch.
     *
     * @return the position it came to: the end, or that of the first state whose exploration has to be repeated since the
     *     layout has been outgrown
     */
    int explore(Levels.Stretch stretch) {
        long[] chunk = levels.chunk(stretch.chunk());
        int words = levels.words();
        claims.refresh();
        int position = stretch.from();
        while (position < stretch.to()) {
            int offset = position * words;
            int before = walker.count();
            alarmed.clear();
            if (!walker.expand(chunk, offset)) {
                break;
            }
            transitions += walker.count() - before;
            if (walker.count() == before) {
                claims.checkStuck(chunk, offset);
            }
            auditor.check(chunk, offset, walker, before, alarmed);
            position++;
        }
        int reserved = walker.count();
        if (store.reserve(reserved)) {
            insert();
            store.release(reserved);
        } else {
            pending = true;
        }
        return position;
    }

    /** Whether successors wait for the store to grow. */
    boolean pending() {
        return pending;
    }

    /** How many successors wait. */
    int waiting() {
        return pending ? walker.count() : 0;
    }

    /** Inserts the successors that wait. */
    void flush() {
        if (pending) {
            pending = false;
            insert();
        }
    }

    private void insert() {
        long[] successors = walker.successors();
        int count = walker.count();
        if (fresh.length < count) {
            fresh = new int[2 * count];
        }
        int words = levels.words();
        int[] effects = walker.effects();
        int found = inserter.addAll(successors, count, fresh);
        for (int i = 0; i < found; i++) {
            claims.checkAfter(effects[fresh[i]], successors, fresh[i] * words);
        }
        walker.truncate(0);
    }

    private void seen(Watch watch, long[] packed, int offset) {
        int[] ids = new int[memo.cells().count()];
        memo.layout().unpack(packed, offset, ids);
        consider(watch, new Candidate(ids, null));
    }

    private void brokenStep(Watch watch, Effect effect, int[] ids) {
        alarmed.set(watch.index());
        consider(watch, new Candidate(ids, effect));
    }

    private void consider(Watch watch, Candidate candidate) {
        if (open.get(watch.index())) {
            candidates.merge(watch, candidate, (known, found) -> found.before(known, memo.cells()) ? found : known);
        }
    }

    /** What was seen since the last call. */
    Map<Watch, Candidate> drainCandidates() {
        Map<Watch, Candidate> drained = Map.copyOf(candidates);
        candidates.clear();
        return drained;
    }

    /** The stretches of new states since the last call. */
    List<Levels.Stretch> drainStretches() {
        return appender.drain();
    }

    long transitions() {
        return transitions;
    }

    long audited() {
        return auditor.audited();
    }

    long directExecutions() {
        return walker.directExecutions();
    }
}
