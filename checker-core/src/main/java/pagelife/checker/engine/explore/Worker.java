package pagelife.checker.engine.explore;

import io.vavr.control.Option;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pagelife.checker.engine.code.Effect;
import pagelife.checker.engine.code.Memo;
import pagelife.checker.engine.code.Watch;
import pagelife.checker.engine.pack.Layout;
import pagelife.checker.engine.pack.Transitions;
import pagelife.checker.engine.store.Appender;
import pagelife.checker.engine.store.ClusterStore;
import pagelife.checker.engine.store.Levels;
import pagelife.checker.engine.store.Store;
import pagelife.checker.engine.walk.Auditor;
import pagelife.checker.engine.walk.ClaimWalker;
import pagelife.checker.engine.walk.Expander;
import pagelife.checker.engine.walk.GroupExpander;
import pagelife.checker.engine.walk.GroupWalker;
import pagelife.checker.engine.walk.Representatives;
import pagelife.checker.engine.walk.StateExpander;
import pagelife.checker.engine.walk.Walker;

/**
 * Explores blocks of states: finds their successors, inserts them together, evaluates the claims about those that are
 * new. Each thread has one; between rounds the coordinator may touch it.
 */
final class Worker implements Expander.Listener {
    /** What is known of the model's code; shared. */
    private final Memo memo;
    /** Where states lie; shared. */
    private final Levels levels;
    /** Finds successors state by state. */
    private final Walker walker;
    /** Finds successors of groups; idle unless the store is one of clusters. */
    private final GroupWalker groupWalker;
    /** Evaluates claims about new and about stuck states. */
    private final ClaimWalker claims;
    /** What puts one state in the place of each orbit, if orbits are explored. */
    private final Option<Representatives> orbits;
    /** Runs the model's code beside it, now and then. */
    private final Auditor auditor;
    /** Where new states go. */
    private final Appender appender;
    /** For each watch the least state seen since the coordinator drained them. */
    private final Map<Watch, Candidate> candidates = new HashMap<>();
    /** The visited set; shared, and set by the coordinator between rounds. */
    private Store store;
    /** How a stretch is explored with this store and layout. */
    private Expander expander;
    /** The watches still of interest, by index; written by the coordinator between rounds. */
    private BitSet open = new BitSet();
    /** Whether successors wait for the store to grow or to be widened. */
    private boolean pending;
    /** Whether alarms are dropped: while transitions are looked at that are not explored. */
    private boolean muted;
    /** The transitions of the expanders before this one. */
    private long transitionsBefore;

    Worker(Memo memo, Levels levels, Store store, int auditEvery) {
        this.memo = memo;
        this.levels = levels;
        this.appender = new Appender(levels);
        this.walker = new Walker(memo, this::brokenStep);
        this.groupWalker = new GroupWalker(memo, this::brokenStep);
        this.claims = new ClaimWalker(memo, this::seen);
        this.auditor = new Auditor(memo, auditEvery);
        this.orbits = Option.when(!memo.symmetry().isEmpty(), () -> new Representatives(memo));
        use(memo.layout(), store);
    }

    /** Starts over with another layout and the store made for it. */
    void clear(Layout layout, Store made) {
        transitionsBefore = transitions();
        use(layout, made);
    }

    /** Gives back what it remembers of the model's code; it will not explore again. */
    void forget() {
        claims.clear(memo.layout());
        walker.clear(memo.layout());
        groupWalker.clear(memo.layout());
    }

    private void use(Layout layout, Store made) {
        store = made;
        claims.clear(layout);
        auditor.clear(layout);
        appender.refresh();
        walker.clear(layout);
        orbits.forEach(representatives -> representatives.clear(layout));
        if (made instanceof ClusterStore clusters) {
            groupWalker.clear(layout);
            expander = new GroupExpander(groupWalker, layout, clusters, appender, auditor, this);
        } else {
            expander = new StateExpander(walker, layout.words(), made, appender, auditor, this, orbits);
        }
    }

    /** Inserts into another store from now on; what was found so far is about to be dropped. */
    void moveTo(Store made) {
        store = made;
        appender.abandon();
        expander.moveTo(made);
    }

    Walker walker() {
        return walker;
    }

    /** Says which watches are still of interest. */
    void watch(BitSet watches) {
        open = watches;
        claims.watch(watches);
        auditor.watch(watches);
        orbits.forEach(representatives -> representatives.watch(watches));
    }

    /** Puts an initial state in. */
    void start(long[] packed) {
        claims.refresh();
        if (expander.start(packed)) {
            claims.checkAll(packed, 0);
            orbits.forEach(representatives -> representatives.found(packed, 0));
        }
    }

    /**
     * Explores the states of a stretch.
     *
     * @return the position it came to: the end, or that of the first state whose exploration has to be repeated since
     *     the layout has been outgrown
     */
    int explore(Levels.Stretch stretch) {
        claims.refresh();
        int position = expander.explore(levels.chunk(stretch.chunk()), stretch.from(), stretch.to());
        int reserved = expander.waiting();
        pending = true;
        if (store.reserve(reserved)) {
            pending = !expander.insert();
            store.release(reserved);
        }
        return position;
    }

    /** The transitions from these states, without taking note of them. */
    Transitions transitions(long[] states) {
        muted = true;
        Transitions found = expander.transitions(states);
        muted = false;
        return found;
    }

    /** Whether successors wait for the store to grow or to be widened. */
    boolean pending() {
        return pending;
    }

    /** How many successors wait. */
    int waiting() {
        return pending ? expander.waiting() : 0;
    }

    /**
     * Inserts the successors that wait.
     *
     * @return false if the store has to be widened first
     */
    boolean flush() {
        if (pending) {
            pending = !expander.insert();
        }
        return !pending;
    }

    @Override
    public void stuck(long[] packed, int offset) {
        claims.checkStuck(packed, offset);
    }

    @Override
    public void found(int effect, long[] packed, int offset) {
        claims.checkAfter(effect, packed, offset);
        if (orbits.isDefined()) {
            orbits.get().found(packed, offset);
        }
    }

    private void seen(Watch watch, long[] packed, int offset) {
        int[] ids = new int[memo.cells().count()];
        memo.layout().unpack(packed, offset, ids);
        consider(watch, new Candidate(ids, null));
    }

    private void brokenStep(Watch watch, Effect effect, int[] ids) {
        if (!muted) {
            auditor.alarmed(watch, ids);
            consider(watch, new Candidate(ids, effect));
        }
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
        return transitionsBefore + expander.transitions();
    }

    long audited() {
        return auditor.audited();
    }

    /** The states of the orbits that it found; the states themselves where those are explored. */
    long stoodFor() {
        return orbits.map(Representatives::stoodFor).getOrElse(0L);
    }

    long directExecutions() {
        return walker.directExecutions() + groupWalker.directExecutions();
    }
}
