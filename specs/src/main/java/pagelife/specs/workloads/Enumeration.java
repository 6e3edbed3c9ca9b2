package pagelife.specs.workloads;

import com.google.common.base.Stopwatch;
import io.vavr.Tuple;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import pagelife.checker.model.Sort;
import pagelife.checker.property.Kind;
import pagelife.checker.property.Property;
import pagelife.checker.result.Finding;
import pagelife.checker.search.Options;
import pagelife.models.Protocol;
import pagelife.models.Settings;
import pagelife.models.Variant;
import pagelife.models.Workload;
import pagelife.specs.FamilySpecs;
import pagelife.specs.Inquiry;
import pagelife.specs.Subject;
import pagelife.specs.claims.WaitClaims;
import pagelife.specs.litmus.AsLitmus;
import pagelife.specs.litmus.Litmus;

/**
 * Puts every workload of at most so many operations over at most so many tasks to the checker, smallest first, each
 * with every claim that makes sense for it, and every state of each.
 *
 * <p><b>Up to names.</b> Tasks have no names that matter. Values of a sort, such as address spaces, are told apart
 * where some workload of one or two calls has another answer, or another number of states, when two of them are
 * exchanged; where none has, of workloads that differ in this only one is explored. That is evidence, no proof, so one
 * in {@value #AUDIT} of those that are passed over is explored as well and compared; the first that differs ends the
 * renaming, and all begins anew without it.
 *
 * @param <P> the family's protocols
 */
public final class Enumeration<P extends Protocol> {
    /* Passed over, yet explored and compared: one in so many. */
    private static final int AUDIT = 64;

    /* Workloads handed out at once: enough for the workers, few enough to stop soon. */
    private static final int BATCH = 256;

    /* All of these sizes are explored, to find out which names matter. */
    private static final int WITHOUT_RENAMING = 2;

    private final FamilySpecs<P> specs;
    private final Variant variant;
    private final Scope scope;
    private final Limits limits;
    private final Options options;
    private final Stopwatch running;
    private final Alphabet alphabet;
    private final boolean asksOfSleepers;
    private io.vavr.collection.Map<String, Property> claims;

    /**
     * How far to go.
     *
     * @param operations at most so many calls in a workload
     * @param tasks at most so many tasks in a workload
     * @param workers how many workloads are explored at once
     */
    public record Limits(int operations, int tasks, int workers) {}

    /**
     * What is tried.
     *
     * @param rules rules set otherwise than in the variant
     * @param bounds bounds set otherwise than in the variant
     * @param before what is done before the tasks of each workload begin; no task of its own
     * @param selection which operations are tried
     */
    public record Scope(Settings rules, Settings bounds, Workload before, Selection selection) {
        /** The usual operations from the start. */
        public static Scope of(Settings rules, Settings bounds) {
            return new Scope(rules, bounds, Workload.NONE, Selection.USUAL);
        }
    }

    /** Who hears how far an enumeration has come. */
    public interface Listener {
        /** So many of the workloads of a size are explored. */
        void explored(int operations, int done, int all);
    }

    /**
     * An enumeration of the workloads of a variant.
     *
     * @param options how each is explored; their limit on time is for all together
     * @throws IllegalArgumentException for a combination that means nothing, and for a family without operations
     */
    public Enumeration(FamilySpecs<P> specs, Variant variant, Scope scope, Limits limits, Options options) {
        this.specs = specs;
        this.variant = variant;
        this.scope = scope;
        this.limits = limits;
        this.options = options.withThreads(1);
        this.running = Stopwatch.createStarted(options.ticker());
        Inquiry<P> usual = Inquiry.about(specs, variant, scope.rules(), scope.bounds());
        scope.before()
                .setup()
                .forEach(piece -> usual.protocol().operations().read(piece.program())); // mistakes are said at once
        this.asksOfSleepers = usual.temporal().isEmpty();
        this.alphabet = Alphabet.of(usual.protocol().operations(), scope.selection());
        this.claims =
                io.vavr.collection.LinkedHashMap.ofEntries(claimed(usual).map(claim -> Tuple.of(claim.id(), claim)));
        if (alphabet.size() == 0) {
            throw new IllegalArgumentException("family " + specs.family().name() + " has no operations"
                    + (scope.selection().without().isEmpty()
                            ? ": its tasks are given, and there are no workloads to enumerate"
                            : " but those left out: leave in one"));
        }
    }

    /** Explores them all, or as many as the limits allow. */
    public Enumerated run(Listener listener) {
        ExecutorService workers = Executors.newFixedThreadPool(limits.workers(), Enumeration::thread);
        try {
            Run first = new Run(workers, listener, true);
            return first.all() ? first.enumerated() : anew(workers, listener);
        } finally {
            workers.shutdownNow();
        }
    }

    private Enumerated anew(ExecutorService workers, Listener listener) {
        Run again = new Run(workers, listener, false);
        again.all();
        return again.enumerated();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "workloads");
        thread.setDaemon(true);
        return thread;
    }

    private boolean isOver() {
        return options.interrupted().getAsBoolean() || left() <= 0;
    }

    private long left() {
        return options.limits().nanos() - running.elapsed().toNanos();
    }

    private Outcome outcome(Mix mix) {
        Inquiry<P> inquiry;
        try {
            inquiry = Inquiry.about(
                    specs, variant, scope.rules(), scope.bounds(), mix.workload(alphabet, scope.before()));
        } catch (IllegalArgumentException e) {
            return Outcome.refused(mix, e.getMessage());
        }
        Options each = options.withLimits(options.limits().withNanos(Math.max(1, left())));
        return Outcome.of(mix, inquiry.check(claimed(inquiry), each));
    }

    /**
     * The claims but for those that something can happen, which many a workload does not show; and of sleepers, where
     * the family claims nothing of runs.
     */
    private Seq<Property> claimed(Inquiry<?> inquiry) {
        Seq<Property> claims = inquiry.all().filter(property -> property.kind() != Kind.SOMETIMES);
        return asksOfSleepers ? claims.appendAll(WaitClaims.noStuckWaiter(inquiry.model())) : claims;
    }

    /** One way through all sizes. */
    private final class Run {
        private final ExecutorService workers;
        private final Listener listener;
        private final boolean renames;
        private final Tally tally = new Tally(this::told);
        private final Map<Mix, Outcome> known = new LinkedHashMap<>();
        private Renamings renamings = Renamings.none(alphabet);
        private Seq<Sort<?>> renamed = Vector.empty();
        private Vector<Size> sizes = Vector.empty();
        private io.vavr.collection.LinkedHashMap<String, String> refusals = io.vavr.collection.LinkedHashMap.empty();

        Run(ExecutorService workers, Listener listener, boolean renames) {
            this.workers = workers;
            this.listener = listener;
            this.renames = renames;
        }

        /** Goes through all sizes. Returns whether renaming changed nothing, as far as was seen. */
        boolean all() {
            for (int size = 1; size <= limits.operations() && !isOver(); size++) {
                if (!explore(size)) {
                    return false;
                }
            }
            return true;
        }

        private boolean explore(int size) {
            List<Mix> mixes = new ArrayList<>();
            List<Mix> passed = new ArrayList<>();
            long[] programs = {0};
            new Mixes(alphabet, limits.tasks()).each(size, mix -> {
                programs[0] += mix.arrangements();
                (renamings.first(mix).equals(mix) ? mixes : passed).add(mix);
            });
            Sum sum = new Sum();
            for (int from = 0; from < mixes.size() && !isOver(); from += BATCH) {
                List<Mix> batch = mixes.subList(from, Math.min(mixes.size(), from + BATCH));
                Option<List<Outcome>> outcomes = outcomes(batch);
                if (outcomes.isEmpty()) {
                    break;
                }
                outcomes.get().forEach(outcome -> add(size, outcome, sum));
                listener.explored(size, from + batch.size(), mixes.size());
            }
            boolean whole = sum.explored == mixes.size();
            if (size == Math.min(WITHOUT_RENAMING, limits.operations())) {
                findNames();
            }
            if (whole && !audit(passed, sum)) {
                return false;
            }
            sizes = sizes.append(sum.size(size, programs[0], mixes.size() + passed.size(), whole));
            return true;
        }

        private void add(int size, Outcome outcome, Sum sum) {
            sum.add(outcome);
            outcome.findings()
                    .map(Finding::property)
                    .filter(claim -> !claims.containsKey(claim.id()))
                    .forEach(claim -> claims = claims.put(claim.id(), claim));
            if (!outcome.refused().isEmpty() && !refusals.containsKey(outcome.refused())) {
                refusals = refusals.put(outcome.refused(), outcome.mix().text(alphabet));
            }
            if (size <= WITHOUT_RENAMING) { // told once it is known which names matter
                known.put(outcome.mix(), outcome);
            } else {
                tally.add(outcome, renamings);
            }
        }

        /** Which sorts have values whose names do not matter, as far as the workloads explored tell. */
        private void findNames() {
            if (renames && !isOver()) {
                renamed = alphabet.sorts().filter(this::isNameOnly);
                renamings = Renamings.of(alphabet, renamed);
            }
            known.values().forEach(outcome -> tally.add(outcome, renamings));
        }

        private boolean isNameOnly(Sort<?> sort) {
            return Renamings.exchanges(alphabet, sort)
                    .forAll(exchange -> known.values().stream()
                            .allMatch(
                                    outcome -> outcome.isLike(known.get(Renamings.applied(exchange, outcome.mix())))));
        }

        /** Explores some of those passed over. Returns whether all are like those that stand for them. */
        private boolean audit(List<Mix> passed, Sum sum) {
            List<Mix> pairs = new ArrayList<>();
            for (int i = 0; i < passed.size(); i += AUDIT) {
                pairs.add(passed.get(i));
                pairs.add(renamings.first(passed.get(i)));
            }
            Option<List<Outcome>> outcomes = isOver() ? Option.none() : outcomes(pairs);
            for (int i = 0; outcomes.isDefined() && i < pairs.size(); i += 2) {
                if (!outcomes.get().get(i).isLike(outcomes.get().get(i + 1))) {
                    return false;
                }
                sum.audited += 2;
            }
            return true;
        }

        /** What the checker says of each, in their order; empty where the caller wants to stop. */
        private Option<List<Outcome>> outcomes(List<Mix> mixes) {
            List<Future<Outcome>> begun = new ArrayList<>();
            mixes.forEach(mix -> begun.add(workers.submit(() -> outcome(mix))));
            List<Outcome> found = new ArrayList<>();
            try {
                for (Future<Outcome> one : begun) {
                    if (isOver()) {
                        begun.forEach(other -> other.cancel(true));
                        return Option.none();
                    }
                    found.add(one.get());
                }
                return Option.some(found);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Option.none();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException wrong ? wrong : new IllegalStateException(e.getCause());
            }
        }

        private Smallest told(Mix mix, Finding finding) {
            return new Smallest(
                    mix.text(alphabet),
                    mix.size(),
                    mix.programs().size(),
                    finding,
                    Reason.of(finding).toString(),
                    test(mix, finding));
        }

        private Litmus test(Mix mix, Finding finding) {
            Workload workload = mix.workload(alphabet, scope.before());
            String name = finding.property().id().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + "-"
                    + workload.tasks().keySet().mkString("-");
            String about = "The least that breaks: " + finding.property().claim() + ".";
            return new AsLitmus(Subject.of(specs, variant).with(scope.rules(), scope.bounds()), Option.none())
                    .test(workload, name, about, Vector.of(finding));
        }

        Enumerated enumerated() {
            Seq<String> names = renamed.map(Sort::name);
            return new Enumerated(
                    limits.operations(),
                    alphabet.calls().map(Object::toString),
                    alphabet.leftOut(),
                    names,
                    alphabet.sorts().map(Sort::name).removeAll(names),
                    sizes,
                    tally.claims(claims.values()),
                    refusals,
                    tally.unasked());
        }
    }

    /** The workloads of a size, added up. */
    private static final class Sum {
        private int explored;
        private int audited;
        private int refused;
        private int undecided;
        private long states;
        private long transitions;
        private long largest;

        void add(Outcome outcome) {
            explored++;
            refused += outcome.refused().isEmpty() ? 0 : 1;
            undecided += outcome.whole() ? 0 : 1;
            outcome.counts().forEach(counts -> {
                states += counts.states();
                transitions += counts.transitions();
                largest = Math.max(largest, counts.states());
            });
        }

        Size size(int operations, long programs, int mixes, boolean whole) {
            return new Size(
                    operations,
                    programs,
                    mixes,
                    explored,
                    audited,
                    refused,
                    undecided,
                    states,
                    transitions,
                    largest,
                    whole);
        }
    }
}
