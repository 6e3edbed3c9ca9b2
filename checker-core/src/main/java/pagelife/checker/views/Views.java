package pagelife.checker.views;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.IntFunction;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.Property;
import pagelife.checker.property.StepProperty;

/**
 * Proves claims for any number of members of a sort, from {@link Instance}s with a few of them: with views of one
 * member, then of two, and so on, until every claim is proved or the effort is spent.
 */
public final class Views {
    /** Instances with so many members more than are in sight are compared, and the largest is tried. */
    private static final int MORE = 3;

    /** So much above what is counted at the start counts are told apart, and one more for each member in sight. */
    private static final int ABOVE_START = 4;

    /** Of a claim that fewer of the states break that are made up nothing is known. */
    private static final int LEAST_TRIED = 10;

    private final Function<Seq<Integer>, Instance> family;
    private final int kinds;
    private final int mostMembers;
    private final int mostConfigurations;
    private final BooleanSupplier stopped;
    /** So many of each kind are out of sight and have names: none before it is seen that members are named. */
    private int others;

    /**
     * A proof to be found.
     *
     * @param family the instance of so many members; all are of the same protocol
     * @param mostMembers views show so many members at most
     * @param mostConfigurations how many configurations may be looked at, for each number in sight
     * @param stopped asked now and then; once true, what is known is all that there is
     */
    public Views(IntFunction<Instance> family, int mostMembers, int mostConfigurations, BooleanSupplier stopped) {
        this(way -> family.apply(way.head()), 1, mostMembers, mostConfigurations, stopped);
    }

    /**
     * The same for members of several kinds.
     *
     * @param family the instance with so many members of each kind; all are of the same protocol
     * @param kinds how many kinds there are
     */
    public Views(
            Function<Seq<Integer>, Instance> family,
            int kinds,
            int mostMembers,
            int mostConfigurations,
            BooleanSupplier stopped) {
        this.family = family;
        this.kinds = kinds;
        this.mostMembers = mostMembers;
        this.mostConfigurations = mostConfigurations;
        this.stopped = stopped;
    }

    /** Finds what can be proved. */
    public Outlook run() {
        Outlook best = attempt(1);
        for (int members = 2; members <= mostMembers && best.mayGrow() && !stopped.getAsBoolean(); members++) {
            best = best.and(attempt(members));
        }
        return best;
    }

    /**
     * What instances with so many members in sight and one to so many more reach, by their own steps.
     *
     * @param states the states that were reached
     * @param missing those of them with a view that is none of those found; a proof would be wrong
     */
    public record Coverage(long states, long missing) {}

    /**
     * Looks whether every view of each state that larger instances reach is known. Nothing else is as good at finding a
     * mistake of ours.
     *
     * @param members how many members a view shows
     * @param more how many members more the largest instance has
     * @param mostStates so many states of each instance are looked at, those with the shortest runs first
     */
    public Coverage audit(int members, int more, int mostStates) {
        try {
            return audited(members, more, mostStates);
        } catch (Named e) {
            others = Lineup.NAMES;
            return audited(members, more, mostStates);
        }
    }

    private Coverage audited(int members, int more, int mostStates) {
        Fixpoint fixpoint = fixpoint(members);
        if (!fixpoint.run(mostConfigurations, stopped)) {
            throw new IllegalStateException("there are more views than could be looked at: allow more configurations");
        }
        long states = 0;
        long missing = 0;
        for (int n = members + 1; n <= members + more; n++) {
            for (Seq<Integer> way : Kit.ways(kinds, n)) {
                Shape larger = new Shape(family.apply(way));
                for (State state : reachable(larger, mostStates)) {
                    states++;
                    missing += fixpoint.covers(larger, state) ? 0 : 1;
                }
            }
        }
        return new Coverage(states, missing);
    }

    private static Set<State> reachable(Shape shape, int most) {
        Set<State> reached = new LinkedHashSet<>();
        Deque<State> fresh = new ArrayDeque<>();
        shape.instance().model().initialStates().forEach(fresh::add);
        while (!fresh.isEmpty() && reached.size() < most) {
            State state = fresh.remove();
            if (reached.add(state)) {
                Move.in(state)
                        .reject(move ->
                                shape.instance().idle().contains(move.step().actor()))
                        .forEach(move -> fresh.add(move.to()));
            }
        }
        return reached;
    }

    private Fixpoint fixpoint(int members) {
        return new Fixpoint(new Kit.Set(this::shape, kinds, members + 1, shape -> bound(shape, members)));
    }

    private Shape shape(Seq<Integer> way) {
        return others == 0
                ? new Shape(family.apply(way))
                : new Shape(family.apply(way.map(some -> some + others)).sparing(others), true);
    }

    private Outlook attempt(int members) {
        try {
            return attempted(members);
        } catch (Named e) {
            others = Lineup.NAMES;
            return attempted(members);
        }
    }

    private Outlook attempted(int members) {
        Fixpoint fixpoint = fixpoint(members);
        try {
            requireUniform(fixpoint, members);
            if (!fixpoint.run(mostConfigurations, stopped)) {
                return outlook(members, fixpoint, false, "there are more views than could be looked at");
            }
            Seq<Answer> answers = answers(fixpoint, members);
            return stopped.getAsBoolean()
                    ? outlook(members, fixpoint, false, "the time was up before all that is assumed was tried")
                    : outlook(members, fixpoint, true, "").with(answers);
        } catch (Refused e) {
            return outlook(members, fixpoint, false, e.getMessage());
        }
    }

    private static int bound(Shape shape, int members) {
        int most = shape.instance()
                .conserved()
                .map(one -> one.counted(shape.instance().model().initialStates().head()))
                .max()
                .getOrElse(0);
        return most + ABOVE_START + members;
    }

    private void requireUniform(Fixpoint fixpoint, int members) {
        Shape shape = fixpoint.kits().first().shape();
        for (Conserved<?> one : shape.instance().conserved()) {
            if (shape.place(one).isEmpty()) {
                throw new Refused(one.name() + " is counted in a cell of a member");
            }
        }
        for (int more = members + 1; more <= members + MORE; more++) {
            for (Seq<Integer> way : Kit.ways(kinds, more)) {
                shape.differs(shape(way)).forEach(why -> {
                    throw new Refused(why);
                });
            }
        }
    }

    private Outlook outlook(int members, Fixpoint fixpoint, boolean closed, String why) {
        Instance instance = fixpoint.kits().first().shape().instance();
        return new Outlook(
                members,
                fixpoint.counts().bound(),
                fixpoint.views(),
                fixpoint.configurations(),
                closed,
                why,
                others > 0,
                instance.conserved().map(Conserved::name),
                instance.claims()
                        .filter(Judge::canJudge)
                        .map(claim -> new Answer(claim, Option.none(), Option.none(), why)));
    }

    private Seq<Answer> answers(Fixpoint fixpoint, int members) {
        Seq<Property> claims = fixpoint.kits()
                .first()
                .shape()
                .instance()
                .claims()
                .filter(Judge::canJudge)
                .toVector();
        Map<Property, Seen> seen = seen(fixpoint, claims);
        Seq<Property> open = claims.reject(claim -> seen.get(claim).isProved());
        Seq<Seq<Integer>> ways = Kit.ways(kinds, members + MORE);
        Trial trial = new Trial(fixpoint, Trial.STATES / ways.size(), stopped);
        ways.forEach(way -> trial.run(shape(way), open.map(Property::name)));
        return claims.map(claim -> open.contains(claim)
                ? answer(claim, trial.tried(claim), seen.get(claim), members)
                : new Answer(claim, Option.some(new Answer.Proof(members, mode(claim), 0)), Option.none(), ""));
    }

    /** How a claim is judged that looks at no member. */
    private static Mode mode(Property claim) {
        return claim instanceof NoDeadlock ? Mode.STUCK : Mode.LOCAL;
    }

    private static Answer answer(Property claim, Trial.Tried tried, Seen seen, int members) {
        if (seen.isLocal()) {
            return new Answer(claim, Option.none(), seen.resists(), "");
        }
        if (claim instanceof NoDeadlock) {
            return new Answer(
                    claim,
                    Option.none(),
                    Option.none(),
                    "which deadlocks it allows it finds out at the tasks of the sort");
        }
        if (claim instanceof StepProperty) {
            return new Answer(
                    claim, Option.none(), Option.none(), "it looks at other tasks than the one that takes the step");
        }
        if (tried.broken() < LEAST_TRIED) {
            return new Answer(
                    claim,
                    Option.none(),
                    Option.none(),
                    "hardly any state that was made up breaks it: it is not known how many tasks that takes");
        }
        Seq<Mode> valid = Mode.JUDGED.filter(mode -> tried.missed().getOrDefault(mode, 0) == 0);
        if (valid.isEmpty()) {
            return new Answer(claim, Option.none(), Option.none(), "to break it may take more tasks than are in sight");
        }
        return valid.find(mode -> !seen.broken().containsKey(mode))
                .map(mode -> new Answer(
                        claim, Option.some(new Answer.Proof(members, mode, tried.broken())), Option.none(), ""))
                .getOrElse(() ->
                        new Answer(claim, Option.none(), Option.of(seen.broken().get(valid.last())), ""));
    }

    /**
     * What was seen of a claim.
     *
     * @param broken for each mode the first configuration that breaks it
     * @param isLocal whether the claim looks at no member
     */
    private record Seen(Map<Mode, Answer.Resisting> broken, boolean isLocal) {
        boolean isProved() {
            return isLocal && resists().isEmpty();
        }

        /** What breaks a local claim. */
        Option<Answer.Resisting> resists() {
            return Option.of(broken.get(Mode.OPEN)).orElse(Option.of(broken.get(Mode.STUCK)));
        }
    }

    private static Map<Property, Seen> seen(Fixpoint fixpoint, Seq<Property> claims) {
        Map<Property, Seen> seen = new LinkedHashMap<>();
        claims.forEach(claim -> seen.put(claim, new Seen(new EnumMap<>(Mode.class), true)));
        for (Sight configuration : fixpoint.seen()) {
            for (List<State> alike : fixpoint.alike(configuration)) {
                Seq<Property> open = claims;
                for (State state : alike) {
                    Map<Mode, State> judged =
                            fixpoint.kit(configuration).judge().seen(state);
                    open = open.filter(claim -> look(fixpoint, configuration, judged, claim, seen));
                    if (open.isEmpty()) {
                        break;
                    }
                }
            }
        }
        for (Sight configuration : fixpoint.seen()) {
            for (State state : fixpoint.farStates(configuration)) {
                claims.filter(Invariant.class::isInstance)
                        .forEach(claim -> lookFar(fixpoint, configuration, state, claim, seen));
            }
        }
        for (Kit kit : fixpoint.kits().all()) {
            for (Move move : kit.steps().taken()) {
                claims.filter(StepProperty.class::isInstance)
                        .filter(claim -> !move.fails() || claim.equals(StepProperty.NO_FAILURE))
                        .forEach(claim -> look(kit, move, claim, seen));
            }
        }
        return seen;
    }

    /** Looks at what is seen in each mode; whether that may be another thing with more of those out of sight. */
    private static boolean look(
            Fixpoint fixpoint, Sight configuration, Map<Mode, State> judged, Property claim, Map<Property, Seen> seen) {
        State state = judged.get(Mode.OPEN);
        if (claim instanceof NoDeadlock) {
            lookWhereStuck(fixpoint, configuration, state, claim, seen);
            return true;
        }
        if (!(claim instanceof Invariant)) {
            return false;
        }
        Seen known = seen.get(claim);
        Kit kit = fixpoint.kit(configuration);
        Invariant here = (Invariant) kit.shape().instance().claim(claim.name());
        boolean atNames = false;
        for (Map.Entry<Mode, State> shown : judged.entrySet()) {
            Judge.Look look = kit.judge().look(here, shown.getValue());
            if (!look.holds()) {
                known.broken().computeIfAbsent(shown.getKey(), mode -> resisting(fixpoint, configuration, state));
            }
            if (shown.getKey() == Mode.OPEN && look.atMembers()) {
                seen.computeIfPresent(claim, (same, before) -> new Seen(before.broken(), false));
            }
            atNames |= look.atNames();
        }
        return atNames;
    }

    private static void lookWhereStuck(
            Fixpoint fixpoint, Sight configuration, State state, Property claim, Map<Property, Seen> seen) {
        Seen known = seen.get(claim);
        Standstill standstill = new Standstill(fixpoint, configuration, state);
        if (!known.broken().containsKey(Mode.STUCK) && standstill.isStuck()) {
            NoDeadlock here =
                    (NoDeadlock) fixpoint.kit(configuration).shape().instance().claim(claim.name());
            Judge.Look look = standstill.look(here);
            if (!look.holds()) {
                known.broken().put(Mode.STUCK, resisting(fixpoint, configuration, state));
            }
            if (look.atMembers()) {
                seen.put(claim, new Seen(known.broken(), false));
            }
        }
    }

    /** A claim that tells large counts apart is broken where it is judged as they are. */
    private static void lookFar(
            Fixpoint fixpoint, Sight configuration, State state, Property claim, Map<Property, Seen> seen) {
        Map<Mode, Answer.Resisting> broken = seen.get(claim).broken();
        Invariant here =
                (Invariant) fixpoint.kit(configuration).shape().instance().claim(claim.name());
        if (!broken.containsKey(Mode.OPEN) && !here.holds().test(state)) {
            broken.put(Mode.OPEN, resisting(fixpoint, configuration, state));
        }
    }

    /** What a local claim says of a step it says whoever else is in sight. */
    private static void look(Kit kit, Move move, Property claim, Map<Property, Seen> seen) {
        Seen known = seen.get(claim);
        StepProperty here = (StepProperty) kit.shape().instance().claim(claim.name());
        Judge.Look look = kit.judge().look(here, move);
        if (!look.holds()) {
            known.broken()
                    .putIfAbsent(
                            Mode.OPEN,
                            resisting(kit, (State) move.before(), Vector.empty(), Vector.of(move.toString())));
        }
        if (look.atMembers()) {
            seen.put(claim, new Seen(known.broken(), false));
        }
    }

    private static Answer.Resisting resisting(Fixpoint fixpoint, Sight configuration, State state) {
        Kit kit = fixpoint.kit(configuration);
        return resisting(
                kit,
                state,
                kit.shape()
                        .instance()
                        .conserved()
                        .filter(one -> one.unowned(state) > 0)
                        .map(one -> one.unowned(state) + " of " + one.name()),
                fixpoint.story(configuration));
    }

    private static Answer.Resisting resisting(Kit kit, State state, Seq<String> unowned, Seq<String> steps) {
        return new Answer.Resisting(
                state, unowned, kit.shape().instance().idle(), kit.shape().othersIn(state), steps);
    }
}
