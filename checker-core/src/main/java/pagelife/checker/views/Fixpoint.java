package pagelife.checker.views;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
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
    /** So much is kept of what is found again when it is asked for. */
    private static final int MOST_KEPT = 500_000;

    private final Kit.Set kits;
    private final Ids<List<Object>> shared = new Ids<>();
    private final Owns owns;
    private final Crowd crowd;
    private final boolean crowded;
    /** For what is common, with nobody in sight, what members were seen to hold beside it. */
    private final Map<Integer, Set<Integer>> beside = new HashMap<>();

    private final Map<Sight, Origin> origins = new HashMap<>();
    private final Map<Sight, Integer> skeletons = new HashMap<>();
    /** What is seen of scenes, by all that matters of them. */
    private final Map<List<Object>, Sight> sights = new HashMap<>();

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
        this.crowd = new Crowd(kits);
        this.crowded = kits.first().shape().isCrowded();
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

    /** The states that a configuration stands for: one, or samples where a count is large or some are out of sight. */
    List<State> states(Sight configuration) {
        return states(configuration, crowded ? Lineup.usual(crowd, common(configuration)) : Lineup.NONE);
    }

    /** All states that it stands for: those together that differ only in how many stand for each out of sight. */
    List<List<State>> alike(Sight configuration) {
        List<Object> common = common(configuration);
        List<Lineup> lineups = new ArrayList<>(crowded ? Lineup.usual(crowd, common) : Lineup.NONE);
        lineups.addAll(crowded ? Lineup.further(crowd, common) : List.of());
        return kit(configuration).counts().samples(common).stream()
                .map(sample -> states(configuration, List.of(sample), lineups))
                .filter(states -> !states.isEmpty())
                .toList();
    }

    /** Further states that it stands for, which must be like those. */
    List<State> moreStates(Sight configuration) {
        return crowded ? states(configuration, Lineup.further(crowd, common(configuration))) : List.of();
    }

    /** States with far larger counts that it stands for, which break no claim that those do not. */
    List<State> farStates(Sight configuration) {
        List<Object> common = common(configuration);
        return states(
                configuration,
                kit(configuration).counts().far(common),
                crowded ? Lineup.usual(crowd, common) : Lineup.NONE);
    }

    private List<State> states(Sight configuration, List<Lineup> lineups) {
        return states(configuration, kit(configuration).counts().samples(common(configuration)), lineups);
    }

    private List<State> states(Sight configuration, List<List<Object>> samples, List<Lineup> lineups) {
        List<State> states = new ArrayList<>();
        Kit kit = kit(configuration);
        Seq<Conserved<?>> conserved = kit.shape().instance().conserved();
        for (List<Object> sample : samples) {
            for (Lineup lineup : lineups) {
                List<Object> named = crowded ? kit.named(crowd, sample, lineup::times) : sample;
                State state = kit.shape().state(named, members(configuration));
                conserved.forEach(one -> requireTold(one, state));
                if (conserved.forAll(one -> one.unowned(state) >= 0)) {
                    states.add(state);
                }
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
            add(scene(shape, initial), new Origin(null, ""));
        }
    }

    /**
     * What is common, and members with what they hold.
     *
     * @param common what is common
     * @param names how each member is called there
     * @param owns the number of what each holds
     */
    private record Scene(List<Object> common, List<String> names, List<Integer> owns) {
        Scene without(int place) {
            List<String> fewer = new ArrayList<>(names);
            List<Integer> others = new ArrayList<>(owns);
            fewer.remove(place);
            others.remove(place);
            return new Scene(common, fewer, others);
        }

        Scene of(int... chosen) {
            return new Scene(
                    common,
                    IntStream.of(chosen).mapToObj(names::get).toList(),
                    IntStream.of(chosen).mapToObj(owns::get).toList());
        }

        Scene after(List<Object> shared, int member, int holds) {
            List<Integer> held = new ArrayList<>(owns);
            if (member >= 0) {
                held.set(member, holds);
            }
            return new Scene(shared, names, held);
        }
    }

    private Scene scene(Shape shape, State state) {
        crowd.know(shape);
        List<Integer> held = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int member = 0; member < shape.members(); member++) {
            names.add(shape.name(member));
            held.add(number(shape, member, shape.plain(shape.own(state, member), member)));
        }
        return new Scene(shape.common(state), names, held);
    }

    private int number(Shape shape, int member, List<Object> own) {
        if (!crowded && owns.isNew(shape.kind(member), own) && shape.names(own)) {
            throw new Named();
        }
        return owns.of(shape.kind(member), own);
    }

    /** What is seen of a scene with all its members in sight. */
    private Sight sight(Scene scene) {
        if (!crowded) {
            return new Sight(plain(scene), group(scene));
        }
        if (sights.size() > MOST_KEPT) {
            sights.clear();
        }
        return sights.computeIfAbsent(
                List.of(scene.common(), scene.names(), scene.owns()), key -> new Sight(seen(scene), group(scene)));
    }

    private int seen(Scene scene) {
        int least = Integer.MAX_VALUE;
        for (List<Integer> order : orders(scene.owns())) {
            Map<String, Integer> places = new HashMap<>();
            order.forEach(member -> places.put(scene.names().get(member), places.size()));
            List<Object> seen = crowd.of(scene.common(), places);
            least = Math.min(least, shared.of(counts().cut(seen)));
        }
        return least;
    }

    private static Group group(Scene scene) {
        return Group.of(scene.owns().stream().mapToInt(one -> one).toArray());
    }

    private int plain(Scene scene) {
        List<Object> common = counts().cut(scene.common());
        if (shared.isNew(common) && crowd.isNamed(common)) {
            throw new Named();
        }
        return shared.of(common);
    }

    /** All orders of members in which what they hold ascends. */
    private static List<List<Integer>> orders(List<Integer> owns) {
        List<List<Integer>> orders = List.of(List.of());
        for (int place = 0; place < owns.size(); place++) {
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> order : orders) {
                int least = IntStream.range(0, owns.size())
                        .filter(member -> !order.contains(member))
                        .map(owns::get)
                        .min()
                        .getAsInt();
                IntStream.range(0, owns.size())
                        .filter(member -> !order.contains(member) && owns.get(member) == least)
                        .forEach(member -> {
                            List<Integer> next = new ArrayList<>(order);
                            next.add(member);
                            longer.add(next);
                        });
            }
            orders = longer;
        }
        return orders;
    }

    private Sight without(Sight sight, int place) {
        return crowded
                ? sight(scene(sight).without(place))
                : new Sight(sight.shared(), sight.group().without(place));
    }

    /** What is common, with nobody in sight. */
    private int skeleton(Sight sight) {
        return crowded
                ? skeletons.computeIfAbsent(sight, key -> sight(scene(key).of()).shared())
                : sight.shared();
    }

    /** A view as a scene. */
    private Scene scene(Sight sight) {
        List<Integer> held = IntStream.range(0, sight.group().size())
                .mapToObj(sight.group()::get)
                .toList();
        List<String> names = IntStream.range(0, held.size())
                .mapToObj(place -> Crowd.at(place, Owns.kind(held.get(place))))
                .toList();
        return new Scene(
                crowd.renamed(common(sight), text -> Crowd.isSeen(text) ? names.get(Crowd.place(text)) : text),
                names,
                held);
    }

    /** Adds the views of a scene, all that are new; where members are named, says which they are. */
    private Set<Sight> add(Scene all, Origin origin) {
        Set<Sight> seen = new HashSet<>();
        int common = crowded ? -1 : plain(all);
        for (int left = 0; left < all.owns().size(); left++) {
            Sight sight = crowded
                    ? sight(all.without(left))
                    : new Sight(common, group(all).without(left));
            if (origins.putIfAbsent(sight, origin) == null) {
                Set<Integer> held = beside.computeIfAbsent(skeleton(sight), key -> new LinkedHashSet<>());
                IntStream.range(0, sight.group().size())
                        .forEach(i -> held.add(sight.group().get(i)));
                fresh.add(sight);
            }
            if (crowded) {
                seen.add(sight);
            }
        }
        return seen;
    }

    /** Every configuration of a new view and one more member all of whose views are known. */
    private void extend(Sight view) {
        for (int other : List.copyOf(beside.get(skeleton(view)))) {
            if (!crowded) {
                extend(view, other);
                continue;
            }
            for (Scene larger : joined(scene(view), other)) {
                Sight configuration = sight(larger);
                if (!configurations.contains(configuration) && isKnown(larger)) {
                    configurations.add(configuration);
                    explore(configuration, view);
                }
            }
        }
    }

    private void extend(Sight view, int other) {
        Group larger = view.group().with(other);
        Sight configuration = new Sight(view.shared(), larger);
        boolean all = IntStream.range(0, larger.size())
                .allMatch(i -> origins.containsKey(new Sight(view.shared(), larger.without(i))));
        if (all && configurations.add(configuration)) {
            explore(configuration, view);
        }
    }

    private boolean isKnown(Scene scene) {
        return IntStream.range(0, scene.owns().size()).allMatch(i -> origins.containsKey(sight(scene.without(i))));
    }

    /**
     * A view with one more in sight, who holds this: it may be one that is named, or one of those that stand alike
     * there, before, behind or between the others.
     */
    private List<Scene> joined(Scene view, int other) {
        String name = Crowd.at(view.owns().size(), Owns.kind(other));
        List<Scene> scenes = new ArrayList<>();
        scenes.add(with(view, view.common(), name, other));
        for (Crowd.Stranger stranger : crowd.strangers(view.common())) {
            if (crowd.kind(stranger.name()) == Owns.kind(other)) {
                for (List<String> row : stranger.rows(name)) {
                    List<Object> common =
                            crowd.spread(view.common(), text -> text.equals(stranger.name()) ? row : List.of(text));
                    scenes.add(with(view, common, name, other));
                }
            }
        }
        return scenes;
    }

    private static Scene with(Scene view, List<Object> common, String name, int other) {
        List<String> names = new ArrayList<>(view.names());
        List<Integer> held = new ArrayList<>(view.owns());
        names.add(name);
        held.add(other);
        return new Scene(common, names, held);
    }

    private void explore(Sight configuration, Sight from) {
        Set<Sight> after = new HashSet<>();
        for (State state : states(configuration)) {
            step(configuration, state, (scene, step) -> after.addAll(add(scene, new Origin(from, step))));
        }
        for (State state : moreStates(configuration)) {
            step(configuration, state, (scene, step) -> requireSeen(after, scene, step, state));
        }
    }

    private void requireSeen(Set<Sight> after, Scene scene, String step, State state) {
        for (int left = 0; left < scene.owns().size(); left++) {
            if (!after.contains(sight(scene.without(left)))) {
                throw new Refused("step " + step + " tells apart how many tasks stand side by side, in " + state);
            }
        }
    }

    /** Every step from a state. */
    private void step(Sight configuration, State state, BiConsumer<Scene, String> each) {
        Kit kit = kit(configuration);
        Scene before = scene(kit.shape(), state);
        for (Steps.Outcome outcome : kit.steps().ofOthers(state)) {
            step(before, outcome, -1, 0, each);
        }
        for (int member = 0; member < before.owns().size(); member++) {
            for (Steps.Outcome outcome : kit.steps().ofMember(state, member)) {
                step(before, outcome, member, outcome.fails() ? 0 : number(kit.shape(), member, outcome.own()), each);
            }
        }
    }

    private static void step(
            Scene before, Steps.Outcome outcome, int member, int holds, BiConsumer<Scene, String> each) {
        if (!outcome.fails()) {
            each.accept(before.after(outcome.shared(), member, holds), outcome.step());
        }
    }

    /** Whether every view of a state of any number of members is known. */
    boolean covers(Shape larger, State state) {
        Scene all = scene(larger, state);
        return subsets(all.owns().size(), members() - 1).allMatch(chosen -> origins.containsKey(sight(all.of(chosen))));
    }

    /**
     * The states in which a view shows of a state of more members what these see, counts as they are; empty where it is
     * none that could be shown.
     */
    List<State> shown(Shape larger, State state, int... chosen) {
        Scene all = scene(larger, state)
                .of(IntStream.of(chosen)
                        .boxed()
                        .sorted(Comparator.comparing(larger::kind))
                        .mapToInt(one -> one)
                        .toArray());
        Kit kit = kits.of(IntStream.of(chosen).map(larger::kind));
        List<List<Object>> held = all.owns().stream().map(owns::value).toList();
        if (!crowded) {
            return List.of(kit.shape().state(all.common(), held));
        }
        Map<String, Integer> places = new HashMap<>();
        all.names().forEach(name -> places.put(name, places.size()));
        List<Object> seen = crowd.of(all.common(), places);
        return Lineup.usual(crowd, seen).stream()
                .map(lineup -> kit.shape().state(kit.named(crowd, seen, lineup::times), held))
                .toList();
    }

    /** Who knows the names of members. */
    Crowd crowd() {
        return crowd;
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
                .mapToObj(i -> without(configuration, i))
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
