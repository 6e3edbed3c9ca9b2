package pagelife.checker.naive;

import io.vavr.collection.Vector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import pagelife.checker.model.Model;
import pagelife.checker.model.State;
import pagelife.checker.model.Step;
import pagelife.checker.model.Transition;
import pagelife.checker.model.View;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.Property;
import pagelife.checker.property.Sometimes;
import pagelife.checker.property.StepProperty;

/**
 * The oracle: a breadth-first search over boxed states in a hash map, as obvious as it can be. It shares no code with
 * the engine. For each property it knows the length of the shortest trace that shows a violation (or a witness), or
 * that there is none.
 */
public final class NaiveSearch {
    private final Map<State, Integer> depths = new HashMap<>();
    private final ArrayDeque<State> queue = new ArrayDeque<>();
    private final Map<Property, Integer> shortest = new LinkedHashMap<>();
    private final Map<Property, Boolean> premiseMet = new HashMap<>();
    private final Iterable<? extends Property> properties;
    private final Set<Step> taken = new HashSet<>();
    private long transitions;
    private int levels;

    /** Explores all of {@code model}. */
    public NaiveSearch(Model model, Iterable<? extends Property> properties) {
        this(model, properties, Integer.MAX_VALUE);
    }

    /**
     * Explores {@code model}, and gives up behind so many states.
     *
     * @param most the most states that it takes a step from
     */
    public NaiveSearch(Model model, Iterable<? extends Property> properties, int most) {
        this.properties = Vector.<Property>ofAll(properties)
                .append(StepProperty.NO_FAILURE)
                .distinct();
        model.initialStates().forEach(state -> visit(state, 0));
        for (int expanded = 0; expanded < most && !queue.isEmpty(); expanded++) {
            State state = queue.remove();
            int depth = depths.get(state);
            List<NaiveTransition> next = new ArrayList<>();
            model.steps().forEach(step -> next.addAll(NaiveTransition.all(state, step)));
            transitions += next.size();
            if (next.isEmpty() && model.actors().exists(actor -> !actor.rests(state.read(actor.control())))) {
                claims(NoDeadlock.class, claim -> !claim.allowed().test(state), depth);
            }
            for (NaiveTransition transition : next) {
                taken.add(transition.step());
                claims(StepProperty.class, claim -> !claim.holds().test(transition), depth + 1);
                visit(transition.stateAfter(), depth + 1);
            }
        }
    }

    private void visit(State state, int depth) {
        if (depths.putIfAbsent(state, depth) != null) {
            return;
        }
        queue.add(state);
        levels = depth + 1;
        claims(Invariant.class, claim -> !claim.holds().test(state), depth);
        claims(Sometimes.class, claim -> claim.happens().test(state), depth);
        for (Property property : properties) {
            if (property instanceof Invariant invariant && invariant.premise().exists(premise -> premise.test(state))) {
                premiseMet.put(property, true);
            }
        }
    }

    private <P extends Property> void claims(Class<P> kind, Predicate<P> shown, int depth) {
        for (Property property : properties) {
            if (kind.isInstance(property) && !shortest.containsKey(property) && shown.test(kind.cast(property))) {
                shortest.put(property, depth);
            }
        }
    }

    /** Whether every reachable state was seen, and every step taken from it. */
    public boolean isComplete() {
        return queue.isEmpty();
    }

    /** Distinct reachable states. */
    public long states() {
        return depths.size();
    }

    /** Action instances over all reachable states. */
    public long transitions() {
        return transitions;
    }

    /** Breadth-first levels, the initial states being level 1. */
    public int levels() {
        return levels;
    }

    /** The fewest steps to a violation (for a sometimes: to a witness); -1 if none was met. */
    public int shortest(Property property) {
        return shortest.getOrDefault(property, -1);
    }

    /** Whether some reachable state meets the premise. */
    public boolean premiseMet(Invariant invariant) {
        return premiseMet.getOrDefault(invariant, false);
    }

    /** The steps that can be taken in some reachable state. */
    public Set<Step> taken() {
        return taken;
    }

    /** All reachable states with their depths. */
    public Map<State, Integer> depths() {
        return depths;
    }

    /** All transitions from {@code state}, in the order of the model. */
    public static List<? extends Transition> from(State state) {
        List<NaiveTransition> next = new ArrayList<>();
        for (Step step : state.model().steps()) {
            next.addAll(NaiveTransition.all(state, step));
        }
        return next;
    }

    /** What {@code transition} of {@link #from} leads to. */
    public static State after(Transition transition) {
        View after = transition.after();
        return (State) after;
    }
}
