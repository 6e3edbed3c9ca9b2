package pagelife.checker.views;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;
import pagelife.checker.property.NoDeadlock;

/**
 * Whether a configuration may be what is seen of a deadlock of many members. In a deadlock nobody has a step, whoever is
 * in sight. Those in sight may be chosen: one who may not stay where it is, then who owns something of what is counted or
 * is named. So nobody out of sight does, or all in sight do but one.
 */
final class Standstill {
    private final Fixpoint found;
    private final Kit kit;
    private final State state;
    private final Sight configuration;

    Standstill(Fixpoint found, Sight configuration, State state) {
        this.found = found;
        this.kit = found.kit(configuration);
        this.configuration = configuration;
        this.state = state;
    }

    /** Whether nobody in sight has a step, and somebody may not stay where it is. */
    boolean isStuck() {
        List<Actor> there = there();
        return there.stream().anyMatch(actor -> !state.at(actor, actor::rests))
                && there.stream().allMatch(actor -> Move.in(state, actor).isEmpty())
                && (isAlone()
                        || IntStream.range(0, members()).filter(this::shows).count() >= members() - 1);
    }

    /** What a claim says of it. */
    Judge.Look look(NoDeadlock claim) {
        Set<Cell<?>> looked = new HashSet<>();
        boolean allowed = claim.allowed().test(Looking.at(state, looked::add));
        return new Judge.Look(allowed, kit.judge().looksAtMember(looked), true);
    }

    private List<Actor> there() {
        Instance instance = kit.shape().instance();
        return instance.model().actors().removeAll(instance.idle()).asJava();
    }

    private int members() {
        return kit.shape().members();
    }

    /** Whether nobody out of sight owns anything, or is named. */
    private boolean isAlone() {
        return kit.judge().unowned(state).forAll(left -> left == 0)
                && kit.shape().othersIn(state).isEmpty();
    }

    /** Whether a member owns something, or is named. */
    private boolean shows(int member) {
        return kit.shape().isNamed(state, member)
                || !kit.judge().unowned(without(member)).equals(kit.judge().unowned(state));
    }

    /** The state in which a member holds what it does where it begins. */
    private State without(int member) {
        List<List<Object>> held = new ArrayList<>(found.members(configuration));
        held.set(member, found.owns().all(kit.shape().kind(member)).get(0));
        return kit.shape().state(kit.shape().common(state), held);
    }
}
