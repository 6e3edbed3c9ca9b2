package pagelife.checker.engine.explore;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import pagelife.checker.engine.code.Memo;
import pagelife.checker.engine.code.Watch;
import pagelife.checker.engine.pack.Layout;
import pagelife.checker.engine.store.Levels;
import pagelife.checker.engine.store.RunFile;
import pagelife.checker.engine.store.Scratch;
import pagelife.checker.engine.store.Vault;
import pagelife.checker.engine.walk.Walker;
import pagelife.checker.result.Stop;
import pagelife.checker.search.Options;
import pagelife.checker.search.Progress;

/**
 * Runs the workers over a list of stretches, in rounds. A round ends when the list is empty or when something has to be
 * done while nobody runs: the store is full, a cell has outgrown the layout, a limit is reached. The {@link Crew} has
 * the threads, the {@link Frontier} what is to be explored, and {@link Upkeep} does what has to be done.
 */
public final class Rounds implements AutoCloseable {
    /** What the model's code was recorded into. */
    private final Memo memo;
    /** The limits. */
    private final Budget budget;
    /** Who is told how far it has come. */
    private final Teller teller;
    /** The threads. */
    private final Crew crew;
    /** What is still to be explored. */
    private final Frontier frontier;
    /** Everything that states lie in. */
    private final Upkeep upkeep;
    /** Who explores. */
    private final List<Worker> workers;
    /** The transitions of the search that a checkpoint was written by. */
    private long transitionsBefore;
    /** The level that is explored, counted from 1. */
    private int level;
    /** Whether all workers are to come to an end of what they are doing. */
    private volatile boolean pause;
    /** Why the search ends, once it does. */
    private volatile Option<Stop> stop = Option.none();

    public Rounds(Memo memo, Budget budget, Teller teller, Option<Scratch> scratch, int threads, Options options) {
        this.memo = memo;
        this.budget = budget;
        this.teller = teller;
        this.crew = new Crew(threads, this::interrupt);
        this.frontier = new Frontier(threads);
        this.upkeep = new Upkeep(memo, budget, crew, scratch, threads, options);
        this.workers = upkeep.workers();
    }

    public Levels levels() {
        return upkeep.levels();
    }

    /** A walker that has seen much of the model, for use when the search is over. */
    public Walker walker() {
        return workers.get(0).walker();
    }

    /** Distinct states; while candidates lie on disk, an upper bound. */
    public long states() {
        return upkeep.states();
    }

    /** Whether the visited set lies on disk. */
    boolean external() {
        return upkeep.external();
    }

    /** Bytes written to disk. */
    public long diskBytes() {
        return upkeep.diskBytes();
    }

    public long transitions() {
        return transitionsBefore
                + workers.stream().mapToLong(Worker::transitions).sum();
    }

    public long audited() {
        return workers.stream().mapToLong(Worker::audited).sum();
    }

    /** The states of the orbits found; 0 where every state is explored. */
    public long stoodFor() {
        return workers.stream().mapToLong(Worker::stoodFor).sum();
    }

    public long executions() {
        return memo.executions()
                + workers.stream().mapToLong(Worker::directExecutions).sum();
    }

    public long largestBytes() {
        return upkeep.largestBytes();
    }

    /** What the disk has done to the search, if it ended for that. */
    public Option<String> trouble() {
        return upkeep.trouble();
    }

    /** The disk, if there is one. */
    public Option<Vault> vault() {
        return upkeep.vault();
    }

    /** Leaves all states on the disk, and gives back the memory of the visited set. The search is over. */
    public void putAway() {
        upkeep.putAway();
    }

    /** Gives back all memory that only a search needs which goes on: the visited set and the tries. */
    public void abandon() {
        upkeep.abandon();
    }

    public void watch(BitSet watches) {
        memo.watch(watches);
        workers.forEach(worker -> worker.watch(watches));
    }

    /** Puts an initial state in. */
    public void start(int[] ids) {
        upkeep.start(ids);
    }

    /** Makes sure that every closed level lies on disk, too. */
    void writeLevels() {
        upkeep.writeLevels();
    }

    /** Goes on from a checkpoint; the memo has been restored. */
    public void resume(Checkpoint checkpoint) {
        transitionsBefore = checkpoint.transitions();
        upkeep.resume(checkpoint);
    }

    /** The new states since the last call. */
    public List<Levels.Stretch> drainStretches() {
        return upkeep.drainStretches();
    }

    /** Closes the level of the new states since the last call; on a full disk it has to be the last. */
    public Option<Stop> closeLevel() {
        return upkeep.closeLevel();
    }

    /** What was seen since the last call, one list per worker. */
    public List<Map<Watch, Candidate>> drainCandidates() {
        return workers.stream().map(Worker::drainCandidates).toList();
    }

    /** Explores all states of a level, or stops at a limit. */
    public Option<Stop> run(int depth) {
        level = depth + 1;
        frontier.beginLevel();
        return levels().inMemory(depth) ? run(levels().level(depth)) : runFromDisk(depth);
    }

    /** Explores a level piece by piece. Should a new layout come, what is still to be read has the old one. */
    private Option<Stop> runFromDisk(int depth) {
        Layout written = memo.layout();
        for (RunFile run : levels().runs(depth).get()) {
            try (RunFile.Reader reader = run.reader()) {
                while (reader.has()) {
                    List<Levels.Stretch> piece = upkeep.pieces().next(reader, written);
                    Option<Stop> reached = run(piece);
                    piece.forEach(
                            stretch -> levels().drop(List.of(new Levels.Stretch(stretch.chunk(), 0, Levels.CHUNK))));
                    if (reached.isDefined()) {
                        return reached;
                    }
                }
            }
        }
        return Option.none();
    }

    /** Explores all states of these stretches, or stops at a limit. */
    public Option<Stop> run(List<Levels.Stretch> stretches) {
        frontier.add(stretches);
        stop = Option.none();
        while (stop.isEmpty() && !frontier.isEmpty()) {
            pause = false;
            everyWorkerRuns();
            upkeep.maintain(frontier.explored());
            Option<Stop> full = upkeep.takeStop();
            stop = stop.orElse(() -> full);
        }
        return stop;
    }

    private void everyWorkerRuns() {
        if (crew.isAlone() || frontier.isOneBlock()) {
            runOne(workers.get(0));
        } else {
            crew.all(workers, this::runOne);
        }
    }

    /** The thread that waits for the workers was interrupted. */
    private void interrupt() {
        stop = Option.some(Stop.INTERRUPTED);
        pause = true;
    }

    private void runOne(Worker worker) {
        try {
            while (!pause) {
                Levels.Stretch next = frontier.next(budget, states());
                if (next == null) {
                    return;
                }
                if (!frontier.finished(next, worker.explore(next)) || worker.pending() || upkeep.isDue()) {
                    pause = true;
                }
                if (worker == workers.get(0) && teller.due()) {
                    teller.tell(progress());
                }
                Option<Stop> reached = budget.reached(states());
                if (reached.isDefined()) {
                    stop = reached;
                    pause = true;
                }
            }
        } catch (RuntimeException | Error e) {
            pause = true; // so that the others end, too
            throw e;
        }
    }

    private Progress progress() {
        Vector<Long> sizes = Vector.range(0, level).map(levels()::states);
        long ofLevel = frontier.exploredOfLevel();
        long before = sizes.dropRight(1).sum().longValue(); // of a search that was resumed, too
        return new Progress(
                sizes,
                level == 0 ? 0 : ofLevel,
                states(),
                before + ofLevel,
                transitions(),
                executions(),
                upkeep.bytes(),
                diskBytes(),
                teller.nanos());
    }

    @Override
    public void close() {
        crew.close();
        upkeep.close();
    }
}
