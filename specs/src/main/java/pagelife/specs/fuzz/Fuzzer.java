package pagelife.specs.fuzz;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import pagelife.checker.model.Operations;
import pagelife.checker.model.TextException;
import pagelife.checker.model.Written;
import pagelife.checker.property.Kind;
import pagelife.checker.property.Property;
import pagelife.checker.property.StepProperty;
import pagelife.checker.search.Options;
import pagelife.checker.simulate.Patience;
import pagelife.checker.simulate.Run;
import pagelife.checker.simulate.Strategy;
import pagelife.checker.simulate.Walk;
import pagelife.checker.simulate.Walks;
import pagelife.checker.simulate.Watched;
import pagelife.models.Workload;
import pagelife.specs.Inquiry;
import pagelife.specs.Subject;
import pagelife.specs.arbitrary.Programs;
import pagelife.specs.claims.WaitClaims;

/**
 * Tries random workloads of a protocol, each by some walks, and makes of those that break a claim the smallest. Run once.
 *
 * <p><b>Guided.</b> A workload whose walks did something that none had done is kept, and most of the later ones are made
 * of those kept by small changes (as greybox fuzzers do: AFL; Böhme, Pham, Roychoudhury, CCS 2016).
 *
 * <p><b>Repeatable.</b> Workloads are tried in batches; each depends on the seed, its number and what the batches before
 * have seen, and what a batch saw is taken in in the order of numbers. So the same plan finds the same, with any number of
 * threads, up to where a limit on time ends it.
 */
public final class Fuzzer {
    /* Tried at once: enough for the workers, few enough that what is new guides soon. */
    private static final int BATCH = 32;

    /** Walks of so many steps are expected: about what four tasks of three operations take. */
    static final int EXPECTED = 60;

    private final Subject subject;
    private final Plan plan;
    private final Options options;
    private final Programs programs;
    private final Breeding breeding;
    private final Coverage coverage = new Coverage();
    private final Patience patience;
    private Vector<Sample> parents = Vector.empty();
    private LinkedHashMap<String, Found> found = LinkedHashMap.empty();
    private LinkedHashMap<String, Property> asked = LinkedHashMap.empty();
    private LinkedHashMap<String, String> refusals = LinkedHashMap.empty();
    private Map<String, String> unasked = LinkedHashMap.empty();
    private long trials;
    private long walks;
    private long steps;
    private long lastNew;

    /** Who hears how far it has come. */
    public interface Listener {
        /** So many workloads were tried, and so many claims are broken. */
        void tried(long trials, int broken, Covered covered);
    }

    /**
     * A trial that breaks a claim.
     *
     * @param trial its number, from 1
     * @param sample its workload
     * @param strategy who went next
     * @param run its walk, up to where the claim is broken
     */
    record Failure(long trial, Sample sample, Strategy strategy, Property claim, Run run) {}

    /** What came of a trial. */
    private record Tried(
            long trial,
            Sample sample,
            Seq<Property> claims,
            Vector<Run> runs,
            Vector<Failure> failures,
            String refused) {}

    /**
     * Random workloads of a protocol.
     *
     * @param subject the protocol; its own tasks do not matter
     * @param options threads, the limit on time, and how to be interrupted
     * @throws IllegalArgumentException for a protocol that cannot be built, or has no operations
     * @throws TextException where what is done before calls what is no operation
     */
    public Fuzzer(Subject subject, Plan plan, Options options) {
        this.subject = subject;
        this.plan = plan;
        this.options = options;
        this.patience = new Patience(options);
        Operations operations = subject.inquiry().protocol().operations();
        plan.before().setup().forEach(piece -> operations.read(piece.program()));
        this.programs = Programs.of(operations, plan.selection());
        this.breeding = new Breeding(programs.calls().size(), plan.tasks(), plan.calls());
    }

    /** The protocol. */
    Subject subject() {
        return subject;
    }

    /** The workload of a sample. */
    Workload workload(Sample sample) {
        return sample.workload(programs, plan.before());
    }

    /** The programs of a workload in one line. */
    static String text(Workload workload) {
        return workload.tasks().values().mkString(" | ");
    }

    static int calls(Workload workload) {
        return workload.tasks().values().flatMap(Written::calls).size();
    }

    /** The protocol, unless it cannot be built. */
    static Option<Inquiry<?>> built(Subject subject) {
        try {
            return Option.some(subject.inquiry());
        } catch (IllegalArgumentException e) {
            return Option.none();
        }
    }

    /** What is asked of every walk. */
    static Seq<Property> claims(Inquiry<?> inquiry) {
        return inquiry.claims()
                .filter(claim -> claim.kind() != Kind.SOMETIMES)
                .appendAll(WaitClaims.noStuckWaiter(inquiry.model()))
                .append(StepProperty.NO_FAILURE)
                .distinct();
    }

    /** Tries them. */
    public Fuzzed run(Listener listener) {
        ExecutorService workers = Executors.newFixedThreadPool(options.threads(), Fuzzer::daemon);
        try {
            Option<Fuzzed.Stop> stop = Option.none();
            while (stop.isEmpty()) {
                batch(workers);
                listener.tried(trials, found.size(), coverage.covered());
                stop = stop();
            }
            return fuzzed(stop.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while workloads were tried", e);
        } finally {
            workers.shutdownNow();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "pagelife-fuzz");
        thread.setDaemon(true);
        return thread;
    }

    private Option<Fuzzed.Stop> stop() {
        if (options.interrupted().getAsBoolean()) {
            return Option.some(Fuzzed.Stop.INTERRUPTED);
        }
        if (patience.isTimeUp()) {
            return Option.some(Fuzzed.Stop.TIMEOUT);
        }
        if (trials >= plan.count()) {
            return Option.some(Fuzzed.Stop.COUNT);
        }
        return Option.when(trials - lastNew >= plan.dry(), Fuzzed.Stop.NOTHING_NEW);
    }

    private void batch(ExecutorService workers) throws InterruptedException {
        List<Future<Tried>> running = new ArrayList<>();
        long last = Math.min(plan.count(), trials + BATCH);
        for (long trial = trials + 1; trial <= last; trial++) {
            Random random = Walks.random(plan.seed(), trial);
            Sample sample = plan.guided() ? breeding.next(parents, random) : breeding.fresh(random);
            long number = trial;
            running.add(workers.submit(() -> tried(number, sample, random)));
        }
        for (Future<Tried> each : running) {
            Option<Tried> tried = patience.await(each, () -> {});
            if (tried.isDefined()) {
                add(tried.get(), workers);
            }
        }
    }

    private Tried tried(long trial, Sample sample, Random random) {
        Workload workload = workload(sample);
        if (workload.tasks().isEmpty()) { // each call undoes what was not done
            return new Tried(trial, sample, Vector.empty(), Vector.empty(), Vector.empty(), "");
        }
        Inquiry<?> inquiry;
        try {
            inquiry = subject.with(workload).inquiry();
        } catch (IllegalArgumentException e) {
            return new Tried(trial, sample, Vector.empty(), Vector.empty(), Vector.empty(), e.getMessage());
        }
        Seq<Property> claims = claims(inquiry);
        Watched watched = patience.watched(claims);
        Vector<Run> runs = Vector.empty();
        LinkedHashMap<String, Failure> failures = LinkedHashMap.empty();
        for (Strategy strategy : Plan.STRATEGIES) {
            Run run = new Walk(inquiry.model(), strategy, EXPECTED, Shrinking.DEPTH).take(random, watched);
            runs = runs.append(run);
            for (var shown : watched.shown().entrySet()) {
                Failure failure = new Failure(trial, sample, strategy, shown.getKey(), run.first(shown.getValue()));
                failures = failures.containsKey(shown.getKey().id())
                        ? failures
                        : failures.put(shown.getKey().id(), failure);
            }
        }
        patience.over(watched);
        return new Tried(trial, sample, claims, runs, failures.values().toVector(), "");
    }

    private void add(Tried tried, ExecutorService workers) throws InterruptedException {
        trials++;
        if (!tried.refused().isEmpty()) {
            refusals = refusals.containsKey(tried.refused())
                    ? refusals
                    : refusals.put(tried.refused(), text(workload(tried.sample())));
            return;
        }
        walks += tried.runs().size();
        boolean isNew = false;
        for (Run run : tried.runs()) {
            steps += run.length();
            isNew |= coverage.add(run);
        }
        if (isNew) {
            parents = parents.append(tried.sample());
            lastNew = tried.trial();
        }
        tried.claims().forEach(claim -> claim.unasked().forEach(why -> unasked = unasked.put(claim.name(), why)));
        tried.claims()
                .filter(claim -> !asked.containsKey(claim.id()))
                .forEach(claim -> asked = asked.put(claim.id(), claim));
        for (Failure failure : tried.failures()) {
            String id = failure.claim().id();
            if (!found.containsKey(id)) {
                Shrinking shrinking = new Shrinking(this, failure.claim(), options, patience);
                Option<Option<Found>> least = patience.await(workers.submit(() -> shrinking.of(failure)), () -> {});
                least.flatMap(one -> one).forEach(one -> {
                    found = found.put(id, one);
                    lastNew = tried.trial();
                });
            }
        }
    }

    private Fuzzed fuzzed(Fuzzed.Stop stop) {
        Map<String, Found> broken = found;
        return new Fuzzed(
                stop,
                trials,
                walks,
                steps,
                parents.size(),
                lastNew,
                coverage.covered(),
                found.values().toVector(),
                asked.values()
                        .filter(claim -> !broken.containsKey(claim.id()) && !unasked.containsKey(claim.name()))
                        .toVector(),
                refusals,
                unasked.filterKeys(name ->
                        !broken.values().exists(one -> one.claim().name().equals(name))));
    }
}
