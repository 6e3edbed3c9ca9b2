package pagelife.checker.simulate;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import pagelife.checker.model.Model;
import pagelife.checker.model.Move;
import pagelife.checker.property.Kind;
import pagelife.checker.property.Property;
import pagelife.checker.property.Sometimes;
import pagelife.checker.property.StepProperty;
import pagelife.checker.result.Checkpoints;
import pagelife.checker.result.Counts;
import pagelife.checker.result.Depth;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Result;
import pagelife.checker.result.Statistics;
import pagelife.checker.result.Stop;
import pagelife.checker.result.Vacuity;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Options;

/**
 * Takes random walks and keeps for each claim the shortest that decides it, of equally long ones the first. Run once.
 *
 * <p>Every walk has a chance of its own, so that it does not matter which thread takes it: with the same {@link Walks}
 * the result is the same for any number of threads, unless a limit on time ends them.
 */
public final class Simulator {
    private final Model model;
    private final Seq<Property> claims;
    private final Walks walks;
    private final Options options;
    private final LongConsumer listener;
    private final Patience patience;
    private final Map<Property, Best> best = new LinkedHashMap<>();
    private final BitSet taken = new BitSet();
    private final BitSet changed = new BitSet();
    private long begun;
    private long done;
    private long steps;
    private int longest;
    private Option<Stop> stop = Option.none();

    /** The walk that decides a claim soonest, up to there. */
    private record Best(long walk, Run run) {
        boolean isBefore(long otherWalk, int length) {
            return run.length() < length || run.length() == length && walk < otherWalk;
        }
    }

    /**
     * Walks to take.
     *
     * @param claims what is asked
     * @param options threads, the limit on time, and how to be interrupted; nothing else of it matters
     * @param listener hears now and then how many walks have been taken
     */
    public Simulator(Model model, Seq<Property> claims, Walks walks, Options options, LongConsumer listener) {
        this.model = model;
        this.claims = claims;
        this.walks = walks;
        this.options = options;
        this.listener = listener;
        this.patience = new Patience(options);
    }

    /** Takes them. */
    public Result run() {
        ExecutorService workers = Executors.newFixedThreadPool(options.threads(), Simulator::daemon);
        try {
            Option<Integer> expected = await(workers.submit(this::expected));
            if (expected.isDefined()) {
                walk(expected.get(), workers);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end(Stop.INTERRUPTED);
        } finally {
            workers.shutdownNow();
        }
        return result();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "pagelife-walks");
        thread.setDaemon(true);
        return thread;
    }

    private int expected() {
        Watched watched = patience.watched(Vector.empty());
        try {
            return Walk.expected(model, walks, watched);
        } finally {
            patience.over(watched);
        }
    }

    private void walk(int expected, ExecutorService workers) throws InterruptedException {
        List<Future<?>> working = new ArrayList<>();
        for (int i = 0; i < options.threads(); i++) {
            working.add(workers.submit(() -> work(expected)));
        }
        for (Future<?> each : working) {
            await(each);
        }
    }

    /** The caller tells how far they have come, since a listener need not know of threads. */
    private <T> Option<T> await(Future<T> working) throws InterruptedException {
        Option<T> result = patience.await(working, () -> listener.accept(walked()));
        if (patience.said().isDefined()) {
            end(patience.isTimeUp() ? Stop.TIMEOUT : Stop.INTERRUPTED);
        }
        return result;
    }

    private synchronized long walked() {
        return done;
    }

    private synchronized void end(Stop why) {
        stop = stop.orElse(Option.some(why));
    }

    private void work(int expected) {
        Watched watched = patience.watched(claims);
        Walk walk = new Walk(model, walks.strategy(), expected, walks.depth());
        for (long number = next(); number >= 0; number = next()) {
            add(number, walk.take(walks.random(number), watched), watched.shown());
        }
        patience.over(watched);
    }

    /** The number of the next walk to take; negative when there is none. */
    private synchronized long next() {
        if (options.interrupted().getAsBoolean()) {
            end(Stop.INTERRUPTED);
        } else if (begun > 0 && patience.isTimeUp()) {
            end(Stop.TIMEOUT);
        }
        return stop.isDefined() || begun == walks.count() ? -1 : begun++;
    }

    private synchronized void add(long number, Run run, Map<Property, Integer> shown) {
        done++;
        steps += run.length();
        longest = Math.max(longest, run.length());
        for (Move move : run.moves()) {
            taken.set(move.step().index());
            move.writes().forEach(cell -> changed.set(cell.index()));
            changed.set(move.step().actor().control().index());
        }
        shown.forEach((claim, length) -> {
            Best known = best.get(claim);
            if (known == null || !known.isBefore(number, length)) {
                best.put(claim, new Best(number, run.first(length)));
            }
        });
    }

    private synchronized Result result() {
        Seq<Finding> findings = claims.prependAll(Option.when(
                        best.containsKey(StepProperty.NO_FAILURE) && !claims.contains(StepProperty.NO_FAILURE),
                        (Property) StepProperty.NO_FAILURE))
                .map(this::finding);
        Statistics statistics = new Statistics(
                steps,
                0,
                0,
                0,
                0,
                0,
                model.steps().filter(step -> taken.get(step.index())),
                Vector.empty(),
                Checkpoints.NONE);
        return new Result(
                model,
                findings,
                new Counts(steps + done, steps, longest + 1),
                Depth.LONGEST_WALK,
                stop.getOrElse(Stop.WALKED),
                statistics,
                vacuity(findings));
    }

    private Vacuity vacuity(Seq<Finding> findings) {
        return new Vacuity(
                model.steps().reject(step -> taken.get(step.index())),
                model.actors().reject(actor -> actor.steps().exists(step -> taken.get(step.index()))),
                model.cells().reject(cell -> changed.get(cell.index())),
                Vector.empty(),
                Vector.empty(),
                Vector.empty(),
                findings.map(Finding::property)
                        .filter(claim -> claim.kind() == Kind.SOMETIMES && !best.containsKey(claim)));
    }

    private Finding finding(Property claim) {
        Best found = best.get(claim);
        if (found != null) {
            Verdict verdict = claim instanceof Sometimes ? Verdict.HOLDS : Verdict.VIOLATED;
            return new Finding(claim, verdict, Option.some(new Shortening(claim).trace(found.run())), "");
        }
        return new Finding(claim, Verdict.UNDECIDED, Option.none(), remark(claim));
    }

    private String remark(Property claim) {
        String walked = String.format(Locale.ROOT, done == 1 ? "%,d walk" : "%,d walks", done);
        String cut = patience.said().map(said -> "; " + said).getOrElse("");
        return switch (claim.kind()) {
            case SOMETIMES -> "not seen in " + walked + cut;
            case INVARIANT, STEP, DEADLOCK -> "not broken in " + walked + cut;
            case TEMPORAL -> "no walk ends, or comes back to where it was, in a way that breaks it, of " + walked + cut;
        };
    }
}
