package pagelife.checker.engine.explore;

import io.vavr.control.Option;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import pagelife.checker.engine.code.Memo;
import pagelife.checker.engine.pack.Layout;
import pagelife.checker.engine.store.ClusterStore;
import pagelife.checker.engine.store.LevelSorter;
import pagelife.checker.engine.store.Levels;
import pagelife.checker.engine.store.NarrowStore;
import pagelife.checker.engine.store.Scratch;
import pagelife.checker.engine.store.Store;
import pagelife.checker.engine.store.Vault;
import pagelife.checker.engine.store.WideStore;
import pagelife.checker.result.Stop;
import pagelife.checker.search.Grouping;
import pagelife.checker.search.Options;

/**
 * Everything that the states of a search lie in, and what has to be done with it while no worker runs: the visited set
 * grows, closed levels and then the visited set go to disk when memory is short, states are written anew when a cell
 * has outgrown the layout or near cells were chosen. decisions/0003-near-cells-share-an-entry.md,
 * 0004-disk-and-checkpoints.md.
 */
final class Upkeep implements AutoCloseable {
    /** What the model's code was recorded into, with the layout of its states. */
    private final Memo memo;
    /** The states, level by level. */
    private final Levels levels;
    /** How levels come back from the disk. */
    private final Pieces pieces;
    /** Which cells tell apart states that lie together. */
    private final NearCells nearCells;
    /** The disk, if there is one. */
    private final Option<Vault> vault;
    /** The limits. */
    private final Budget budget;
    /** The threads. */
    private final Crew crew;
    /** Who explores; all of them at rest while anything here runs. */
    private final Worker[] workers;
    /** Whether states that lie side by side are stored thinly from the first ones on. */
    private final boolean thin;
    /** How much room cells get to grow. */
    private final Headroom headroom = new Headroom();
    /** Which steps are not worth recording. */
    private final GivingUp givingUp;
    /** What the workers have found since the level began. */
    private final List<Levels.Stretch> found = new ArrayList<>();
    /** The visited set; workers read it while they run. */
    private volatile Store store;
    /** The most bytes that states took so far. */
    private long largestBytes;
    /** Why the search has to end, if it has. */
    private Option<Stop> stop = Option.none();
    /** What the disk has done to the search, if it ended for that. */
    private Option<String> trouble = Option.none();

    Upkeep(Memo memo, Budget budget, Crew crew, Option<Scratch> scratch, int threads, Options options) {
        this.memo = memo;
        this.budget = budget;
        this.crew = crew;
        this.levels = new Levels(memo.layout().words());
        this.pieces = new Pieces(memo, levels);
        this.vault = scratch.map(folder -> new Vault(levels, folder));
        this.nearCells = new NearCells(memo, levels, options.grouping(), NearCells.FIRST);
        this.givingUp = new GivingUp(memo);
        this.thin = options.grouping() == Grouping.ALWAYS_THIN;
        this.store = newStore();
        this.workers = new Worker[threads];
        Arrays.setAll(workers, i -> new Worker(memo, levels, store, options.auditEvery()));
    }

    List<Worker> workers() {
        return List.of(workers);
    }

    Levels levels() {
        return levels;
    }

    Pieces pieces() {
        return pieces;
    }

    /** Distinct states; while candidates lie on disk, an upper bound. */
    long states() {
        return store.size() + (external() ? vault.get().states() : 0);
    }

    /** Whether the visited set lies on disk. */
    boolean external() {
        return vault.isDefined() && vault.get().external();
    }

    /** Bytes written to disk. */
    long diskBytes() {
        return vault.map(Vault::bytes).getOrElse(0L);
    }

    /** Bytes that states take in memory now. */
    long bytes() {
        return store.bytes() + levels.bytes() + levels.spareBytes();
    }

    long largestBytes() {
        return Math.max(largestBytes, bytes());
    }

    /** What the disk has done to the search, if it ended for that. */
    Option<String> trouble() {
        return trouble;
    }

    /** Whether workers should pause, since near cells are to be chosen. */
    boolean isDue() {
        return nearCells.due(store);
    }

    /** Why the search has to end since this was asked last, if it has. */
    Option<Stop> takeStop() {
        Option<Stop> why = stop;
        stop = Option.none();
        return why;
    }

    /** The disk, if there is one. */
    Option<Vault> vault() {
        return vault;
    }

    /** Leaves all states on the disk, and gives back the memory of the visited set. The search is over. */
    void putAway() {
        largestBytes = largestBytes();
        store.release();
        vault.get().spill(levels.count());
    }

    /** Gives back all memory that only a search needs which goes on: the visited set and the tries. */
    void abandon() {
        largestBytes = largestBytes();
        store.release();
        memo.forget();
        for (Worker worker : workers) {
            worker.forget();
        }
    }

    /** Puts an initial state in. */
    void start(int[] ids) {
        if (store.crowded(1)) {
            store.grow(1, Store.Loop.PLAIN);
        }
        long[] packed = new long[levels.words()];
        memo.layout().pack(ids, packed, 0);
        workers[0].start(packed);
    }

    /** Makes sure that every closed level lies on disk, too. */
    void writeLevels() {
        for (int depth = 0; depth < levels.count(); depth++) {
            vault.get().write(depth);
        }
    }

    /** Goes on from a checkpoint; the memo has been restored. */
    void resume(Checkpoint checkpoint) {
        checkpoint.levels().forEach(levels::addRuns);
        if (checkpoint.external()) {
            vault.get().goExternal();
            return;
        }
        for (int depth = 0; depth < levels.count(); depth++) {
            if (refersToLevels(memo.layout()) || fits(levels.states(depth) * levels.words() * 2 * Long.BYTES)) {
                pieces.bringIn(depth);
            }
            restore(depth);
        }
        nearCells.resumed(store);
        clearWorkers(memo.layout());
    }

    private void clearWorkers(Layout layout) {
        for (Worker worker : workers) {
            worker.clear(layout, store);
        }
    }

    /** What has to be done while nobody runs. */
    void maintain(long explored) {
        makeRoom();
        for (Worker worker : workers) {
            flush(worker);
        }
        nearCells.look(store.size());
        if (chooseNearCells() || headroom.mayTighten(store.size()) && memo.isLoose()) {
            layOut(Headroom.NONE);
        } else if (memo.outgrown()) {
            layOut(headroom.next(store.size()));
        }
        if (givingUp.look(explored)) {
            clearWorkers(memo.layout());
        }
        largestBytes = largestBytes();
        makeFit(0);
    }

    private Store newStore() {
        Layout layout = memo.layout();
        if (refersToLevels(layout)) {
            return new WideStore(levels);
        }
        if (layout.nearBits() == 0) {
            return new NarrowStore();
        }
        return thin
                ? ClusterStore.thin(layout.words(), layout.nearBits())
                : new ClusterStore(layout.words(), layout.nearBits());
    }

    /** Whether the visited set of states so laid out has no states itself but points to them where they lie. */
    private static boolean refersToLevels(Layout layout) {
        return layout.words() > 1 && layout.nearBits() == 0;
    }

    /** The new states since the last call. */
    List<Levels.Stretch> drainStretches() {
        collectStretches();
        List<Levels.Stretch> drained = List.copyOf(found);
        found.clear();
        return drained;
    }

    /** Closes the level of the new states since the last call; on a full disk it has to be the last. */
    Option<Stop> closeLevel() {
        Option<Stop> full = Option.none();
        if (external()) {
            try {
                flushCandidates();
                vault.get().closeLevel(crew::each, workers.length);
                vault.get().spill(levels.count());
                return full;
            } catch (UncheckedIOException e) {
                full = Option.some(Stop.DISK);
                trouble = Option.some(String.valueOf(e.getCause().getMessage()));
            }
        }
        List<Levels.Stretch> level = new ArrayList<>(drainStretches());
        level.sort(Comparator.comparingInt(
                Levels.Stretch::chunk)); // as they were found: workers find what is alike together
        sort(level);
        levels.add(level);
        fold();
        return full;
    }

    /** The level just closed is yet to be explored. */
    private void fold() {
        int nearBits = memo.layout().nearBits();
        if (nearBits > 0) {
            largestBytes = largestBytes();
            Levels.Folding folding = thin ? Levels.Folding.ALWAYS : Levels.Folding.USUAL;
            levels.fold(levels.count() - 1, nearBits, folding, crew::each);
        }
    }

    private void unfold() {
        for (int depth = 0; depth < levels.count(); depth++) {
            levels.unfold(depth);
        }
    }

    private void sort(List<Levels.Stretch> level) {
        if (!refersToLevels(memo.layout())) {
            crew.all(
                    LevelSorter.runs(level, LevelSorter.RUN, Levels.CHUNK),
                    run -> new LevelSorter(levels).sort(run, memo.layout().nearBits()));
        }
    }

    private void collectStretches() {
        for (Worker worker : workers) {
            found.addAll(worker.drainStretches());
        }
    }

    private boolean chooseNearCells() {
        if (!nearCells.due(store)) {
            return false;
        }
        collectStretches();
        unfold();
        return nearCells.choose(store, found, workers[0]);
    }

    private void flush(Worker worker) {
        while (!worker.flush()) {
            store.slim();
            makeFit(((ClusterStore) store).bytesWhenWidened() - store.bytes());
            ((ClusterStore) store).widen();
        }
    }

    private void makeRoom() {
        long waiting = Arrays.stream(workers).mapToLong(Worker::waiting).sum();
        if (waiting > 0 && store.crowded(waiting)) {
            store.slim();
            makeFit(store.bytesWhenGrown() - store.bytes());
            if (store.crowded(waiting)) {
                store.grow(waiting, crew::each);
            }
        }
    }

    private void makeFit(long moreBytes) {
        if (!fits(moreBytes)) {
            relieve(moreBytes);
        }
    }

    private boolean fits(long moreBytes) {
        return budget.allows(store.bytes() + levels.bytes() + moreBytes);
    }

    /**
     * Brings memory below its limit: closed levels go to disk; if that is not enough, so do the visited set and, from
     * then on, candidates. Without a disk, or with a full one, the search stops.
     */
    private void relieve(long moreBytes) {
        if (vault.isEmpty()) {
            stop = stop.orElse(() -> Option.some(Stop.MEMORY));
            return;
        }
        try {
            int current = levels.count() - 1;
            if (!external() && !refersToLevels(memo.layout())) {
                vault.get().spill(current);
            }
            if (!fits(moreBytes)) {
                goExternal();
                flushCandidates();
            }
        } catch (UncheckedIOException e) {
            trouble = Option.some(String.valueOf(e.getCause().getMessage()));
            stop = stop.orElse(() -> Option.some(Stop.DISK));
        }
    }

    private void goExternal() {
        if (!external()) {
            vault.get().goExternal();
            vault.get().spill(levels.count() - 1);
        }
    }

    private void flushCandidates() {
        collectStretches();
        vault.get().flush(found);
        found.clear();
        store = store instanceof ClusterStore clusters ? clusters.emptied() : newStore();
        for (Worker worker : workers) {
            worker.moveTo(store);
        }
    }

    private void layOut(int bits) {
        collectStretches();
        Layout from = memo.layout();
        Layout to = bits == Headroom.NONE ? memo.layOut() : memo.layOutRoomily(bits);
        unfold();
        largestBytes = largestBytes();
        levels.repack(from, to);
        if (vault.isDefined()) {
            if (refersToLevels(to) && !levels.allInMemory()) {
                goExternal();
            }
            vault.get().repack(from, to);
        }
        store = newStore();
        for (int depth = 0; depth < levels.count() && !external(); depth++) {
            restore(depth);
        }
        found.forEach(this::restore);
        clearWorkers(to);
    }

    private void restore(int depth) {
        if (levels.inMemory(depth) && !levels.isFolded(depth)) {
            levels.level(depth).forEach(this::restore);
        } else {
            levels.visit(depth, (packed, first, end) -> restore(-1, packed, first, end));
        }
    }

    private void restore(Levels.Stretch stretch) {
        restore(stretch.chunk(), levels.chunk(stretch.chunk()), stretch.from(), stretch.to());
    }

    private void restore(int chunk, long[] packed, int from, int to) {
        if (store.crowded(to - from)) {
            store.slim();
            store.grow(to - from, crew::each);
        }
        store.restore(chunk, packed, from, to);
    }

    @Override
    public void close() {
        vault.forEach(Vault::close);
    }
}
