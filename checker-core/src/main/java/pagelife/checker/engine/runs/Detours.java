package pagelife.checker.engine.runs;

import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import pagelife.checker.engine.code.Effect;
import pagelife.checker.engine.code.Execution;
import pagelife.checker.engine.code.StepClaimProgram;
import pagelife.checker.engine.code.StepProgram;
import pagelife.checker.engine.code.Watch;
import pagelife.checker.engine.explore.Tracer;
import pagelife.checker.explain.Arrangement;
import pagelife.checker.liveness.StateSet;
import pagelife.checker.ltl.Formula;
import pagelife.checker.model.Model;
import pagelife.checker.model.Step;
import pagelife.checker.model.View;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.Property;
import pagelife.checker.property.Sometimes;
import pagelife.checker.property.StepProperty;
import pagelife.checker.property.Temporal;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Trace;
import pagelife.checker.result.TraceStep;
import pagelife.checker.result.Verdict;

/**
 * The shortest runs that decide a claim about states or steps while they keep away from some steps, and pass a state of
 * some kind. A run that breaks a claim breaks it at its end and not before.
 *
 * <p>How: breadth-first over the explored graph, in which a state counts twice, before and after such a state was
 * passed. Edges are taken in an order that depends on no number of a state, so that every search finds the same run.
 */
public final class Detours {
    /** Before a node that a run begins with. */
    private static final int START = -1;

    /** Before a node that no run has come to. */
    private static final int UNSEEN = -2;

    private final Exploration found;
    private final Model model;
    private final Property property;
    private final Option<StateSet> deciding;
    private final Option<Formula.Proposition> through;
    private final Option<StateSet> wanted;
    private final Execution execution;
    private final Tracer tracer;
    private Option<Map<Integer, List<Effect>>> breaking = Option.none();

    /** An edge of the graph. */
    private record Hop(int step, int target) {}

    /** A node of the doubled graph, and the effect that ends the run there; null where the state itself does. */
    private record End(int node, Effect effect) {}

    /**
     * Runs that decide {@code property}.
     *
     * @param found what was explored, with both propositions
     * @param deciding what {@link #deciding} says of the property
     * @param through what some state of the run must be like; empty if nothing
     */
    public Detours(
            Exploration found,
            Property property,
            Option<Formula.Proposition> deciding,
            Option<Formula.Proposition> through) {
        this.found = found;
        this.model = found.memo().cells().model();
        this.property = property;
        this.deciding = deciding.map(this::states);
        this.through = through;
        this.wanted = through.map(this::states);
        this.execution = new Execution(found.memo().cells());
        this.tracer = new Tracer(found.memo());
    }

    private StateSet states(Formula.Proposition proposition) {
        return found.graph().propositions().get(proposition).get();
    }

    /** What is so in the states that decide a claim; empty for one that no state decides. */
    public static Option<Formula.Proposition> deciding(Property property, Model model) {
        return property.accept(new Property.Cases<Option<Predicate<View>>>() {
                    @Override
                    public Option<Predicate<View>> invariant(Invariant invariant) {
                        return Option.some(invariant.holds().negate());
                    }

                    @Override
                    public Option<Predicate<View>> step(StepProperty claim) {
                        return Option.none();
                    }

                    @Override
                    public Option<Predicate<View>> sometimes(Sometimes sometimes) {
                        return Option.some(sometimes.happens());
                    }

                    @Override
                    public Option<Predicate<View>> noDeadlock(NoDeadlock claim) {
                        return Option.some(view -> !claim.allowed().test(view)
                                && model.actors().exists(actor -> !actor.rests(view.at(actor))));
                    }

                    @Override
                    public Option<Predicate<View>> temporal(Temporal temporal) {
                        return Option.none();
                    }
                })
                .map(claim -> new Formula.Proposition("decides " + property.name(), claim));
    }

    /**
     * A shortest run that takes none of {@code avoided}; none if there is none in what was explored. In its best order,
     * unless it would no longer pass such a state then.
     */
    public Option<Trace> shortest(Set<Step> avoided) {
        BitSet left = new BitSet();
        avoided.forEach(step -> left.set(step.index()));
        Walk walk = new Walk(left);
        return Option.of(walk.end()).map(end -> arranged(walk.trace(end)));
    }

    /** A run as the answer to the claim. */
    public Finding finding(Trace trace) {
        Verdict verdict = property instanceof Sometimes ? Verdict.HOLDS : Verdict.VIOLATED;
        return new Finding(property, verdict, Option.some(trace), "");
    }

    private Trace arranged(Trace trace) {
        Trace best = Arrangement.of(trace);
        return through.forAll(one -> passes(best, one.holds())) ? best : Arrangement.asItIs(trace);
    }

    private static boolean passes(Trace trace, Predicate<View> holds) {
        return holds.test(trace.initial()) || trace.steps().exists(step -> holds.test(step.after()));
    }

    /** The effects that break a claim about steps, by the state before them. */
    private Map<Integer, List<Effect>> breaking() {
        if (breaking.isEmpty()) {
            breaking = Option.some(
                    property instanceof StepProperty
                            ? breaking(new Watch(0, property, Watch.Role.BROKEN_STEP, model))
                            : Map.of());
        }
        return breaking.get();
    }

    private Map<Integer, List<Effect>> breaking(Watch watch) {
        Map<Integer, List<Effect>> effects = new HashMap<>();
        StateSet states = found.graph().states();
        for (int state = states.next(0); state >= 0; state = states.next(state + 1)) {
            found.graph().checkHalted();
            int[] ids = found.ids(state);
            for (StepProgram program : found.memo().steps()) {
                for (Effect effect : execution.effects(program, ids)) {
                    if (execution.outcome(
                                    new StepClaimProgram(
                                            watch, effect, found.memo().cells()),
                                    ids)
                            != null) {
                        effects.computeIfAbsent(state, none -> new ArrayList<>())
                                .add(effect);
                    }
                }
            }
        }
        return effects;
    }

    /** One walk over the graph. */
    private final class Walk {
        private final BitSet avoided;
        private final int count = found.states().size();
        private final int[] before = new int[2 * count];
        private final char[] by = new char[2 * count];
        private final ArrayDeque<Integer> queue = new ArrayDeque<>();

        Walk(BitSet avoided) {
            this.avoided = avoided;
            Arrays.fill(before, UNSEEN);
        }

        private int state(int node) {
            return node < count ? node : node - count;
        }

        /** The node of a state, come to from where such a state was passed or not. */
        private int node(int state, boolean passed) {
            return passed || wanted.forAll(states -> states.has(state)) ? state + count : state;
        }

        private boolean hasPassed(int node) {
            return node >= count;
        }

        private boolean decides(int node) {
            int state = state(node);
            return deciding.exists(states -> states.has(state))
                    && (!(property instanceof NoDeadlock)
                            || found.graph().rows().isEmpty(state));
        }

        /** Where the first of the shortest runs ends; null if none does. */
        End end() {
            for (int state : found.graph().initial()) {
                int node = node(state, false);
                if (reaches(node, START, 0)) {
                    return new End(node, null);
                }
            }
            while (!queue.isEmpty()) {
                found.graph().checkHalted();
                End end = from(queue.remove());
                if (end != null) {
                    return end;
                }
            }
            return null;
        }

        /** Notes how a node was come to; whether a run may end there. */
        private boolean reaches(int node, int from, int step) {
            if (before[node] != UNSEEN) {
                return false;
            }
            before[node] = from;
            by[node] = (char) step;
            boolean decides = decides(node);
            if (!decides || property instanceof Sometimes) {
                queue.add(node);
            }
            return decides && hasPassed(node);
        }

        private End from(int node) {
            List<Effect> broken = breaking().getOrDefault(state(node), List.of());
            for (Effect effect : broken) {
                if (!avoided.get(effect.step().index()) && (hasPassed(node) || leadsToWanted(effect, node))) {
                    return new End(node, effect);
                }
            }
            for (Hop hop : hops(node)) {
                int next = node(hop.target, hasPassed(node));
                if (!isAmong(broken, hop, node) && reaches(next, node, hop.step)) {
                    return new End(next, null);
                }
            }
            return null;
        }

        private boolean leadsToWanted(Effect effect, int node) {
            int[] after = Execution.apply(effect, found.ids(state(node)));
            return through.forAll(one -> one.holds().test(found.memo().cells().box(after)));
        }

        private boolean isAmong(List<Effect> broken, Hop hop, int node) {
            return !broken.isEmpty()
                    && broken.stream()
                            .anyMatch(effect -> effect.step().index() == hop.step
                                    && Arrays.equals(
                                            Execution.apply(effect, found.ids(state(node))), found.ids(hop.target)));
        }

        private List<Hop> hops(int node) {
            List<Hop> hops = new ArrayList<>();
            found.graph().rows().forEach(state(node), (step, target) -> {
                if (target >= 0 && !avoided.get(step)) {
                    hops.add(new Hop(step, target));
                }
            });
            hops.sort(Comparator.comparingInt(Hop::step)
                    .thenComparing((left, right) -> found.graph().order().applyAsInt(left.target, right.target)));
            return hops;
        }

        /** The run, taken once more by the model's own code. */
        Trace trace(End end) {
            Vector<TraceStep> steps = Option.of(end.effect).toVector().map(effect -> taken(effect, end.node));
            int node = end.node;
            for (; before[node] != START; node = before[node]) {
                int from = before[node];
                steps = steps.prepend(taken(effect(by[node], from, node), from));
            }
            return new Trace(found.memo().cells().box(found.ids(state(node))), steps);
        }

        private TraceStep taken(Effect effect, int node) {
            return tracer.traceStep(effect, found.ids(state(node)));
        }

        private Effect effect(int step, int from, int to) {
            return found.effect(step, found.ids(state(from)), found.ids(state(to)), execution);
        }
    }
}
