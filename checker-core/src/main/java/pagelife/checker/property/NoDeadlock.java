package pagelife.checker.property;

import io.vavr.control.Option;
import java.util.function.Predicate;
import pagelife.checker.model.Actor;
import pagelife.checker.model.View;

/**
 * The claim that a state in which no step is possible has only actors that {@linkplain Actor#rests rest}, or is one
 * the model allows.
 *
 * @param name the name
 * @param claim the claim in one sentence
 * @param allowed the stuck states that are no deadlock, a pure function of what it reads
 * @param sentence how a counterexample is told; see {@link Property#sentence}
 */
public record NoDeadlock(String name, String claim, Predicate<View> allowed, Option<Sentence> sentence)
        implements Property {
    /** A claim whose counterexamples are told by what breaks them. */
    public NoDeadlock(String name, String claim, Predicate<View> allowed) {
        this(name, claim, allowed, Option.none());
    }

    /** No stuck state with an actor at all that may not stay where it is: see {@link Actor#rests}. */
    public static NoDeadlock strict() {
        return new NoDeadlock(
                "no deadlock", "in every state some step is possible or every actor has finished", view -> false);
    }

    /** This claim with words of its own for its counterexamples. */
    @Override
    public NoDeadlock told(Sentence words) {
        return new NoDeadlock(name, claim, allowed, Option.some(words));
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
