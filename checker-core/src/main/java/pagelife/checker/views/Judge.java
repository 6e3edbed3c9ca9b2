package pagelife.checker.views;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.Property;
import pagelife.checker.property.StepProperty;

/** Judges a claim of one state, in each {@link Mode}. */
final class Judge {
    /** Counts may depend on each other: what a page holds of its pagemap, on the count of the page. */
    private static final int PASSES = 3;

    private final Shape shape;
    private final Instance instance;

    Judge(Shape shape) {
        this.shape = shape;
        this.instance = shape.instance();
    }

    /** Whether a claim is of a kind that can be judged here: about a state, about a step, or that there is no deadlock. */
    static boolean canJudge(Property claim) {
        return claim instanceof Invariant || claim instanceof StepProperty || claim instanceof NoDeadlock;
    }

    /** What is judged of a state in each mode, if anything is, where so much is counted and not owned in all. */
    Map<Mode, State> seen(State state, Seq<Integer> unowned) {
        Map<Mode, State> seen = new EnumMap<>(Mode.class);
        seen.put(Mode.OPEN, state);
        if (unowned(state).equals(unowned)) {
            seen.put(Mode.TIGHT, state);
        }
        leaving(state, unowned).forEach(left -> seen.put(Mode.CLOSED, left));
        return seen;
    }

    /** The same where all that is counted is owned. */
    Map<Mode, State> seen(State state) {
        return seen(state, instance.conserved().map(one -> 0));
    }

    /** What is counted of each quantity and not owned. */
    Seq<Integer> unowned(State state) {
        return instance.conserved().map(one -> one.unowned(state));
    }

    /** The state with so much more counted of each quantity than is owned by those in sight; empty where there is none. */
    Option<State> leaving(State state, Seq<Integer> unowned) {
        State changed = state;
        for (int pass = 0; pass < PASSES && !unowned(changed).equals(unowned); pass++) {
            for (int i = 0; i < unowned.size(); i++) {
                Conserved<?> one = instance.conserved().get(i);
                changed = one.counting(changed, one.counted(changed) - one.unowned(changed) + unowned.get(i));
            }
        }
        return Option.when(unowned(changed).equals(unowned), changed);
    }

    /**
     * What a claim says.
     *
     * @param atMembers whether it looks for that at a member that does not take the step that it is about
     * @param atNames whether it looks at a cell in which one out of sight is named: then it is asked with several in his
     *     place
     */
    record Look(boolean holds, boolean atMembers, boolean atNames) {}

    Look look(Invariant claim, State state) {
        Set<Cell<?>> looked = new HashSet<>();
        boolean holds = claim.holds().test(Looking.at(state, looked::add));
        return new Look(
                holds, looksAtMember(looked), looked.stream().anyMatch(cell -> shape.namesOther(state.read(cell))));
    }

    /** Whether one of these cells is a member's. */
    boolean looksAtMember(Set<Cell<?>> looked) {
        return looked.stream().anyMatch(cell -> member(cell).isDefined());
    }

    Look look(StepProperty claim, Move move) {
        Set<Cell<?>> looked = new HashSet<>();
        boolean holds = claim.holds().test(Looking.at(move, looked::add));
        Actor self = move.step().actor();
        return new Look(holds, looked.stream().anyMatch(cell -> member(cell).exists(one -> one != self)), true);
    }

    private Option<Actor> member(Cell<?> cell) {
        return instance.members()
                .appendAll(instance.idle())
                .find(one ->
                        cell == one.control() || instance.model().owner(cell).contains(one));
    }
}
