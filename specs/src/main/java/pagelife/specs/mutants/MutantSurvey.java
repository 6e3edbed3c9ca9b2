package pagelife.specs.mutants;

import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelException;
import pagelife.checker.model.Rewriting;
import pagelife.checker.property.Property;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Result;
import pagelife.checker.result.Trace;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Options;
import pagelife.specs.Inquiry;

/** Puts each mutant of a protocol to the claims that hold of the original. */
public final class MutantSurvey {
    /* A mutant is given up at so many times the states of the original, and these. */
    private static final int TIMES = 20;
    private static final int FEW = 10_000;

    private final Supplier<Inquiry<?>> declared;
    private final Options options;
    private final int workers;

    /** Who hears how far a survey has come. */
    public interface Listener {
        /** So many of the mutants are judged. */
        void judged(int done, int all);
    }

    /**
     * A survey.
     *
     * @param declared builds the protocol, anew each time
     * @param options how each mutant is checked; their limits are those of one
     * @param workers how many are checked at once
     */
    public MutantSurvey(Supplier<Inquiry<?>> declared, Options options, int workers) {
        this.declared = declared;
        this.options = options.withThreads(1).withStopWhenDecided(true);
        this.workers = workers;
    }

    /** The mutants of the protocol, without judging them. */
    public Seq<Mutant> mutants() {
        return Sketch.of(declared.get().model()).mutants();
    }

    /** Judges all mutants, or as many as the user waits for. */
    public Mutated run(Listener listener) {
        Inquiry<?> plain = declared.get();
        Sketch sketch = Sketch.of(plain.model());
        Result original = plain.check(plain.all(), options.withStopWhenDecided(false));
        Options each = modest(original.counts().states());
        Seq<String> claims = original.findings()
                .filter(finding -> finding.verdict() == Verdict.HOLDS)
                .map(finding -> finding.property().name());
        Seq<Mutant> mutants = sketch.mutants();
        ExecutorService pool = Executors.newFixedThreadPool(workers, MutantSurvey::thread);
        try {
            List<Future<Judged>> begun = new ArrayList<>();
            mutants.forEach(mutant -> begun.add(pool.submit(() -> judge(mutant, sketch, claims, plain.model(), each))));
            Vector<Judged> judged = Vector.empty();
            for (Future<Judged> one : begun) {
                Option<Judged> next = options.interrupted().getAsBoolean() ? Option.none() : Option.some(one.get());
                if (next.isEmpty()) {
                    break;
                }
                judged = judged.append(next.get());
                listener.judged(judged.size(), mutants.size());
            }
            return new Mutated(claims, judged, mutants.size() - judged.size());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Mutated(claims, Vector.empty(), mutants.size());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException wrong ? wrong : new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "mutants");
        thread.setDaemon(true);
        return thread;
    }

    /** A mutant may have no end of states, or many more than anybody wants to wait for: it is given up. */
    private Options modest(long states) {
        long most = Math.min(options.limits().states(), TIMES * states + FEW);
        return options.withLimits(options.limits().withStates(most));
    }

    private Judged judge(Mutant mutant, Sketch sketch, Seq<String> claims, Model original, Options each) {
        try {
            Inquiry<?> inquiry = Rewriting.during(new Tampering(mutant, sketch.operations()), declared);
            Set<String> wanted = claims.toSet();
            Seq<Property> asked = inquiry.all().filter(claim -> wanted.contains(claim.name()));
            return judged(mutant, inquiry.check(asked, each), inquiry.model(), original);
        } catch (ModelException | IllegalArgumentException | IllegalStateException | ClassCastException e) {
            return new Judged(mutant, Fate.INVALID, Vector.empty(), Option.none(), String.valueOf(e.getMessage()));
        }
    }

    private static Judged judged(Mutant mutant, Result result, Model changed, Model original) {
        Seq<Finding> broken = result.findings()
                .filter(one -> one.verdict() == Verdict.VIOLATED || one.verdict() == Verdict.NEVER_HAPPENS);
        if (!broken.isEmpty()) {
            return new Judged(
                    mutant,
                    Fate.KILLED,
                    broken.map(one -> one.property().name()),
                    broken.flatMap(Finding::trace).map(Trace::length).min(),
                    "");
        }
        if (result.findings().exists(one -> one.verdict() == Verdict.UNDECIDED)) {
            return new Judged(
                    mutant,
                    Fate.UNDECIDED,
                    Vector.empty(),
                    Option.none(),
                    result.stop().sentence());
        }
        boolean same = Graphs.areEqual(original, changed);
        return new Judged(mutant, same ? Fate.EQUIVALENT : Fate.SURVIVED, Vector.empty(), Option.none(), "");
    }
}
