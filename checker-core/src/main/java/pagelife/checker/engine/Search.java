package pagelife.checker.engine;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import pagelife.checker.engine.code.Cells;
import pagelife.checker.engine.code.Halted;
import pagelife.checker.engine.code.Memo;
import pagelife.checker.engine.code.Runaway;
import pagelife.checker.engine.code.StepProgram;
import pagelife.checker.engine.code.Watch;
import pagelife.checker.engine.explore.Budget;
import pagelife.checker.engine.explore.Checkpoint;
import pagelife.checker.engine.explore.DepthFirst;
import pagelife.checker.engine.explore.Keeper;
import pagelife.checker.engine.explore.Patience;
import pagelife.checker.engine.explore.Rounds;
import pagelife.checker.engine.explore.Sighting;
import pagelife.checker.engine.explore.Sightings;
import pagelife.checker.engine.explore.Teller;
import pagelife.checker.engine.explore.Tracer;
import pagelife.checker.engine.orbit.Orbits;
import pagelife.checker.engine.runs.Exploration;
import pagelife.checker.engine.runs.Temporals;
import pagelife.checker.engine.store.Disk;
import pagelife.checker.explain.Arrangement;
import pagelife.checker.ltl.Formula;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelException;
import pagelife.checker.model.State;
import pagelife.checker.model.Step;
import pagelife.checker.property.Kind;
import pagelife.checker.property.Property;
import pagelife.checker.property.StepProperty;
import pagelife.checker.result.Checkpoints;
import pagelife.checker.result.Counts;
import pagelife.checker.result.Finding;
import pagelife.checker.result.OrbitCount;
import pagelife.checker.result.Result;
import pagelife.checker.result.Statistics;
import pagelife.checker.result.StepUse;
import pagelife.checker.result.Stop;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.CheckpointException;
import pagelife.checker.search.Grouping;
import pagelife.checker.search.Options;
import pagelife.checker.search.Order;
import pagelife.checker.symmetry.Symmetry;

/** The one search: a frontier, the visited set, and which end of the frontier is next. Run once. */
public final class Search {
    /** Kept free for the end of a search that has filled the heap: enough to begin to give memory back. */
    private static final int RESERVE_BYTES = 1 << 17;

    private final Seq<Property> properties;
    private final Options options;
    private final Cells cells;
    private final Memo memo;
    private final Sightings sightings;
    private final Budget budget;
    private final Disk disk;
    private int levelsSeen;
    private int exploring = -1;
    private Option<DepthFirst> stack = Option.none();
    private Option<String> trouble = Option.none();
    private Checkpoints checkpoints = Checkpoints.NONE;

    @SuppressWarnings("UnusedVariable") // it is there to be given back
    private Object reserve = new byte[RESERVE_BYTES];

    /** A search to run once; a symmetric one lets tasks change places, and no identities. */
    public Search(Model model, Seq<Property> properties, Options options) {
        this(model, properties, options, Disk.REAL);
    }

    /** A search to run once in which this can change places. */
    public Search(Model model, Seq<Property> properties, Options options, Symmetry symmetry) {
        this(model, properties, options, symmetry, Disk.REAL);
    }

    /** A search that keeps its files somewhere else. */
    Search(Model model, Seq<Property> properties, Options options, Disk disk) {
        this(model, properties, options, options.symmetric() ? Symmetry.ofTasks(model) : Symmetry.NONE, disk);
    }

    private Search(Model model, Seq<Property> properties, Options options, Symmetry symmetry, Disk disk) {
        this.disk = disk;
        requireDistinct(properties);
        Seq<Watch> watches = watches(model, properties);
        this.properties = properties;
        this.cells = new Cells(model);
        cells.warn(options.reporting().warnings());
        this.memo = new Memo(cells, watches, symmetry);
        this.options = symmetry.isEmpty() ? options : options.withGrouping(Grouping.NEVER);
        this.sightings = new Sightings(watches, cells);
        this.budget = new Budget(options);
    }

    private static void requireDistinct(Seq<Property> properties) {
        Seq<Property> once = properties.distinctBy((Property property) -> property.name());
        properties.removeAll(once).headOption().forEach(twice -> {
            throw new ModelException("two properties are called " + twice.name()
                    + ": names are unique in a check; rename one, or leave it out");
        });
    }

    private static Seq<Watch> watches(Model model, Seq<Property> properties) {
        Vector<Watch> watches = Vector.empty();
        for (Property property : properties) {
            for (Watch.Role role : property.accept(Roles.OF)) {
                watches = watches.append(new Watch(watches.size(), property, role, model));
            }
        }
        return properties.contains(StepProperty.NO_FAILURE)
                ? watches
                : watches.append(
                        new Watch(watches.size(), StepProperty.NO_FAILURE, Watch.Role.BROKEN_STEP, model, true));
    }

    /** Runs it. */
    public Result run() {
        Patience patience = new Patience(cells, budget, options);
        try {
            return run(this::result);
        } finally {
            patience.close();
        }
    }

    /** What a search of this has found, as a graph. */
    Exploration exploration(Rounds rounds) {
        return exploration(rounds, Vector.empty());
    }

    /** The same with the states where each of these is true; a {@link pagelife.checker.liveness.Halt} at a limit. */
    Exploration exploration(Rounds rounds, Seq<Formula.Proposition> propositions) {
        return Exploration.of(rounds, memo, budget, propositions, false);
    }

    /** What the code of each step was seen to do in a search of this. */
    Seq<StepUse> uses() {
        return memo.uses();
    }

    /** Runs it and makes something of what it found, while that is still at hand. */
    <T> T run(BiFunction<Rounds, Stop, T> conclusion) {
        List<int[]> initial = new ArrayList<>();
        Orbits orbits = new Orbits(cells, memo.symmetry());
        for (State state : cells.model().initialStates()) {
            initial.add(orbits.represent(cells.intern(state)));
        }
        boolean depthFirst = options.order() == Order.DEPTH_FIRST;
        try (Keeper keeper = new Keeper(disk, cells.model(), properties, options)) {
            Option<Checkpoint> checkpoint = keeper.found();
            checkpoint.peek(found -> memo.restore(found.snapshot())).onEmpty(memo::layOut);
            int threads = depthFirst ? 1 : options.threads();
            try (Rounds rounds = new Rounds(memo, budget, new Teller(options), keeper.scratch(), threads, options)) {
                checkpoint.forEach(found -> resume(rounds, found));
                rounds.watch(sightings.open());
                if (checkpoint.isEmpty()) {
                    initial.forEach(rounds::start);
                }
                Stop stop = explore(rounds, keeper);
                checkpoints = keeper.facts();
                return conclusion.apply(rounds, stop);
            }
        }
    }

    private void resume(Rounds rounds, Checkpoint found) {
        try {
            rounds.resume(found);
        } catch (UncheckedIOException e) {
            throw new CheckpointException("the checkpoint in "
                    + options.storage().checkpoint().get() + " cannot be read ("
                    + e.getCause().getMessage() + "): start afresh");
        }
        found.seen().forEach(seen -> sightings.restore(Checkpoint.sighting(seen, memo)));
    }

    /**
     * Explores, and finds the ways to what was seen. A search that the heap or the disk fails ends there, and keeps
     * what it saw.
     */
    private Stop explore(Rounds rounds, Keeper keeper) {
        Stop stop;
        try {
            stop = options.order() == Order.DEPTH_FIRST ? depthFirst(rounds) : breadthFirst(rounds, keeper);
            stop = rounds.trouble().isDefined() ? fail(rounds, Stop.DISK, rounds.trouble()) : stop;
        } catch (OutOfMemoryError e) {
            reserve = null;
            stop = fail(rounds, Stop.MEMORY, Option.some("the heap is full"));
        } catch (Halted e) {
            stop = fail(rounds, budget.reached(0).getOrElse(Stop.INTERRUPTED), Option.some(e.getMessage()));
        } catch (Runaway e) {
            stop = fail(rounds, Stop.MEMORY, Option.some(e.getMessage()));
        } catch (UncheckedIOException e) {
            stop = fail(rounds, Stop.DISK, Option.some(said(e)));
        }
        if (stack.isEmpty()) {
            findPaths(rounds, stop);
        }
        return stop;
    }

    private static String said(UncheckedIOException e) {
        return e.getCause().getMessage() == null
                ? e.getCause().toString()
                : e.getCause().getMessage();
    }

    private Stop fail(Rounds rounds, Stop why, Option<String> said) {
        trouble = said;
        rounds.abandon();
        if (settle(rounds, exploring)) {
            stack.forEach(this::findPaths);
        }
        return why;
    }

    /** Where the heap or the disk has failed, the way to what was seen may be lost with them. */
    private void findPaths(Rounds rounds, Stop stop) {
        java.util.Map<Sighting, List<int[]>> paths = java.util.Map.of();
        try {
            paths = new Tracer(memo).paths(sightings.shown(), rounds.levels(), rounds.walker());
        } catch (OutOfMemoryError e) {
            trouble = trouble.orElse(() -> Option.some("the heap is full"));
        } catch (UncheckedIOException e) {
            trouble = trouble.orElse(() -> Option.some(said(e)));
        } catch (ModelException e) {
            if (stop != Stop.MEMORY && stop != Stop.DISK) {
                throw e;
            }
        }
        java.util.Map<Sighting, List<int[]>> known = paths;
        sightings.path(sighting -> known.getOrDefault(sighting, List.of()));
    }

    private void findPaths(DepthFirst deep) {
        List<int[]> path = deep.path(memo.layout());
        sightings.path(sighting -> DepthFirst.to(sighting, path));
    }

    /** Level by level; a level is a list of stretches that all workers share. */
    private Stop breadthFirst(Rounds rounds, Keeper keeper) {
        Option<Stop> stop = Option.none();
        if (rounds.levels().count() == 0) {
            settle(rounds, -1);
            stop = rounds.closeLevel();
        }
        int depth = rounds.levels().count() - 1;
        levelsSeen = depth; // the last one may be empty
        while (stop.isEmpty() && rounds.levels().states(depth) > 0) {
            levelsSeen = depth + 1;
            exploring = depth;
            if (isDecided()) {
                stop = Option.some(Stop.DECIDED);
            } else if (!budget.allowsDepth(depth)) {
                stop = Option.some(Stop.MAX_DEPTH);
            } else {
                stop = rounds.run(depth);
                settle(rounds, depth);
                Option<Stop> full = rounds.closeLevel();
                stop = stop.orElse(() -> full);
                depth++;
                if (stop.isEmpty()) {
                    keeper.writeIfDue(rounds, memo, sightings, budget);
                }
            }
        }
        return stop.getOrElse(Stop.COMPLETE);
    }

    /** Temporal properties are answered by the whole state space only. */
    private boolean isDecided() {
        return options.stopWhenDecided()
                && sightings.decided()
                && properties.flatMap(Property::aboutRuns).isEmpty();
    }

    /** State by state, newest first; the path of the state in hand is known all the time. */
    private Stop depthFirst(Rounds rounds) {
        DepthFirst deep = new DepthFirst(rounds.levels());
        stack = Option.some(deep);
        settle(rounds, -1);
        sightings.path(sighting -> List.of(sighting.candidate().ids()));
        deep.push(rounds.drainStretches(), 0);
        Option<Stop> stop = Option.none();
        boolean cut = false;
        while (stop.isEmpty() && deep.pop()) {
            levelsSeen = Math.max(levelsSeen, deep.depth() + 1);
            exploring = deep.depth();
            if (isDecided()) {
                stop = Option.some(Stop.DECIDED);
            } else if (!budget.allowsDepth(deep.depth())) {
                cut = true;
            } else {
                stop = rounds.run(List.of(deep.current()));
                if (settle(rounds, deep.depth())) {
                    findPaths(deep);
                }
                deep.push(rounds.drainStretches(), deep.depth() + 1);
            }
        }
        return stop.getOrElse(cut ? Stop.MAX_DEPTH : Stop.COMPLETE);
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
        Map<Property, Finding> temporal = options.symmetric()
                ? properties.flatMap(Property::aboutRuns).toMap(run -> run, this::ofRuns)
                : temporals.answer(properties);
        Seq<Finding> findings = properties
                .map(property -> temporal.get(property).getOrElse(() -> finding(property, stop, tracer)))
                .toVector()
                .prependAll(failure(stop, tracer));
        cells.requireUnchanged();
        Counts counts = new Counts(rounds.states(), rounds.transitions(), levelsSeen);
        hint(findings, stop, counts.states());
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
                        .map(Step.class::cast),
                checkpoints);
        return new Result(
                cells.model(),
                findings,
                counts,
                options.order().depth(),
                stop,
                statistics,
                Vacuities.of(memo, findings, temporals),
                Option.when(options.symmetric(), () -> orbits(stoodFor(rounds))));
    }

    private OrbitCount orbits(long stoodFor) {
        Symmetry symmetry = memo.symmetry();
        return new OrbitCount(symmetry.alike(), symmetry.together(cells.model()), symmetry.apart(), stoodFor);
    }

    private long stoodFor(Rounds rounds) {
        return memo.symmetry().isEmpty() ? rounds.states() : rounds.stoodFor();
    }

    /** What is owed to one task of several that are alike is not owed to whoever stands for it. */
    private Finding ofRuns(Property claim) {
        return new Finding(
                claim,
                Verdict.UNDECIDED,
                Option.none(),
                "a claim about runs is not answered by a search that does not tell tasks apart");
    }

    /** Tells what is no mistake for certain, and is one mostly. */
    private void hint(Seq<Finding> findings, Stop stop, long states) {
        if (stop != Stop.COMPLETE) {
            cells.tellGrowing(states);
        }
        Seq<Property> blind = memo.blind();
        findings.filter(finding -> finding.verdict() == Verdict.HOLDS)
                .map(Finding::property)
                .filter(property -> property.kind() == Kind.INVARIANT && blind.contains(property))
                .forEach(property -> options.reporting()
                        .warnings()
                        .accept("claim " + property.name()
                                + " has read no cell: it would hold of any model; let it read what" + " it is about"));
    }

    /** A step that fails is told of, whether somebody asked or not. */
    private Option<Finding> failure(Stop stop, Tracer tracer) {
        return properties.contains(StepProperty.NO_FAILURE)
                        || sightings
                                .of(StepProperty.NO_FAILURE, Watch.Role.BROKEN_STEP)
                                .isEmpty()
                ? Option.none()
                : Option.some(finding(StepProperty.NO_FAILURE, stop, tracer));
    }

    private Finding finding(Property property, Stop stop, Tracer tracer) {
        Watch.Role role = property.accept(Roles.OF).head();
        Option<Sighting> seen = sightings.of(property, role);
        if (seen.isDefined() && seen.get().path().get().isEmpty()) {
            return new Finding(property, Verdict.UNDECIDED, Option.none(), lost(seen.get()));
        }
        if (seen.isDefined()) {
            Verdict verdict = role == Watch.Role.WITNESS ? Verdict.HOLDS : Verdict.VIOLATED;
            return new Finding(property, verdict, Option.some(Arrangement.of(tracer.trace(seen.get()))), "");
        }
        if (stop != Stop.COMPLETE) {
            return undecided(property, role, stop);
        }
        Option<String> unasked = property.unasked();
        if (unasked.isDefined()) {
            return new Finding(property, Verdict.UNDECIDED, Option.none(), unasked.get());
        }
        if (role == Watch.Role.WITNESS) {
            return new Finding(property, Verdict.NEVER_HAPPENS, Option.none(), "no reachable state shows it");
        }
        boolean vacuous = property.accept(Roles.OF).contains(Watch.Role.PREMISE)
                && sightings.of(property, Watch.Role.PREMISE).isEmpty();
        return vacuous
                ? new Finding(property, Verdict.NEVER_HAPPENS, Option.none(), "no reachable state meets its premise")
                : new Finding(property, Verdict.HOLDS, Option.none(), "");
    }

    /**
     * A limit came first. Breadth-first every state of a level is judged before the next one is begun, so that it is
     * known how long a run would have to be; whether a state is stuck is seen only when it is explored itself.
     */
    private Finding undecided(Property property, Watch.Role role, Stop stop) {
        int judged = role == Watch.Role.DEADLOCK ? exploring - 1 : exploring;
        Option<Integer> known = Option.when(stack.isEmpty() && judged >= 0, judged);
        String head = known.map(steps -> role == Watch.Role.WITNESS
                        ? "no run " + upTo(steps) + " shows it: "
                        : "holds on every run " + upTo(steps) + ": ")
                .getOrElse("");
        return new Finding(property, Verdict.UNDECIDED, Option.none(), head + sentence(stop), Option.none(), known);
    }

    private static String upTo(int steps) {
        return steps == 0 ? "of no steps" : "of up to " + (steps == 1 ? "1 step" : steps + " steps");
    }

    private String sentence(Stop stop) {
        return stop.sentence() + trouble.map(said -> " (" + said + ")").getOrElse("");
    }

    /** Nothing is claimed that is not shown. */
    private String lost(Sighting seen) {
        return "a state " + seen.depth() + " steps away seems to show it, and the way there is lost"
                + trouble.map(said -> " (" + said + ")").getOrElse("") + ": run again with more memory or another disk";
    }
}
