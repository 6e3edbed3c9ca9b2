package pagelife.checker.views;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import pagelife.checker.model.State;

/**
 * All views of {@code k} members that any number of them can have: from every configuration of {@code k + 1} whose views
 * are known, all steps are taken by the model's own code, and the views of what comes are added, until nothing is new.
 * After Abdulla, Haziza, Holik, "All for the Price of Few", VMCAI 2013; the conserved quantities drop configurations in
 * which those in sight hold more than is counted.
 */
final class Fixpoint {
    private final Kit.Set kits;
    private final Ids<List<Object>> shared = new Ids<>();
    private final Owns owns;
    private final Map<Integer, Set<Group>> views = new HashMap<>();
    private final Map<Sight, Origin> origins = new HashMap<>();
    private final Set<Sight> configurations = new LinkedHashSet<>();
    private final Deque<Sight> fresh = new ArrayDeque<>();

    /** Where a view was first seen: the view before, and the step. */
    private record Origin(Sight before, String step) {}

    /**
     * Nothing found yet.
     *
     * @param kits what is at hand for configurations, each with at least two members
     */
    Fixpoint(Kit.Set kits) {
        this.kits = kits;
        this.owns = new Owns(kits.kinds());
        if (kits.first().shape().members() < 2) {
            throw new IllegalArgumentException("an instance for views has at least two members");
        }
    }

    /** What is at hand for a configuration. */
    Kit kit(Sight configuration) {
        Group group = configuration.group();
        return kits.of(IntStream.range(0, group.size()).map(group::get).map(Owns::kind));
    }

    Kit.Set kits() {
        return kits;
    }

    int views() {
        return origins.size();
    }

    int configurations() {
        return configurations.size();
    }

    Set<Sight> seen() {
        return configurations;
    }

    Counts counts() {
        return kits.first().counts();
    }

    /** How many members are in a configuration. */
    int members() {
        return kits.first().shape().members();
    }

    List<Object> common(Sight sight) {
        return shared.value(sight.shared());
    }

    /** What the members in sight hold in their own cells. */
    List<List<Object>> members(Sight sight) {
        return IntStream.range(0, sight.group().size())
                .mapToObj(i -> owns.value(sight.group().get(i)))
                .toList();
    }

    /** What the members of a kind in sight hold in their own cells. */
    List<List<Object>> members(Sight sight, int kind) {
        return IntStream.range(0, sight.group().size())
                .map(i -> sight.group().get(i))
                .filter(number -> Owns.kind(number) == kind)
                .mapToObj(owns::value)
                .toList();
    }

    /** What members can hold. */
    Owns owns() {
        return owns;
    }

    /** The states that a configuration stands for: one, or samples where a count is large. */
    List<State> states(Sight configuration) {
        List<State> states = new ArrayList<>();
        Kit kit = kit(configuration);
        Seq<Conserved<?>> conserved = kit.shape().instance().conserved();
        for (List<Object> sample : kit.counts().samples(common(configuration))) {
            State state = kit.shape().state(sample, members(configuration));
            conserved.forEach(one -> requireTold(one, state));
            if (conserved.forAll(one -> one.unowned(state) >= 0)) {
                states.add(state);
            }
        }
        return states;
    }

    /** Those in sight hold less than from where on counts are alike, or a large count might be dropped. */
    private void requireTold(Conserved<?> one, State state) {
        int owned = one.counted(state) - one.unowned(state);
        if (owned > counts().bound()) {
            throw new Refused("those in sight hold " + owned + " of " + one.name()
                    + ", and counts are told apart below " + counts().bound() + " only");
        }
    }

    /**
     * Finds them all.
     *
     * @param mostConfigurations gives up beyond that
     * @param stopped asked now and then
     * @return whether there are no more
     * @throws Refused where a premise does not hold
     */
    boolean run(int mostConfigurations, BooleanSupplier stopped) {
        kits.all().map(Kit::shape).forEach(this::start);
        while (!fresh.isEmpty()) {
            if (configurations.size() > mostConfigurations || stopped.getAsBoolean()) {
                return false;
            }
            extend(fresh.remove());
        }
        return true;
    }

    private void start(Shape shape) {
        for (State initial : shape.instance().model().initialStates()) {
            for (Conserved<?> one : shape.instance().conserved()) {
                if (one.unowned(initial) != 0) {
                    throw new Refused(one.name() + " does not count what its owners hold, from the start");
                }
            }
            add(shape.common(initial), group(shape, initial), new Origin(null, ""));
        }
    }

    /** The views of a configuration, all that are new. */
    private void add(List<Object> after, Group all, Origin origin) {
        int common = shared.of(counts().cut(after));
        for (int left = 0; left < all.size(); left++) {
            Group group = all.without(left);
            if (views.computeIfAbsent(common, key -> new LinkedHashSet<>()).add(group)) {
                Sight sight = new Sight(common, group);
                origins.put(sight, origin);
                fresh.add(sight);
            }
        }
    }

    private Group group(Shape shape, State state) {
        return Group.of(numbers(shape, state));
    }

    private int[] numbers(Shape shape, State state) {
        return IntStream.range(0, shape.members())
                .map(member -> owns.of(shape.kind(member), shape.own(state, member)))
                .toArray();
    }

    /** Every configuration of a new view and one more member all of whose views are known. */
    private void extend(Sight view) {
        Set<Group> known = views.get(view.shared());
        Set<Integer> others = new LinkedHashSet<>();
        for (Group group : known) {
            for (int i = 0; i < group.size(); i++) {
                others.add(group.get(i));
            }
        }
        for (int other : others) {
            Group larger = view.group().with(other);
            boolean all = IntStream.range(0, larger.size()).allMatch(i -> known.contains(larger.without(i)));
            Sight configuration = new Sight(view.shared(), larger);
            if (all && configurations.add(configuration)) {
                explore(configuration, view);
            }
        }
    }

    private void explore(Sight configuration, Sight from) {
        Steps steps = kit(configuration).steps();
        for (State state : states(configuration)) {
            Group group = configuration.group();
            for (Steps.Outcome outcome : steps.ofOthers(state)) {
                add(outcome.shared(), group, new Origin(from, outcome.step()));
            }
            for (int member = 0; member < group.size(); member++) {
                for (Steps.Outcome outcome : steps.ofMember(state, member)) {
                    Group after = group.without(member).with(owns.of(Owns.kind(group.get(member)), outcome.own()));
                    add(outcome.shared(), after, new Origin(from, outcome.step()));
                }
            }
        }
    }

    /** Whether every view of a state of any number of members is known. */
    boolean covers(Shape larger, State state) {
        int common = shared.of(counts().cut(larger.common(state)));
        int[] all = numbers(larger, state);
        Set<Group> known = views.getOrDefault(common, Set.of());
        return subsets(all.length, members() - 1)
                .allMatch(chosen -> known.contains(
                        Group.of(IntStream.of(chosen).map(i -> all[i]).toArray())));
    }

    /** All ways to choose so many of so many, each in ascending order. */
    static java.util.stream.Stream<int[]> subsets(int of, int size) {
        return IntStream.range(0, 1 << of)
                .filter(bits -> Integer.bitCount(bits) == size)
                .mapToObj(bits ->
                        IntStream.range(0, of).filter(i -> (bits >> i & 1) != 0).toArray());
    }

    /** The steps by which a configuration came to be seen, the first one first. */
    Seq<String> story(Sight configuration) {
        Sight view = IntStream.range(0, configuration.group().size())
                .mapToObj(i ->
                        new Sight(configuration.shared(), configuration.group().without(i)))
                .filter(origins::containsKey)
                .findFirst()
                .get();
        Vector<String> steps = Vector.empty();
        Set<Sight> told = new HashSet<>();
        while (view != null && told.add(view)) {
            Origin origin = origins.get(view);
            steps = origin.step().isEmpty() ? steps : steps.prepend(origin.step());
            view = origin.before();
        }
        return steps;
    }
}
