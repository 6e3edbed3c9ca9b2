package pagelife.checker.engine.explore;

import com.google.common.base.Throwables;
import io.vavr.collection.Vector;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import pagelife.checker.engine.code.Memo;
import pagelife.checker.engine.code.StepProgram;
import pagelife.checker.engine.code.Watch;
import pagelife.checker.engine.pack.Layout;
import pagelife.checker.engine.store.ClusterStore;
import pagelife.checker.engine.store.LevelSorter;
import pagelife.checker.engine.store.Levels;
import pagelife.checker.engine.store.NarrowStore;
import pagelife.checker.engine.store.RunFile;
import pagelife.checker.engine.store.Scratch;
import pagelife.checker.engine.store.Store;
import pagelife.checker.engine.store.Vault;
import pagelife.checker.engine.store.WideStore;
import pagelife.checker.engine.walk.Walker;
import pagelife.checker.result.Stop;
import pagelife.checker.search.Options;
import pagelife.checker.search.Progress;

/**
 * Runs the workers over a list of stretches, in rounds. A round ends when the list is empty or when something has to be
 * done while nobody runs: the store is full, a cell has outgrown the layout, a limit is reached.
 */
public final class Rounds implements AutoCloseable {
    private static final int LARGEST_BLOCK = 256;
    /** A step is executed directly when it ran for more than one in so many of the states explored... */
    private static final int TOO_OFTEN = 4;
    /** ... over a stretch of at least so many runs. */
    private static final int ENOUGH_RUNS = 4096;
    /** Or when its trie has more points than this. */
    private static final int TOO_MANY_POINTS = 1 << 20;

    /** Chunks of a level on disk that are read at a time. */
    private static final int PIECE_CHUNKS = 64;

    private final Memo memo;
    private final Levels levels;
    private final NearCells nearCells;
    private final Optional<Vault> vault;
    private final Budget budget;
    private final Teller teller;
    private final Worker[] workers;
    private final Optional<ExecutorService> pool;
    private final ArrayDeque<Levels.Stretch> queue = new ArrayDeque<>();
    private final List<Levels.Stretch> found = new ArrayList<>();
    private final long[] runsBefore;
    private Store store;
    private long transitionsBefore;
    private long explored;
    private long exploredBefore;
    private int level;
    private long exploredBeforeLevel;
    private long largestBytes;
    private int block = 1;
    private volatile boolean pause;
    private volatile Optional<Stop> stop = Optional.empty();
    private Optional<String> trouble = Optional.empty();

    public Rounds(Memo memo, Budget budget, Teller teller, Optional<Scratch> scratch, int threads, Options options) {
        this.memo = memo;
        this.budget = budget;
        this.teller = teller;
        this.levels = new Levels(memo.layout().words());
        this.vault = scratch.map(folder -> new Vault(levels, folder));
        this.nearCells = new NearCells(memo, levels, options.grouping(), NearCells.FIRST);
        this.store = newStore();
        this.workers = new Worker[threads];
        this.runsBefore = new long[memo.steps().length];
        Arrays.setAll(workers, i -> new Worker(memo, levels, store, options.auditEvery()));
        this.pool =
                threads == 1 ? Optional.empty() : Optional.of(Executors.newFixedThreadPool(threads, Rounds::daemon));
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "pagelife-worker");
        thread.setDaemon(true);
        return thread;
    }

    private Store newStore() {
        Layout layout = memo.layout();
        if (layout.words() > 1) {
            return new WideStore(levels);
        }
        return layout.nearBits() == 0 ? new NarrowStore() : new ClusterStore(layout.nearBits());
    }

    public Levels levels() {
        return levels;
    }

    /** A walker that has seen much of the model, for use when the search is over. */
    public Walker walker() {
        return workers[0].walker();
    }

    /** Distinct states; while candidates lie on disk, an upper bound. */
    public long states() {
        return store.size() + (external() ? vault.orElseThrow().states() : 0);
    }

    boolean external() {
        return vault.isPresent() && vault.get().external();
    }

    /** Bytes written to disk. */
    public long diskBytes() {
        return vault.map(Vault::bytes).orElse(0L);
    }

    public long transitions() {
        return transitionsBefore
                + Arrays.stream(workers).mapToLong(Worker::transitions).sum();
    }

    public long audited() {
        return Arrays.stream(workers).mapToLong(Worker::audited).sum();
    }

    public long executions() {
        return memo.executions()
                + Arrays.stream(workers).mapToLong(Worker::directExecutions).sum();
    }

    public long largestBytes() {
        return Math.max(largestBytes, store.bytes() + levels.bytes());
    }

    /** What the disk has done to the search, if it ended for that. */
    public Optional<String> trouble() {
        return trouble;
    }

    /** Gives back all memory that only a search needs which goes on: the visited set and the tries. */
    public void abandon() {
        largestBytes = largestBytes();
        store.release();
        memo.forget();
        for (Worker worker : workers) {
            worker.forget();
        }
    }

    public void watch(BitSet watches) {
        for (Worker worker : workers) {
            worker.watch(watches);
        }
    }

    /** Puts an initial state in. */
    public void start(int[] ids) {
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
            vault.orElseThrow().write(depth);
        }
    }

    /** Goes on from a checkpoint; the memo has been restored. */
    public void resume(Checkpoint checkpoint) {
        transitionsBefore = checkpoint.transitions();
        checkpoint.levels().forEach(levels::addRuns);
        if (checkpoint.external()) {
            vault.orElseThrow().goExternal();
            return;
        }
        for (int depth = 0; depth < levels.count(); depth++) {
            if (levels.words() > 1 || fits(levels.states(depth) * levels.words() * 2 * Long.BYTES)) {
                bringIn(depth);
            }
            restore(depth);
        }
        nearCells.resumed(store);
        for (Worker worker : workers) {
            worker.clear(memo.layout(), store);
        }
    }

    private void bringIn(int depth) {
        List<Levels.Stretch> stretches = new ArrayList<>();
        for (RunFile run : levels.runs(depth).orElseThrow()) {
            try (RunFile.Reader reader = run.reader()) {
                while (reader.has()) {
                    stretches.addAll(load(reader, memo.layout()));
                }
            }
        }
        levels.bringIn(depth, stretches);
    }

    /** The new states since the last call. */
    public List<Levels.Stretch> drainStretches() {
        collectStretches();
        List<Levels.Stretch> drained = List.copyOf(found);
        found.clear();
        return drained;
    }

    /** Closes the level of the new states since the last call; on a full disk it has to be the last. */
    public Optional<Stop> closeLevel() {
        Optional<Stop> full = Optional.empty();
        if (external()) {
            try {
                flushCandidates();
                vault.orElseThrow().closeLevel();
                vault.orElseThrow().spill(levels.count());
                return full;
            } catch (UncheckedIOException e) {
                full = Optional.of(Stop.DISK);
                trouble = Optional.of(String.valueOf(e.getCause().getMessage()));
            }
        }
        List<Levels.Stretch> level = new ArrayList<>(drainStretches());
        level.sort(Comparator.comparingInt(
                Levels.Stretch::chunk)); // as they were found: workers find what is alike together
        sort(level);
        levels.add(level);
        return full;
    }

    private void sort(List<Levels.Stretch> level) {
        if (levels.words() == 1) {
            all(
                    LevelSorter.runs(level, LevelSorter.RUN, Levels.CHUNK),
                    run -> new LevelSorter(levels).sort(run, memo.layout().nearBits()));
        }
    }

    private void collectStretches() {
        for (Worker worker : workers) {
            found.addAll(worker.drainStretches());
        }
    }

    /** What was seen since the last call, one list per worker. */
    public List<Map<Watch, Candidate>> drainCandidates() {
        return Arrays.stream(workers).map(Worker::drainCandidates).toList();
    }

    /** Explores all states of a level, or stops at a limit. */
    public Optional<Stop> run(int depth) {
        level = depth + 1;
        exploredBeforeLevel = explored;
        return levels.inMemory(depth) ? run(levels.level(depth)) : runFromDisk(depth);
    }

    /** Explores a level piece by piece. Should a new layout come, what is still to be read has the old one. */
    private Optional<Stop> runFromDisk(int depth) {
        Layout written = memo.layout();
        for (RunFile run : levels.runs(depth).orElseThrow()) {
            try (RunFile.Reader reader = run.reader()) {
                while (reader.has()) {
                    List<Levels.Stretch> piece = load(reader, written);
                    Optional<Stop> reached = run(piece);
                    piece.forEach(
                            stretch -> levels.drop(List.of(new Levels.Stretch(stretch.chunk(), 0, Levels.CHUNK))));
                    if (reached.isPresent()) {
                        return reached;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private List<Levels.Stretch> load(RunFile.Reader reader, Layout written) {
        List<Levels.Stretch> piece = new ArrayList<>();
        int[] ids = new int[written.cells()];
        while (reader.has() && piece.size() < PIECE_CHUNKS) {
            int chunk = levels.allocate();
            int position = 0;
            for (; reader.has() && position < Levels.CHUNK; reader.next()) {
                written.unpack(reader.packed(), reader.offset(), ids);
                memo.layout().pack(ids, levels.chunk(chunk), position++ * levels.words());
            }
            piece.add(new Levels.Stretch(chunk, 0, position));
        }
        return piece;
    }

    /** Explores all states of these stretches, or stops at a limit. */
    public Optional<Stop> run(List<Levels.Stretch> stretches) {
        queue.addAll(stretches);
        long states = stretches.stream().mapToLong(Levels.Stretch::size).sum();
        block = (int) Math.max(1, Math.min(LARGEST_BLOCK, states / (8L * workers.length)));
        if (workers.length == 1) {
            block = LARGEST_BLOCK;
        }
        stop = Optional.empty();
        while (stop.isEmpty() && !queue.isEmpty()) {
            pause = false;
            everyWorkerRuns();
            maintain();
        }
        return stop;
    }

    private void everyWorkerRuns() {
        if (pool.isEmpty() || queue.size() == 1 && queue.peek().size() <= block) {
            runOne(workers[0]);
            return;
        }
        all(List.of(workers), this::runOne);
    }

    /** Does something with each of these, in parallel where there is a pool. */
    private <T> void all(List<T> items, Consumer<T> work) {
        if (pool.isEmpty() || items.size() == 1) {
            items.forEach(work);
            return;
        }
        List<Future<?>> running = new ArrayList<>();
        for (T item : items) {
            running.add(pool.get().submit(() -> work.accept(item)));
        }
        awaitAll(running);
    }

    private void each(int count, IntConsumer body) {
        all(IntStream.range(0, count).boxed().toList(), body::accept);
    }

    /** Waits for all of them, whatever happens: nothing may be touched while a worker runs. */
    private void awaitAll(List<Future<?>> running) {
        boolean interrupted = false;
        Optional<Throwable> failure = Optional.empty();
        for (Future<?> each : running) {
            boolean done = false;
            while (!done) {
                try {
                    each.get();
                    done = true;
                } catch (InterruptedException e) {
                    interrupted = true;
                    pause = true;
                } catch (ExecutionException e) {
                    failure = failure.or(() -> Optional.of(e.getCause()));
                    done = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
            stop = Optional.of(Stop.INTERRUPTED);
        }
        if (failure.isPresent()) {
            Throwables.throwIfUnchecked(failure.get());
            throw new IllegalStateException(failure.get());
        }
    }

    private void runOne(Worker worker) {
        try {
            while (!pause) {
                Levels.Stretch next = nextBlock();
                if (next == null) {
                    return;
                }
                int position = worker.explore(next);
                finished(next, position);
                if (worker.pending() || nearCells.due(store)) {
                    pause = true;
                }
                if (worker == workers[0] && teller.due()) {
                    teller.tell(progress());
                }
                Optional<Stop> reached = budget.reached(states());
                if (reached.isPresent()) {
                    stop = reached;
                    pause = true;
                }
            }
        } catch (RuntimeException | Error e) {
            pause = true; // so that the others end, too
            throw e;
        }
    }

    private synchronized Progress progress() {
        Vector<Long> sizes = Vector.range(0, level).map(levels::states);
        long ofLevel = explored - exploredBeforeLevel;
        long before = sizes.dropRight(1).sum().longValue(); // of a search that was resumed, too
        return new Progress(
                sizes,
                level == 0 ? 0 : ofLevel,
                states(),
                before + ofLevel,
                transitions(),
                executions(),
                store.bytes() + levels.bytes(),
                diskBytes(),
                teller.nanos());
    }

    /** The next stretch to explore, or null when there is none. */
    private synchronized Levels.Stretch nextBlock() {
        Levels.Stretch first = queue.poll();
        if (first == null) {
            return null;
        }
        int size = budget.block(block, states());
        if (first.size() > size) {
            int cut = first.from() + size;
            queue.addFirst(new Levels.Stretch(first.chunk(), cut, first.to()));
            return new Levels.Stretch(first.chunk(), first.from(), cut);
        }
        return first;
    }

    private synchronized void finished(Levels.Stretch stretch, int position) {
        explored += position - stretch.from();
        if (position < stretch.to()) {
            queue.addFirst(new Levels.Stretch(stretch.chunk(), position, stretch.to()));
            pause = true;
        }
    }

    /** What has to be done while nobody runs. */
    private void maintain() {
        makeRoom();
        for (Worker worker : workers) {
            flush(worker);
        }
        if (chooseNearCells() || memo.outgrown()) {
            layOut();
        }
        giveUpTries();
        largestBytes = largestBytes();
        makeFit(0);
    }

    private boolean chooseNearCells() {
        if (!nearCells.due(store)) {
            return false;
        }
        collectStretches();
        return nearCells.choose(store, found, workers[0]);
    }

    private void flush(Worker worker) {
        while (!worker.flush()) {
            makeFit(((ClusterStore) store).bytesWhenWidened() - store.bytes());
            ((ClusterStore) store).widen();
        }
    }

    private void makeRoom() {
        long waiting = Arrays.stream(workers).mapToLong(Worker::waiting).sum();
        if (waiting > 0 && store.crowded(waiting)) {
            makeFit(store.bytesWhenGrown() - store.bytes());
            if (store.crowded(waiting)) {
                store.grow(waiting, this::each);
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
     * Brings memory below its limit: closed levels go to disk; if that is not enough, so do the visited set and, from then
     * on, candidates. Without a disk, or with a full one, the search stops.
     */
    private void relieve(long moreBytes) {
        if (vault.isEmpty()) {
            stop = stop.or(() -> Optional.of(Stop.MEMORY));
            return;
        }
        try {
            int current = levels.count() - 1;
            if (!external() && levels.words() == 1) {
                vault.get().spill(current);
            }
            if (!fits(moreBytes)) {
                goExternal();
                flushCandidates();
            }
        } catch (UncheckedIOException e) {
            trouble = Optional.of(String.valueOf(e.getCause().getMessage()));
            stop = stop.or(() -> Optional.of(Stop.DISK));
        }
    }

    private void goExternal() {
        if (!external()) {
            vault.orElseThrow().goExternal();
            vault.orElseThrow().spill(levels.count() - 1);
        }
    }

    private void flushCandidates() {
        collectStretches();
        vault.orElseThrow().flush(found);
        found.clear();
        store = store instanceof ClusterStore clusters ? clusters.emptied() : newStore();
        for (Worker worker : workers) {
            worker.moveTo(store);
        }
    }

    private void layOut() {
        collectStretches();
        Layout from = memo.layout();
        Layout to = memo.layOut();
        levels.repack(from, to);
        if (vault.isPresent()) {
            if (to.words() > 1 && !levels.allInMemory()) {
                goExternal(); // a store of wide states needs them in memory
            }
            vault.get().repack(from, to);
        }
        store = newStore();
        for (int depth = 0; depth < levels.count() && !external(); depth++) {
            restore(depth);
        }
        found.forEach(this::restore);
        for (Worker worker : workers) {
            worker.clear(to, store);
        }
    }

    private void restore(int depth) {
        if (levels.inMemory(depth)) {
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
            store.grow(to - from, this::each);
        }
        store.restore(chunk, packed, from, to);
    }

    /** Turns to direct execution where recording does not pay. */
    private void giveUpTries() {
        boolean changed = false;
        long states = explored - exploredBefore;
        for (StepProgram step : memo.steps()) {
            int index = step.step().index();
            long runs = step.executions() - runsBefore[index];
            boolean often = runs > ENOUGH_RUNS && runs * TOO_OFTEN > states;
            if (!step.direct() && (often || step.points() > TOO_MANY_POINTS)) {
                memo.makeDirect(step);
                changed = true;
            }
            if (runs > ENOUGH_RUNS || states > (long) ENOUGH_RUNS * TOO_OFTEN) {
                runsBefore[index] = step.executions();
            }
        }
        if (states > (long) ENOUGH_RUNS * TOO_OFTEN) {
            exploredBefore = explored;
        }
        if (changed) {
            for (Worker worker : workers) {
                worker.clear(memo.layout(), store);
            }
        }
    }

    @Override
    public void close() {
        pool.ifPresent(ExecutorService::shutdownNow);
        vault.ifPresent(Vault::close);
    }
}
