package pagelife.checker.views;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;
import pagelife.checker.property.Invariant;
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

    /** Whether a claim is of a kind that can be judged here: about a state, or about a step. */
    static boolean canJudge(Property claim) {
        return claim instanceof Invariant || claim instanceof StepProperty;
    }

    /**
     * The modes in which a state breaks a claim about states.
     */
    Set<Mode> broken(Invariant claim, State state) {
        Set<Mode> broken = EnumSet.noneOf(Mode.class);
        for (Mode mode : Mode.JUDGED) {
            if (seen(mode, state).exists(shown -> !claim.holds().test(shown))) {
                broken.add(mode);
            }
        }
        return broken;
    }

    /** What is judged of a state; empty where nothing is. */
    private Option<State> seen(Mode mode, State state) {
        return switch (mode) {
            case LOCAL, OPEN -> Option.some(state);
            case TIGHT -> Option.when(unowned(state).forAll(left -> left == 0), state);
            case CLOSED -> leaving(state, unowned(state).map(left -> 0));
        };
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
     * What a claim says, and whether it looks for that at a member that does not take the step that it is about, or at
     * a cell in which one out of sight is named.
     */
    record Look(boolean holds, boolean atMembers) {}

    Look look(Invariant claim, State state) {
        Set<Cell<?>> looked = new HashSet<>();
        boolean holds = claim.holds().test(Looking.at(state, looked::add));
        return new Look(
                holds,
                looked.stream().anyMatch(cell -> member(cell).isDefined() || shape.namesOther(state.read(cell))));
    }

    Look look(StepProperty claim, Move move) {
        Set<Cell<?>> looked = new HashSet<>();
        boolean holds = claim.holds().test(Looking.at(move, looked::add));
        Actor self = move.step().actor();
        return new Look(
                holds,
                looked.stream()
                        .anyMatch(cell -> member(cell).exists(one -> one != self)
                                || shape.namesOther(move.before(cell))
                                || shape.namesOther(move.after(cell))));
    }

    private Option<Actor> member(Cell<?> cell) {
        return instance.members()
                .appendAll(instance.idle())
                .find(one ->
                        cell == one.control() || instance.model().owner(cell).contains(one));
    }
}
