package pagelife.checker.views;

import io.vavr.Lazy;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import pagelife.checker.model.Control;
import pagelife.checker.model.State;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.Property;

/**
 * Tries what is assumed of claims and of conserved quantities on states of more members that are made up of what was
 * seen: common values of one configuration, some of another, any members, and counts that say what is owned. Most of
 * them are reached by nobody, so that they break claims.
 */
final class Trial {
    /** So many states are made up. */
    static final int STATES = 10_000;

    /** Of so many of them it is tried whether shares add up. */
    static final int SUMS = 1_000;

    /** So many cells may have values of other configurations, and counts differ by so much from what is owned. */
    private static final int MOST_STRANGE = 5;

    private static final int STRANGE_COUNTS = 5;
    private static final int LEAST_COUNT = 3;

    /** In one of so many all tasks have ended: there are claims about that alone. */
    private static final int ALL_ENDED = 8;

    private static final long SEED = 2013;

    private final BooleanSupplier stopped;
    private final Fixpoint found;
    private final int most;
    private final List<Sight> configurations;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Map<String, Tried> tried = new HashMap<>();

    /**
     * What came out for a claim.
     *
     * @param broken how many of the states break it
     * @param missed for each mode how many of these no view shows
     */
    record Tried(int broken, Map<Mode, Integer> missed) {}

    /**
     * Nothing tried yet.
     *
     * @param most how many states are made up of each larger instance
     */
    Trial(Fixpoint found, int most, BooleanSupplier stopped) {
        this.stopped = stopped;
        this.found = found;
        this.most = most;
        this.configurations = new ArrayList<>(found.seen());
    }

    /** How a claim fared. */
    Tried tried(Property claim) {
        return tried.getOrDefault(claim.name(), new Tried(0, Map.of()));
    }

    /**
     * Tries claims of these names on states of a larger instance.
     *
     * @throws Refused where what a group owns is not the sum of what its members do
     */
    void run(Shape larger, Seq<String> names) {
        Judge judge = new Judge(larger);
        Seq<Invariant> claims = invariants(larger.instance()).filter(claim -> names.contains(claim.name()));
        for (int n = 0; n < most && !configurations.isEmpty() && !stopped.getAsBoolean(); n++) {
            Option<State> state = made(larger).flatMap(one -> judge.leaving(one, imbalance(larger)));
            if (state.isDefined()) {
                if (n < SUMS) {
                    requireSum(larger, state.get());
                }
                Seq<Integer> unowned = judge.unowned(state.get());
                Lazy<List<Shown>> shown = Lazy.of(() -> shown(larger, state.get(), unowned));
                claims.forEach(claim -> attempt(shown, claim, state.get()));
            }
        }
    }

    /**
     * What some of the members show of a state.
     *
     * @param kit what is at hand for so many
     * @param modes what is judged of it in each mode
     */
    private record Shown(Kit kit, Map<Mode, State> modes) {}

    /** What members show of a state, as many as are in sight, whichever they are. */
    private List<Shown> shown(Shape larger, State state, Seq<Integer> unowned) {
        List<Shown> all = new ArrayList<>();
        Fixpoint.subsets(larger.members(), found.members()).forEach(chosen -> {
            Kit kit = found.kits().of(IntStream.of(chosen).map(larger::kind));
            found.shown(larger, state, chosen)
                    .forEach(one -> all.add(new Shown(kit, kit.judge().seen(one, unowned))));
        });
        return all;
    }

    private static Seq<Invariant> invariants(Instance instance) {
        return instance.claims().filter(Invariant.class::isInstance).map(Invariant.class::cast);
    }

    private <T> T any(List<T> among) {
        return among.get(random.nextInt(among.size()));
    }

    /**
     * How much more is counted than owned: the same in sight as of all. No state that is reached has any; but what is
     * assumed of a claim is tried on more states that break it.
     */
    private Seq<Integer> imbalance(Shape larger) {
        return larger.instance().conserved().map(one -> random.nextInt(STRANGE_COUNTS) - LEAST_COUNT);
    }

    /** A state that is made up; empty where more are named than there are names for. */
    private Option<State> made(Shape larger) {
        Sight from = any(configurations);
        List<Object> shared = new ArrayList<>(found.common(from));
        for (int strange = random.nextInt(MOST_STRANGE); strange > 0; strange--) {
            int place = random.nextInt(shared.size());
            shared.set(place, found.common(any(configurations)).get(place));
        }
        boolean ended = random.nextInt(ALL_ENDED) == 0;
        if (ended) {
            larger.controls().forEach(place -> shared.set(place, Control.finished()));
        }
        List<List<Object>> members = new ArrayList<>();
        for (int m = 0; m < larger.members(); m++) {
            int kind = larger.kind(m);
            List<List<Object>> near = among(found.members(from, kind), ended);
            members.add(
                    !near.isEmpty() && random.nextBoolean()
                            ? any(near)
                            : any(among(found.owns().all(kind), ended)));
        }
        return larger.isCrowded()
                ? named(larger, shared).map(common -> larger.state(common, members))
                : Option.some(larger.state(shared, members));
    }

    /** What members can hold; if there is such, only what they hold at the end. */
    private static List<List<Object>> among(List<List<Object>> held, boolean ended) {
        List<List<Object>> last =
                held.stream().filter(own -> own.contains(Control.finished())).toList();
        return ended && !last.isEmpty() ? last : held;
    }

    /** The values with members called by names that they have, now this one and now that, or those out of sight. */
    private Option<List<Object>> named(Shape larger, List<Object> shared) {
        Map<String, String> names = new HashMap<>();
        Set<String> used = new HashSet<>();
        for (String name : found.crowd().all(shared)) {
            List<String> free = free(larger, found.crowd().kind(name), used);
            if (free.isEmpty()) {
                return Option.none();
            }
            names.put(name, any(free));
            used.add(names.get(name));
        }
        return Option.some(found.crowd().renamed(shared, text -> names.getOrDefault(text, text)));
    }

    /** The names of members of a kind, or of any, that are not used; where all are, those of others out of sight. */
    private static List<String> free(Shape larger, int kind, Set<String> used) {
        List<String> members = IntStream.range(0, larger.members())
                .filter(member -> kind < 0 || larger.kind(member) == kind)
                .mapToObj(larger::name)
                .filter(name -> !used.contains(name))
                .toList();
        return members.isEmpty()
                ? larger.spareNames(Math.max(kind, 0)).reject(used::contains).asJava()
                : members;
    }

    /** What all own is what they own one by one. */
    private void requireSum(Shape larger, State state) {
        List<List<Object>> members = members(larger, state);
        List<List<Object>> idle = IntStream.range(0, larger.members())
                .mapToObj(member -> found.owns().all(larger.kind(member)).get(0))
                .toList();
        State none = larger.state(larger.common(state), idle);
        for (Conserved<?> one : larger.instance().conserved()) {
            int sum = 0;
            for (int m = 0; m < members.size(); m++) {
                List<List<Object>> alone = new ArrayList<>(idle);
                alone.set(m, members.get(m));
                int own = owned(one, larger.state(larger.common(state), alone)) - owned(one, none);
                if (own < 0) {
                    throw new Refused("a member owns " + own + " of " + one.name());
                }
                sum += own;
            }
            if (sum != owned(one, state) - owned(one, none)) {
                throw new Refused("what the members own of " + one.name() + " is not the sum of what each does");
            }
        }
    }

    private static int owned(Conserved<?> one, State state) {
        return one.counted(state) - one.unowned(state);
    }

    private static List<List<Object>> members(Shape larger, State state) {
        return IntStream.range(0, larger.members())
                .mapToObj(member -> larger.plain(larger.own(state, member), member))
                .toList();
    }

    private void attempt(Lazy<List<Shown>> shown, Invariant claim, State state) {
        try {
            if (claim.holds().test(state)) {
                return;
            }
            Map<Mode, Integer> missed = new EnumMap<>(Mode.class);
            Tried before = tried(claim);
            for (Mode mode : Mode.JUDGED) {
                int more = isSeen(shown.get(), claim.name(), mode) ? 0 : 1;
                missed.put(mode, before.missed().getOrDefault(mode, 0) + more);
            }
            tried.put(claim.name(), new Tried(before.broken() + 1, missed));
        } catch (RuntimeException e) {
            // a state that nobody reaches may be one that the model's code makes no sense of
        }
    }

    /** Whether some of the members, as many as are in sight, show that the claim is broken. */
    private static boolean isSeen(List<Shown> shown, String claim, Mode mode) {
        return shown.stream().anyMatch(one -> {
            State seen = one.modes().get(mode);
            Invariant alike = (Invariant) one.kit().shape().instance().claim(claim);
            return seen != null && !alike.holds().test(seen);
        });
    }
}
