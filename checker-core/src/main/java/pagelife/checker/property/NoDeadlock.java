package pagelife.checker.property;

import java.util.function.Predicate;
import pagelife.checker.model.View;

/**
 * The claim that a state in which no step is possible has only finished actors, or is one the model allows.
 *
 * @param name the name
 * @param claim the claim in one sentence
 * @param allowed the stuck states that are no deadlock, a pure function of what it reads
 */
public record NoDeadlock(String name, String claim, Predicate<View> allowed) implements Property {
    /** No stuck state with an unfinished actor at all. */
    public static NoDeadlock strict() {
        return new NoDeadlock(
                "no deadlock", "in every state some step is possible or every actor has finished", view -> false);
    }

    @Override
    public Kind kind() {
        return Kind.DEADLOCK;
    }

    @Override
    public <R> R accept(Cases<R> cases) {
        return cases.noDeadlock(this);
    }
}
