package pagelife.checker.naive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.nio.file.Files;
import java.nio.file.Path;
import pagelife.checker.Checker;
import pagelife.checker.model.Model;
import pagelife.checker.model.State;
import pagelife.checker.model.Step;
import pagelife.checker.model.Transition;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.Property;
import pagelife.checker.property.Sometimes;
import pagelife.checker.property.StepProperty;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Result;
import pagelife.checker.result.Stop;
import pagelife.checker.result.Trace;
import pagelife.checker.result.TraceStep;
import pagelife.checker.result.Verdict;

/**
 * The oracle's answers about one model, and the demand that the engine gives the same: states, transitions, levels,
 * verdicts, shortest lengths, and traces that the oracle can walk.
 */
public final class Agreement {
    private final Model model;
    private final Seq<? extends Property> properties;
    private final NaiveSearch oracle;

    /** Asks the oracle. */
    public Agreement(Model model, Seq<? extends Property> properties) {
        this.model = model;
        this.properties = properties;
        this.oracle = new NaiveSearch(model, properties);
    }

    /** The oracle. */
    public NaiveSearch oracle() {
        return oracle;
    }

    /** Demands agreement of every configuration, and the same traces for any number of threads and any repetition. */
    public void requireAll() {
        Result plain = require(Configuration.PLAIN);
        for (Configuration configuration : Configuration.ALL) {
            Result result = require(configuration);
            if (configuration.shortest()) {
                assertEquals(plain.findings(), result.findings(), configuration + ": findings and traces");
            }
        }
    }

    /** Demands the same of searches that keep everything on disk, and of those that are interrupted and resumed. */
    public void requireDisk(Path folder) {
        Result plain = require(Configuration.PLAIN);
        for (int threads = 1; threads <= 2; threads++) {
            Configuration memory = Configuration.breadthFirst(threads, 1);
            Configuration disk = memory.onDisk(folder.resolve("scratch"));
            assertEquals(plain.findings(), require(disk).findings(), disk + ": findings and traces");
            Configuration grouped = memory.grouped();
            requireResumed(grouped, folder.resolve("grouped" + threads), plain);
            requireResumed(memory, folder.resolve("memory" + threads), plain);
            requireResumed(disk, folder.resolve("disk" + threads), plain);
        }
    }

    /** Interrupts a search half-way, resumes it, and demands what an undisturbed one finds. */
    private void requireResumed(Configuration configuration, Path folder, Result undisturbed) {
        Configuration checkpoints = configuration.withCheckpoints(folder);
        Stop stop = run(checkpoints.interruptedAfter(1 + oracle.levels() / 2)).stop();
        if (stop == Stop.INTERRUPTED && Files.exists(folder.resolve("checkpoint.pagelife"))) {
            Configuration resumed = checkpoints.resuming();
            Result result = run(resumed);
            assertEquals(undisturbed.findings(), result.findings(), resumed + ": findings and traces");
            assertEquals(undisturbed.counts(), result.counts(), resumed + ": counts");
            assertEquals(takenSteps(), result.statistics().takenSteps(), resumed + ": taken steps");
        }
    }

    private Result run(Configuration configuration) {
        return Checker.check(model, Vector.narrow(properties.toVector()), configuration.options());
    }

    /** Runs the engine and demands that it agrees. */
    public Result require(Configuration configuration) {
        Result result = run(configuration);
        assertEquals(Stop.COMPLETE, result.stop(), configuration + ": stop");
        assertEquals(oracle.states(), result.counts().states(), configuration + ": states");
        assertEquals(oracle.transitions(), result.counts().transitions(), configuration + ": transitions");
        if (configuration.shortest()) {
            assertEquals(oracle.levels(), result.counts().levels(), configuration + ": levels");
        }
        if (configuration.options().auditEvery() == 1) {
            assertEquals(oracle.states(), result.statistics().audited(), configuration + ": audited states");
        }
        assertEquals(takenSteps(), result.statistics().takenSteps(), configuration + ": taken steps");
        assertEquals(
                properties.exists(StepProperty.NO_FAILURE::equals) || oracle.shortest(StepProperty.NO_FAILURE) >= 0,
                result.findings().exists(finding -> finding.property() == StepProperty.NO_FAILURE),
                configuration + ": tells of a step that fails");
        for (Finding finding : result.findings()) {
            requireFinding(finding, configuration);
        }
        return result;
    }

    private Seq<Step> takenSteps() {
        return model.steps().filter(step -> oracle.taken().contains(step));
    }

    private void requireFinding(Finding finding, Configuration configuration) {
        String what = configuration + ": " + finding.property().name();
        assertEquals(verdict(finding.property()), finding.verdict(), what);
        int shortest = oracle.shortest(finding.property());
        assertEquals(shortest >= 0, finding.trace().isDefined(), what + ": has a trace");
        if (shortest >= 0) {
            Trace trace = finding.trace().get();
            if (configuration.shortest()) {
                assertEquals(shortest, trace.length(), what + ": length of the trace");
            }
            requireTrace(finding.property(), trace, what);
        }
    }

    /** The oracle's verdict. */
    public Verdict verdict(Property property) {
        boolean shown = oracle.shortest(property) >= 0;
        if (property instanceof Sometimes) {
            return shown ? Verdict.HOLDS : Verdict.NEVER_HAPPENS;
        }
        if (shown) {
            return Verdict.VIOLATED;
        }
        return property instanceof Invariant invariant
                        && invariant.premise().isDefined()
                        && !oracle.premiseMet(invariant)
                ? Verdict.NEVER_HAPPENS
                : Verdict.HOLDS;
    }

    /** Demands that the oracle can walk {@code trace} and that its end shows what it is meant to. */
    public static void requireTrace(Property property, Trace trace, String what) {
        State state = trace.initial();
        assertTrue(state.model().initialStates().contains(state), () -> what + ": starts in an initial state");
        Seq<Transition> last = Vector.empty();
        for (TraceStep step : trace.steps()) {
            last = matching(state, step);
            State before = state;
            assertTrue(last.nonEmpty(), () -> what + ": the oracle cannot take " + step + " in " + before);
            state = step.after();
        }
        assertTrue(shows(property, trace.last(), last), () -> what + ": the end of the trace shows it");
    }

    private static Seq<Transition> matching(State before, TraceStep step) {
        Seq<Transition> all = Vector.ofAll(NaiveSearch.from(before));
        return all.filter(taken -> taken.step() == step.step()
                && taken.after().equals(step.after())
                && taken.events().equals(step.events())
                && before.model()
                        .cells()
                        .forAll(cell -> taken.hasRead(cell) == step.reads().contains(cell))
                && before.model()
                        .cells()
                        .forAll(cell -> cell == step.step().actor().control()
                                || taken.wrote(cell) == step.writes().contains(cell)));
    }

    private static boolean shows(Property property, State end, Seq<Transition> last) {
        if (property instanceof Invariant invariant) {
            return !invariant.holds().test(end);
        }
        if (property instanceof Sometimes sometimes) {
            return sometimes.happens().test(end);
        }
        if (property instanceof StepProperty claim) {
            return last.exists(taken -> !claim.holds().test(taken));
        }
        return NaiveSearch.from(end).isEmpty()
                && end.model().actors().exists(actor -> !actor.rests(end.read(actor.control())))
                && !((NoDeadlock) property).allowed().test(end);
    }
}
