package pagelife.checker.engine;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import pagelife.checker.model.Model;
import pagelife.checker.model.State;
import pagelife.checker.model.Step;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.Property;
import pagelife.checker.property.Sometimes;
import pagelife.checker.property.StepProperty;
import pagelife.checker.property.Temporal;
import pagelife.checker.result.Counts;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Result;
import pagelife.checker.result.Statistics;
import pagelife.checker.result.Stop;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.CheckpointException;
import pagelife.checker.search.Options;
import pagelife.checker.search.Order;

/** The one search: a frontier, the visited set, and which end of the frontier is next. Run once. */
public final class Search {
    private final Seq<Property> properties;
    private final Options options;
    private final Cells cells;
    private final Memo memo;
    private final Sightings sightings;
    private final Budget budget;
    private int levelsSeen;
    private long lastCheckpoint;
    private final Set<Path> forced = new HashSet<>();

    /** A search to run once. */
    public Search(Model model, Seq<Property> properties, Options options) {
        Seq<Watch> watches = watches(model, properties);
        this.properties = properties;
        this.options = options;
        this.cells = new Cells(model);
        this.memo = new Memo(cells, watches);
        this.sightings = new Sightings(watches, cells);
        this.budget = new Budget(options);
    }

    private static Seq<Watch> watches(Model model, Seq<Property> properties) {
        Vector<Watch> watches = Vector.empty();
        for (Property property : properties) {
            for (Watch.Role role : roles(property)) {
                watches = watches.append(new Watch(watches.size(), property, role, model));
            }
        }
        return watches;
    }

    private static List<Watch.Role> roles(Property property) {
        if (property instanceof Invariant invariant) {
            return invariant.premise().isDefined()
                    ? List.of(Watch.Role.BROKEN_STATE, Watch.Role.PREMISE)
                    : List.of(Watch.Role.BROKEN_STATE);
        }
        if (property instanceof StepProperty) {
            return List.of(Watch.Role.BROKEN_STEP);
        }
        if (property instanceof Temporal) {
            return List.of();
        }
        return List.of(property instanceof Sometimes ? Watch.Role.WITNESS : Watch.Role.DEADLOCK);
    }

    /** Runs it. */
    public Result run() {
        return run(this::result);
    }

    /** What a search of this has found, as a graph. */
    Exploration exploration(Rounds rounds) {
        return Exploration.of(rounds, memo, budget, Vector.empty());
    }

    /** Runs it and makes something of what it found, while that is still at hand. */
    <T> T run(BiFunction<Rounds, Stop, T> conclusion) {
        List<int[]> initial = new ArrayList<>();
        for (State state : cells.model().initialStates()) {
            initial.add(cells.intern(state));
        }
        boolean depthFirst = options.order() == Order.DEPTH_FIRST;
        Optional<Checkpoint> checkpoint = depthFirst ? Optional.empty() : checkpointToResume();
        checkpoint.ifPresentOrElse(found -> memo.restore(found.snapshot()), memo::layOut);
        try (Rounds rounds =
                new Rounds(memo, budget, new Teller(options), scratch(), depthFirst ? 1 : options.threads(), options)) {
            if (checkpoint.isPresent()) {
                rounds.resume(checkpoint.get());
                checkpoint.get().seen().forEach(seen -> sightings.restore(Checkpoint.sighting(seen, memo)));
            }
            rounds.watch(sightings.open());
            if (checkpoint.isEmpty()) {
                initial.forEach(rounds::start);
            }
            Stop stop = depthFirst ? depthFirst(rounds) : breadthFirst(rounds);
            return conclusion.apply(rounds, stop);
        }
    }

    private Optional<Checkpoint> checkpointToResume() {
        Optional<Path> folder = options.storage().checkpoint().toJavaOptional();
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        if (!options.storage().resume()) {
            if (Checkpoint.isIn(folder.get())) {
                throw new CheckpointException(
                        folder.get() + " holds a checkpoint already: resume from it, or name another folder");
            }
            return Optional.empty();
        }
        Checkpoint checkpoint = Checkpoint.read(folder.get());
        if (!checkpoint.fingerprint().equals(Checkpoint.fingerprint(cells.model(), properties))) {
            throw new CheckpointException(
                    "the checkpoint in " + folder.get() + " was made of another model than " + cells.model()
                            + " with these rules, bounds and properties: resume as it was begun, or start afresh");
        }
        return Optional.of(checkpoint);
    }

    private Optional<Scratch> scratch() {
        if (options.order() == Order.DEPTH_FIRST) {
            return Optional.empty();
        }
        return options.storage()
                .checkpoint()
                .map(Scratch::lasting)
                .orElse(() -> options.storage().scratch().map(Scratch::temporary))
                .toJavaOptional();
    }

    /** Level by level; a level is a list of stretches that all workers share. */
    private Stop breadthFirst(Rounds rounds) {
        Optional<Stop> stop = Optional.empty();
        if (rounds.levels().count() == 0) {
            settle(rounds, -1);
            stop = rounds.closeLevel();
        }
        int depth = rounds.levels().count() - 1;
        levelsSeen = depth; // the last one may be empty
        while (stop.isEmpty() && rounds.levels().states(depth) > 0) {
            levelsSeen = depth + 1;
            if (isDecided()) {
                stop = Optional.of(Stop.DECIDED);
            } else if (!budget.allowsDepth(depth)) {
                stop = Optional.of(Stop.MAX_DEPTH);
            } else {
                stop = rounds.run(depth);
                settle(rounds, depth);
                Optional<Stop> full = rounds.closeLevel();
                stop = stop.or(() -> full);
                depth++;
                if (stop.isEmpty()) {
                    checkpointIfDue(rounds);
                }
            }
        }
        java.util.Map<Sighting, List<int[]>> paths = new Tracer(memo).paths(sightings.shown(), rounds.levels());
        sightings.path(sighting -> paths.getOrDefault(sighting, List.of()));
        return stop.orElse(Stop.COMPLETE);
    }

    /** A checkpoint that cannot be written costs no result: the last good one stays, and the next level tries again. */
    private void checkpointIfDue(Rounds rounds) {
        try {
            checkpoint(rounds);
        } catch (UncheckedIOException e) {
            forced.clear();
        }
    }

    private void checkpoint(Rounds rounds) {
        if (budget.checkpointDue(lastCheckpoint)) {
            rounds.writeLevels();
            List<List<RunFile>> levels = new ArrayList<>();
            for (int depth = 0; depth < rounds.levels().count(); depth++) {
                levels.add(rounds.levels().runs(depth).orElseThrow());
            }
            levels.stream()
                    .flatMap(List::stream)
                    .filter(run -> forced.add(run.path()))
                    .forEach(RunFile::force);
            Checkpoint checkpoint = new Checkpoint(
                    Checkpoint.fingerprint(cells.model(), properties),
                    memo.snapshot(),
                    levels,
                    rounds.transitions(),
                    rounds.external(),
                    sightings.all().stream().map(Checkpoint::seen).toList());
            Path folder = options.storage().checkpoint().get();
            checkpoint.write(folder);
            checkpoint.clean(folder, Set.of());
            lastCheckpoint = budget.elapsed();
        }
    }

    /** Temporal properties are answered by the whole state space only. */
    private boolean isDecided() {
        return options.stopWhenDecided() && sightings.decided() && !properties.exists(Temporal.class::isInstance);
    }

    /** State by state, newest first; the path of the state in hand is known all the time. */
    private Stop depthFirst(Rounds rounds) {
        DepthFirst stack = new DepthFirst(rounds.levels());
        settle(rounds, -1);
        sightings.path(sighting -> List.of(sighting.candidate().ids()));
        stack.push(rounds.drainStretches(), 0);
        Optional<Stop> stop = Optional.empty();
        boolean cut = false;
        while (stop.isEmpty() && stack.pop()) {
            levelsSeen = Math.max(levelsSeen, stack.depth() + 1);
            if (isDecided()) {
                stop = Optional.of(Stop.DECIDED);
            } else if (!budget.allowsDepth(stack.depth())) {
                cut = true;
            } else {
                stop = rounds.run(List.of(stack.current()));
                if (settle(rounds, stack.depth())) {
                    List<int[]> path = stack.path(memo.layout());
                    sightings.path(sighting -> DepthFirst.to(sighting, path));
                }
                stack.push(rounds.drainStretches(), stack.depth() + 1);
            }
        }
        return stop.orElse(cut ? Stop.MAX_DEPTH : Stop.COMPLETE);
    }

    private boolean settle(Rounds rounds, int depth) {
        boolean any = sightings.settle(rounds.drainCandidates(), depth);
        if (any) {
            rounds.watch(sightings.open());
        }
        return any;
    }

    private Result result(Rounds rounds, Stop stop) {
        Tracer tracer = new Tracer(memo);
        Temporals temporals = new Temporals(memo, rounds, budget, options, stop);
        Map<Property, Finding> temporal = temporals.answer(properties);
        Seq<Finding> findings = properties
                .map(property -> temporal.get(property).getOrElse(() -> finding(property, stop, tracer)))
                .toVector();
        cells.requireUnchanged();
        Counts counts = new Counts(rounds.states(), rounds.transitions(), levelsSeen);
        Statistics statistics = new Statistics(
                rounds.executions(),
                rounds.audited(),
                memo.layout().words(),
                memo.layout().bits(),
                rounds.largestBytes(),
                rounds.diskBytes(),
                cells.model().steps().filter(step -> memo.taken(step.index())),
                Vector.of(memo.steps())
                        .filter(StepProgram::direct)
                        .map(StepProgram::step)
                        .map(Step.class::cast));
        return new Result(cells.model(), findings, counts, stop, statistics, Vacuities.of(memo, findings, temporals));
    }

    private Finding finding(Property property, Stop stop, Tracer tracer) {
        Watch.Role role = roles(property).get(0);
        Optional<Sighting> seen = sightings.of(property, role);
        if (seen.isPresent()) {
            Verdict verdict = role == Watch.Role.WITNESS ? Verdict.HOLDS : Verdict.VIOLATED;
            return new Finding(property, verdict, Option.some(tracer.trace(seen.get())), "");
        }
        if (stop != Stop.COMPLETE) {
            return new Finding(property, Verdict.UNDECIDED, Option.none(), stop.sentence());
        }
        if (role == Watch.Role.WITNESS) {
            return new Finding(property, Verdict.NEVER_HAPPENS, Option.none(), "no reachable state shows it");
        }
        boolean vacuous = property instanceof Invariant invariant
                && invariant.premise().isDefined()
                && sightings.of(property, Watch.Role.PREMISE).isEmpty();
        return vacuous
                ? new Finding(property, Verdict.NEVER_HAPPENS, Option.none(), "no reachable state meets its premise")
                : new Finding(property, Verdict.HOLDS, Option.none(), "");
    }
}
