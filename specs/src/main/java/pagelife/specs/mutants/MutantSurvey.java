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

    /* Graphs of more states are not compared. */
    private static final int COMPARED = 100_000;

    private final Stage first;
    private final Seq<Stage> others;
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
     * @param scenes the first is where mistakes are looked for; who is not killed there is put into the others, too
     * @param options how each mutant is checked; their limits are those of one
     * @param workers how many are checked at once
     */
    public MutantSurvey(Seq<Scene> scenes, Options options, int workers) {
        this.options = options.withThreads(1).withStopWhenDecided(true);
        this.first = new Stage(scenes.head(), this.options);
        this.others = scenes.tail().toVector().map(scene -> new Stage(scene, this.options));
        this.workers = workers;
    }

    /** The mutants of the protocol, without judging them. */
    public Seq<Mutant> mutants() {
        return Sketch.of(first.scene().declared().get().model()).mutants();
    }

    /**
     * The mutants of a protocol as protocols. Each is built when it is asked for, anew each time; one that breaks a promise
     * of the modelling language cannot be.
     *
     * @param declared builds the protocol, anew each time
     */
    public static Seq<Supplier<Inquiry<?>>> protocols(Supplier<Inquiry<?>> declared) {
        return mutants(declared.get().model()).map(mutant -> () -> protocol(mutant, declared));
    }

    /** The mutants of a model. */
    public static Seq<Mutant> mutants(Model model) {
        return Sketch.of(model).mutants();
    }

    /**
     * A mutant of a protocol, or of one like it with more or fewer tasks.
     *
     * @throws ModelException where it breaks a promise of the modelling language
     */
    public static Inquiry<?> protocol(Mutant mutant, Supplier<Inquiry<?>> declared) {
        Names names = Names.of(declared.get().model());
        return Rewriting.during(new Tampering(mutant, names.operations()), declared);
    }

    /** Judges all mutants, or as many as the user waits for. */
    public Mutated run(Listener listener) {
        Seq<Mutant> mutants = mutants();
        ExecutorService pool = Executors.newFixedThreadPool(workers, MutantSurvey::thread);
        try {
            List<Future<Judged>> begun = new ArrayList<>();
            mutants.forEach(mutant -> begun.add(pool.submit(() -> judge(mutant))));
            Vector<Judged> judged = Vector.empty();
            for (Future<Judged> one : begun) {
                Option<Judged> next = options.interrupted().getAsBoolean() ? Option.none() : Option.some(one.get());
                if (next.isEmpty()) {
                    break;
                }
                judged = judged.append(next.get());
                listener.judged(judged.size(), mutants.size());
            }
            return Mutated.of(first.claims(), judged, mutants.size());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Mutated.of(first.claims(), Vector.empty(), mutants.size());
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

    /** In one scene after the other until it is killed; who is not killed in any may be like the original in all. */
    private Judged judge(Mutant mutant) {
        Judged judged = judge(mutant, first);
        if (judged.fate() == Fate.KILLED || judged.fate() == Fate.INVALID) {
            return judged;
        }
        Seq<Stage> elsewhere = others.filter(stage -> !isOver() && stage.has(mutant));
        Option<Judged> refused = Option.none();
        for (Stage stage : elsewhere) {
            Judged other =
                    isOver() ? judged : judge(mutant, stage).in(stage.scene().name());
            if (other.fate() == Fate.KILLED) {
                return other;
            }
            refused = other.fate() == Fate.INVALID ? Option.some(other) : refused;
        }
        if (refused.isDefined()) {
            return refused.get();
        }
        if (judged.fate() == Fate.UNDECIDED) {
            return judged;
        }
        boolean alike = elsewhere.prepend(first).forAll(stage -> isAlike(mutant, stage));
        Fate unnoticed = judged.fate() == Fate.EQUIVALENT ? Fate.EQUIVALENT : Fate.ALIKE;
        return Judged.unnoticed(mutant, alike ? unnoticed : Fate.SURVIVED, "");
    }

    private boolean isOver() {
        return options.interrupted().getAsBoolean();
    }

    private boolean isAlike(Mutant mutant, Stage stage) {
        return !isOver()
                && Bisimulation.areAlike(stage.model(), inquiry(mutant, stage).model(), COMPARED)
                        .getOrElse(false);
    }

    /** A mutant may have no end of states, or many more than anybody wants to wait for: it is given up. */
    private Options modest(Stage stage) {
        long most = Math.min(options.limits().states(), TIMES * stage.states() + FEW);
        return options.withLimits(options.limits().withStates(most));
    }

    private static Inquiry<?> inquiry(Mutant mutant, Stage stage) {
        return Rewriting.during(stage.tampering(mutant), stage.scene().declared());
    }

    private Judged judge(Mutant mutant, Stage stage) {
        try {
            Inquiry<?> inquiry = inquiry(mutant, stage);
            Set<String> wanted = stage.claims().toSet();
            Seq<Property> asked = inquiry.all().filter(claim -> wanted.contains(claim.name()));
            return judged(mutant, inquiry.check(asked, modest(stage)), inquiry.model(), stage);
        } catch (ModelException | IllegalArgumentException | IllegalStateException | ClassCastException e) {
            return Judged.unnoticed(mutant, Fate.INVALID, String.valueOf(e.getMessage()));
        }
    }

    private static Judged judged(Mutant mutant, Result result, Model changed, Stage stage) {
        Seq<Finding> broken = result.findings()
                .filter(one -> stage.kills(one.property()))
                .filter(one -> one.verdict() == Verdict.VIOLATED || one.verdict() == Verdict.NEVER_HAPPENS);
        if (!broken.isEmpty()) {
            return new Judged(
                    mutant,
                    Fate.KILLED,
                    broken.map(one -> one.property().name()),
                    broken.flatMap(Finding::trace).map(Trace::length).min(),
                    "",
                    "");
        }
        if (result.findings().exists(one -> one.verdict() == Verdict.UNDECIDED)) {
            return Judged.unnoticed(mutant, Fate.UNDECIDED, result.stop().sentence());
        }
        boolean same = Graphs.areEqual(stage.model(), changed);
        return Judged.unnoticed(mutant, same ? Fate.EQUIVALENT : Fate.SURVIVED, "");
    }
}
