package pagelife.checker.engine.explore;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pagelife.checker.engine.code.Cells;
import pagelife.checker.engine.code.ClaimProgram;
import pagelife.checker.engine.code.Effect;
import pagelife.checker.engine.code.Execution;
import pagelife.checker.engine.code.Memo;
import pagelife.checker.engine.code.Program;
import pagelife.checker.engine.code.StepClaimProgram;
import pagelife.checker.engine.code.StepProgram;
import pagelife.checker.engine.code.Watch;
import pagelife.checker.engine.orbit.Orbits;
import pagelife.checker.engine.pack.Layout;
import pagelife.checker.engine.store.Levels;
import pagelife.checker.engine.walk.Walker;
import pagelife.checker.model.Cell;
import pagelife.checker.model.ModelException;
import pagelife.checker.result.Trace;
import pagelife.checker.result.TraceStep;

/**
 * Makes traces: finds the states on the way to a sighting, and executes the model's own code along them.
 *
 * <p>No parents are stored. A predecessor of a state of level k is found by going through level k - 1 once more, and
 * exploring those of its states that {@link Forebears} lets pass, which costs nothing while nothing is found. Among several the preferred one is taken
 * (see {@link Candidate#before}), so that the trace does not depend on the order in which the workers found the states.
 */
public final class Tracer {
    private final Memo memo;
    private final Cells cells;
    private final Execution execution;
    /** Where states stand for orbits, what finds those. */
    private final Option<Orbits> orbits;

    public Tracer(Memo memo) {
        this.memo = memo;
        this.cells = memo.cells();
        this.execution = new Execution(cells);
        this.orbits = Option.when(!memo.symmetry().isEmpty(), () -> new Orbits(cells, memo.symmetry()));
    }

    /**
     * The states to each of these sightings, both ends included.
     *
     * @param walker finds successors, in the layout of the memo; what lies in its buffer is lost
     */
    public Map<Sighting, List<int[]>> paths(List<Sighting> sightings, Levels levels, Walker walker) {
        Map<Sighting, List<int[]>> paths = new HashMap<>();
        int deepest = 0;
        for (Sighting sighting : sightings) {
            paths.put(sighting, new ArrayList<>(List.of(sighting.candidate().ids())));
            deepest = Math.max(deepest, sighting.depth());
        }
        for (int depth = deepest; depth > 0; depth--) {
            int at = depth;
            List<List<int[]>> active = paths.entrySet().stream()
                    .filter(path -> path.getKey().depth() >= at)
                    .map(Map.Entry::getValue)
                    .toList();
            stepBack(active, depth - 1, levels, walker);
        }
        paths.values().forEach(java.util.Collections::reverse);
        if (orbits.isDefined()) {
            paths.replaceAll((sighting, path) -> real(orbits.get(), path));
        }
        return paths;
    }

    private void represent(Orbits known, Walker walker) {
        for (int i = 0; i < walker.count(); i++) {
            known.represent(walker.successors(), i * memo.layout().words(), memo.layout());
        }
    }

    /** The way of a real run through the orbits of {@code path}: each state is a successor of the one before. */
    private List<int[]> real(Orbits known, List<int[]> path) {
        List<int[]> run = new ArrayList<>();
        cells.model()
                .initialStates()
                .map(cells::intern)
                .find(ids -> Arrays.equals(known.represent(ids), path.get(0)))
                .forEach(run::add);
        while (!run.isEmpty() && run.size() < path.size()) {
            run.add(next(known, last(run), path.get(run.size())));
        }
        return run;
    }

    private int[] next(Orbits known, int[] from, int[] standing) {
        return Arrays.stream(memo.steps())
                .flatMap(program -> execution.effects(program, from).stream())
                .map(effect -> Execution.apply(effect, from))
                .filter(to -> Arrays.equals(known.represent(to), standing))
                .min(cells::compare)
                .orElseThrow(() -> lost(0));
    }

    /** Appends to each path a predecessor, at the depth given, of its last state. */
    private void stepBack(List<List<int[]>> paths, int depth, Levels levels, Walker walker) {
        Layout layout = memo.layout();
        int words = layout.words();
        long[][] targets = new long[paths.size()][words];
        int[][] best = new int[paths.size()][];
        for (int i = 0; i < targets.length; i++) {
            layout.pack(last(paths.get(i)), targets[i], 0);
        }
        int[] ids = new int[cells.count()];
        Forebears forebears =
                new Forebears(memo, paths.stream().map(Tracer::last).toList(), levels.states(depth));
        levels.visit(depth, (packed, from, to) -> {
            for (int position = from; position < to; position++) {
                if (!forebears.mayLead(packed, position * words)) {
                    continue;
                }
                walker.truncate(0);
                walker.expand(packed, position * words);
                if (orbits.isDefined()) {
                    represent(orbits.get(), walker);
                }
                for (int i = 0; i < targets.length; i++) {
                    if (leadsTo(walker, targets[i])) {
                        layout.unpack(packed, position * words, ids);
                        if (best[i] == null || cells.compare(ids, best[i]) < 0) {
                            best[i] = ids.clone();
                        }
                    }
                }
            }
        });
        for (int i = 0; i < targets.length; i++) {
            if (best[i] == null) {
                throw lost(paths.get(i).size());
            }
            paths.get(i).add(best[i]);
        }
    }

    private static boolean leadsTo(Walker walker, long[] target) {
        long[] successors = walker.successors();
        int words = target.length;
        for (int i = 0; i < walker.count(); i++) {
            if (successors[i * words] == target[0]
                    && Arrays.equals(successors, i * words, (i + 1) * words, target, 0, words)) {
                return true;
            }
        }
        return false;
    }

    private static int[] last(List<int[]> path) {
        return path.get(path.size() - 1);
    }

    private ModelException lost(int stepsBack) {
        return new ModelException("model " + cells.model()
                + ": a state found by the search could not be reached again, "
                + stepsBack + " steps before the end of a trace: a step may depend on what it reads through its view"
                + " only; remove clocks, statics, randomness and identity hashes");
    }

    /** Executes the model along the path of a sighting and checks that it shows what the watch saw. */
    public Trace trace(Sighting sighting) {
        List<int[]> path = sighting.path().get();
        Vector<TraceStep> steps = Vector.empty();
        for (int i = 0; i + 1 < path.size(); i++) {
            steps = steps.append(between(path.get(i), path.get(i + 1)));
        }
        int[] end = last(path);
        Candidate candidate = sighting.candidate();
        if (candidate.effect() != null) {
            Effect again = orbits.isDefined() ? breaking(sighting.watch(), end) : again(candidate.effect(), end);
            confirm(new StepClaimProgram(sighting.watch(), again, cells), end);
            steps = steps.append(traceStep(again, end));
        } else {
            confirm(new ClaimProgram(sighting.watch()), end);
        }
        return new Trace(cells.box(path.get(0)), steps);
    }

    private void confirm(Program claim, int[] ids) {
        if (execution.outcome(claim, ids) == null) {
            throw new ModelException(claim + " answered otherwise when its trace was executed again, in the state "
                    + cells.box(ids) + ": a claim may depend only on what it reads through its view; remove clocks,"
                    + " statics, randomness and identity hashes");
        }
    }

    /** The task that breaks the claim may be another one here than it was in what stands for the state. */
    private Effect breaking(Watch watch, int[] from) {
        return Arrays.stream(memo.steps())
                .flatMap(program -> execution.effects(program, from).stream())
                .filter(effect -> execution.outcome(new StepClaimProgram(watch, effect, cells), from) != null)
                .findFirst()
                .orElseThrow(() -> lost(0));
    }

    private Effect again(Effect effect, int[] from) {
        return execution.effects(memo.steps()[effect.step().index()], from).stream()
                .filter(found -> Arrays.equals(found.choices(), effect.choices()))
                .findFirst()
                .orElseThrow(() -> lost(0));
    }

    private TraceStep between(int[] from, int[] to) {
        for (StepProgram program : memo.steps()) {
            for (Effect effect : execution.effects(program, from)) {
                if (Arrays.equals(Execution.apply(effect, from), to)) {
                    return traceStep(effect, from);
                }
            }
        }
        throw lost(1);
    }

    public TraceStep traceStep(Effect effect, int[] from) {
        Vector<Cell<?>> reads = Vector.empty();
        for (int i = 0; i < effect.readCells().length; i++) {
            if (effect.toldReads()[i]) {
                reads = reads.append(cells.cell(effect.readCells()[i]));
            }
        }
        Vector<Cell<?>> writes = Vector.empty();
        for (int cell : effect.cells()) {
            if (!cells.isControl(cell)) {
                writes = writes.append(cells.cell(cell));
            }
        }
        return new TraceStep(
                effect.step(),
                effect.choiceTexts(),
                effect.events(),
                Vector.empty(), // heard where the trace is executed once more, in its best order
                reads,
                writes,
                cells.box(Execution.apply(effect, from)));
    }
}
